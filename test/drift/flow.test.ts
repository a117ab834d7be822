/** Drift of a running system: what breaks the contract is told on the first answer, what is allowed soon after. */
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DriftFinding, DriftList } from '../../contracts/generated/admin.ts'
import type { Fault } from '../../gateway/sandbox/faults.ts'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { type Receiver, startReceiver } from '../alerting/support.ts'
import { describeFlow, type Flow } from '../support/flow.ts'

let receiver: Receiver
beforeAll(async () => {
  receiver = await startReceiver()
})
afterAll(() => receiver?.close())

const orders = seed.orders
const LEARN = 600
const RESPONSES = 1_000

const AT_ONCE = 10
const PAUSE_MS = 25

/**
 * Reads orders of all customers, one after the other, until so many answers of the ERP were seen, or enough is known.
 * A machine that has too much to do refuses some: they do not count.
 */
async function read(flow: Flow, count: number, until: () => boolean): Promise<void> {
  for (let seen = 0, next = 0; seen < count && !until(); next += AT_ONCE) {
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) => {
        const order = orders[(next + index) % orders.length]
        return flow.get(`process/order-to-cash/v1/orders/${order?.orderId}`, 'order-desk')
      }),
    )
    // No more a second than are all looked at.
    await after(PAUSE_MS)
    seen += answers.filter(({ status }) => status !== 503 && status !== 429).length
  }
}

const drift = async (flow: Flow, layer: 'experience' | 'system'): Promise<readonly DriftFinding[]> => {
  const url = layer === 'experience' ? flow.strata.urlOf.process : flow.strata.urlOf.system
  const reply = await fetch(`${url}/admin/drift?limit=100`, {
    headers: { authorization: `Bearer ${await flow.strata.token('ops')}` },
  })
  return ((await reply.json()) as DriftList).items
}

const [customer] = seed.customers
const mine = orders.find(({ customerId }) => customerId === customer?.customerId)
const shop = `experience/storefront/v1/orders/${mine?.orderId}`
const ofSales = { kind: 'drift', match: 'sale.sale.search_read' } as const

const told = () =>
  receiver.received.flatMap(
    ({ body }) => body.alerts as { kind: string; owner: string; summary: string; facts: object }[],
  )

describeFlow(
  'an ERP that drifts',
  (flow) => {
    beforeAll(async () => {
      receiver.received.length = 0
      await read(flow, 20 * LEARN, () =>
        flow.strata.log().some(({ msg }) => msg === 'what findSales 200 answers is known now'),
      )
    }, 60_000)

    test('a word that became a number is told on the first answer, and nobody gets it', async () => {
      const before = receiver.received.length
      await flow.fault('erp', { ...ofSales, change: 'retype', field: 'state', value: 3 } as Fault)
      const answer = await flow.get(shop, 'storefront-web', customer?.customerId)
      expect(answer).toMatchObject({ status: 502, body: { type: '/problems/contract-broken' } })
      await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBeGreaterThan(before)
      const [alert] = told().filter(
        ({ kind, summary }) => kind === 'contract-broken' && summary.includes('/*/state'),
      )
      expect(alert).toMatchObject({
        owner: 'finance-systems',
        facts: { after: '3', affected: expect.arrayContaining(['experience/storefront/v1 getOrder']) },
      })
      // Whichever process is asked.
      for (const layer of ['experience', 'system'] as const)
        expect((await drift(flow, layer)).filter(({ isBroken }) => isBroken)).toContainEqual(
          expect.objectContaining({
            pointer: '/*/state',
            event: 'value',
            value: '3',
            times: 1,
            state: 'open',
          }),
        )
    })

    test.each<[string, Fault, string, string]>([
      [
        'a field that nobody knew',
        { ...ofSales, change: 'add', field: 'state', name: 'phase', value: 3 },
        '/*/phase',
        'unknown-field',
      ],
      [
        'a null in twenty',
        { ...ofSales, change: 'null', field: 'reference', share: 0.05 },
        '/*/reference',
        'null',
      ],
      [
        'amounts a hundredfold',
        { ...ofSales, change: 'scale', field: 'total_amount', by: 100 },
        '/*/total_amount/decimal',
        'magnitude',
      ],
    ])('%s is allowed, and told within a thousand answers', async (_, fault, pointer, event) => {
      await flow.fault('erp', fault)
      const isTold = () =>
        told().some(({ kind, summary }) => kind === 'drift' && summary.includes(`${pointer}, which`))
      await read(flow, RESPONSES, isTold)
      await expect.poll(isTold, { timeout: 10_000 }).toBe(true)
      const found = (await drift(flow, 'experience')).find((one) => one.pointer === pointer)
      expect(found).toMatchObject({ event, owner: 'finance-systems', isBroken: false, state: 'open' })
    })
  },
  async () => undefined,
  () => ({
    DRIFT_LEARN: String(LEARN),
    ALERT_CHANNELS: `{ '*': [{ webhook: '${receiver.url}', secret: a-secret-of-a-good-length }] }`,
  }),
)
