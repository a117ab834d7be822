/** Two versions side by side: v1 is served by v2, so both tell of the same orders, each in its own words. */
import { randomUUID } from 'node:crypto'
import { request } from 'undici'
import { expect, test, vi } from 'vitest'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { salesUnder } from '../support/erp-client.ts'
import { type Answer, describeFlow, type Flow } from '../support/flow.ts'

const customer = seed.customers.find(({ billing }) => billing === 'active')?.customerId
const customers = new Set(seed.orders.map(({ customerId }) => customerId))
/** An order of each stage. */
const stages = new Map(seed.orders.map((each) => [each.stage, each]))
const versions = ['v1', 'v2'] as const
const cart = { lines: [{ sku: 'WID-001', quantity: 3 }], note: 'Please ring at the back door.' }
const order = { ...cart, customerId: customer }
const placed = [{ state: 'processing', invoices: 1 }]

interface Status {
  readonly state: string
  readonly fulfilment: string
  readonly billing: string
}

/** The word v1 has for a status of v2: the first row that fits decides. */
const rows: readonly [(status: Status) => boolean, string | undefined][] = [
  [({ state }) => state === 'cancelled', 'cancelled'],
  [({ state }) => state === 'completed', 'completed'],
  [({ fulfilment, billing }) => fulfilment === 'attention' || billing === 'attention', 'attention'],
  [({ state, fulfilment }) => state === 'confirmed' && fulfilment === 'sent', 'shipped'],
]
const wordOf = (status: Status) => rows.find(([fits]) => fits(status))?.[1] ?? status.state

/** What v1 tells of an order, or of a part of it, that v2 tells like this. */
const inWords = ({ status, ...told }: Answer['body']) => ({
  ...told,
  status: wordOf(status),
  ...(told.lines && { lines: told.lines.map(({ fulfilment: _, ...line }: Answer['body']) => line) }),
})

/** As whoever may ask the layer. */
const get = (flow: Flow, path: string, customerId = customer) =>
  path.startsWith('experience/') ? flow.get(path, 'storefront-web', customerId) : flow.get(path, 'order-desk')

/** What both versions answer. */
const inBoth = (flow: Flow, path: (version: string) => string, customerId?: string) =>
  Promise.all(
    versions.map(async (version) => {
      const { status, body } = await get(flow, path(version), customerId)
      expect(status).toBe(200)
      return body
    }),
  )

const checkout = (flow: Flow, version: string, key?: string) =>
  flow.post(`experience/storefront/${version}/checkout`, cart, 'storefront-web', customer, key)
const place = (flow: Flow, version: string, key?: string) =>
  flow.post(`process/order-to-cash/${version}/orders`, order, 'order-desk', undefined, key)

/** Until nobody else works on it. */
async function patiently(send: () => Promise<Answer>): Promise<Answer> {
  const answer = await send()
  return answer.body.type === '/problems/idempotency-in-progress' ? patiently(send) : answer
}

describeFlow('two versions', (flow) => {
  test.each(versions)('an order placed in %s is the same order in both', async (version) => {
    const { status, headers, body } = await checkout(flow, version)
    expect(status).toBe(201)
    expect(headers.location).toBe(`/experience/storefront/${version}/orders/${body.orderId}`)
    const end = { deprecation: '@1795564800', sunset: 'Fri, 30 Jun 2028 00:00:00 GMT' }
    expect({ deprecation: headers.deprecation, sunset: headers.sunset }).toEqual(version === 'v1' ? end : {})
    const [v1, v2] = await inBoth(flow, (each) => `experience/storefront/${each}/orders/${body.orderId}`)
    expect(v2.status).toEqual({ state: 'confirmed', fulfilment: 'waiting', billing: 'open' })
    expect(v2.lines).toMatchObject([{ sku: 'WID-001', fulfilment: 'waiting' }])
    expect(v1).toEqual({ ...inWords(v2), status: 'confirmed' })
    expect(body).toEqual(version === 'v1' ? v1 : v2)
  })

  test('every order has in v1 the word for its status in v2', async () => {
    for (const customerId of customers) {
      const [v1, v2] = await inBoth(
        flow,
        (each) => `process/order-to-cash/${each}/orders?customerId=${customerId}`,
      )
      expect(v2.items.length).toBeGreaterThan(0)
      expect(v1).toEqual({ ...v2, items: v2.items.map(inWords) })
    }
    for (const { orderId, customerId } of stages.values())
      for (const path of [
        (each: string) => `experience/storefront/${each}/orders/${orderId}`,
        (each: string) => `process/order-to-cash/${each}/orders/${orderId}`,
        (each: string) => `process/order-to-cash/${each}/orders/${orderId}/timeline`,
      ]) {
        const [v1, v2] = await inBoth(flow, path, customerId)
        expect(v1).toEqual(inWords(v2))
      }
  })

  test('the stock of v1 is the state of the availability in v2', async () => {
    const [v1, v2] = await inBoth(flow, (each) => `experience/storefront/${each}/catalog`)
    expect(v2.items.length).toBeGreaterThan(2)
    expect(v1.items).toEqual(
      v2.items.map(({ availability, ...item }: { availability: { state: string } }) => ({
        ...item,
        stock: availability.state,
      })),
    )
  })

  test.each([
    ['v1', 'v2'],
    ['v2', 'v1'],
  ])(
    'a key sent to %s and then to %s is one order, and each answers in its own words',
    async (before, after) => {
      for (const send of [checkout, place]) {
        const key = randomUUID()
        const first = await send(flow, before, key)
        const then = await send(flow, after, key)
        expect([first.status, then.status]).toEqual([201, 201])
        const told = { v1: first.body, v2: then.body }
        if (before === 'v2') Object.assign(told, { v1: then.body, v2: first.body })
        expect(told.v1).toEqual(inWords(told.v2))
        expect(await salesUnder(flow.strata.erp, first.body.orderId)).toEqual(placed)
        const again = await send(flow, before, key)
        expect([again.body, again.headers['idempotency-replayed']]).toEqual([first.body, 'true'])
      }
    },
  )

  test('a key sent to both versions at once is one order', async () => {
    for (const send of [checkout, place]) {
      const key = randomUUID()
      const answers = await Promise.all(
        [...versions, ...versions].map((each) => patiently(() => send(flow, each, key))),
      )
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
      const [orderId, ...others] = new Set(answers.map(({ body }) => body.orderId))
      expect(others).toEqual([])
      expect(await salesUnder(flow.strata.erp, orderId)).toEqual(placed)
    }
  })

  test('an order that waits for the ERP is followed, and repeated, in the other version', async () => {
    await flow.fault('erp', { kind: 'status', status: 503, match: 'sale.sale.create' })
    const waiting = await Promise.all(
      [checkout, place].map(async (send) => {
        const key = randomUUID()
        const accepted: Answer[] = []
        for (const each of versions) accepted.push(await patiently(() => send(flow, each, key)))
        for (const { status, body } of accepted) expect([status, body.state]).toEqual([202, 'pending'])
        return { send, key, accepted }
      }),
    )
    await request(`${flow.strata.sandboxes.erp}/__faults`, { method: 'DELETE' })
    for (const { send, key, accepted } of waiting) {
      for (const { headers, body } of accepted)
        for (const each of versions) {
          const path = String(headers.location).replace(
            /^\/(.*)\/v\d\/operations\/.*/,
            `$1/${each}/operations/`,
          )
          const state = async () => (await get(flow, path + body.operationId)).body.state
          await vi.waitUntil(async () => (await state()) === 'completed', { timeout: 30_000, interval: 200 })
        }
      const [v1, v2] = await Promise.all(versions.map((each) => patiently(() => send(flow, each, key))))
      expect([v1?.status, v2?.status]).toEqual([201, 201])
      expect(v1?.body).toEqual(inWords(v2?.body))
      expect(await salesUnder(flow.strata.erp, v1?.body.orderId)).toEqual(placed)
    }
  }, 90_000)

  test('who stays on v1 is served by v2 all the same', async () => {
    const { body } = await checkout(flow, 'v2')
    const home = await flow.get('experience/mobile/v1/home', 'mobile-app', customer)
    expect(home.body.orders[0]).toMatchObject({ orderId: body.orderId, status: 'confirmed' })
    const late = { status: 409, body: { type: '/problems/order-not-cancellable' } }
    for (const each of versions)
      expect(
        await flow.post(
          `process/order-to-cash/${each}/orders/${body.orderId}/cancel`,
          undefined,
          'order-desk',
        ),
      ).toMatchObject(late)
  })
})
