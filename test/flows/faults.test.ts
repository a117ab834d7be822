/** What a caller sees when a backend is slow, down, throttled, or loses an answer. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Fault } from '../../gateway/sandbox/faults.ts'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { salesUnder } from '../support/erp-client.ts'
import { describeFlow } from '../support/flow.ts'

const [customer] = seed.customers
const checkout = 'experience/storefront/v1/checkout'
const catalog = 'experience/storefront/v1/catalog'
const cart = { lines: [{ sku: 'WID-001', quantity: 1 }] }

const reads: readonly [string, Fault, number, string][] = [
  ['down', { kind: 'status', status: 500 }, 503, 'upstream-unavailable'],
  ['in maintenance', { kind: 'status', status: 503 }, 503, 'upstream-unavailable'],
  ['throttling', { kind: 'throttle', retryAfterSeconds: 7 }, 503, 'upstream-unavailable'],
]

describeFlow('faults of the ERP', (flow) => {
  test.each(reads)('a read while it is %s', async (_, fault, status, slug) => {
    await flow.fault('erp', { ...fault, match: 'product.product.search_read' } as Fault)
    const answer = await flow.get(catalog, 'storefront-web', customer?.customerId)
    expect(answer).toMatchObject({ status, body: { type: `/problems/${slug}`, owner: 'finance-systems' } })
    expect(answer.headers['retry-after']).toMatch(/^\d+$/)
  })

  test('an expired session is renewed, and nobody notices', async () => {
    await flow.fault('erp', { kind: 'expireSession' })
    await flow.fault('crm', { kind: 'expireSession' })
    expect((await flow.get(catalog, 'storefront-web', customer?.customerId)).status).toBe(200)
    expect(
      (await flow.get('experience/mobile/v1/home', 'mobile-app', customer?.customerId)).body.missing,
    ).toEqual([])
  })

  test.each(['sale.sale.create', 'sale.sale.quote', 'sale.sale.confirm'])(
    'an order whose answer to %s was lost is placed, once',
    async (method) => {
      const key = randomUUID()
      await flow.fault('erp', { kind: 'dropAfterCommit', match: method, times: 1 })
      const placed = await flow.post(checkout, cart, 'storefront-web', customer?.customerId, key)
      expect(placed).toMatchObject({ status: 201, body: { status: 'confirmed' } })
      const again = await flow.post(checkout, cart, 'storefront-web', customer?.customerId, key)
      expect(again.body.orderId).toBe(placed.body.orderId)
      expect(await salesUnder(flow.strata.erp, placed.body.orderId)).toEqual([
        { state: 'processing', invoices: 1 },
      ])
    },
  )

  test('a client that waits less long is answered in time', async () => {
    await flow.fault('erp', { kind: 'hang', match: 'product.product.search_read' })
    const { request } = await import('undici')
    const { statusCode, body } = await request(`${flow.strata.publicUrl}/${catalog}?limit=7`, {
      headers: {
        authorization: `Bearer ${await flow.strata.token('storefront-web', customer?.customerId)}`,
        'request-timeout-ms': '300',
      },
    })
    expect(statusCode).toBe(504)
    expect(await body.json()).toMatchObject({ type: '/problems/deadline-exceeded' })
  })
})
