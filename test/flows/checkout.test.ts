/** A customer orders in the web shop: through all three layers into the ERP, once. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { salesUnder } from '../support/erp-client.ts'
import { describeFlow } from '../support/flow.ts'

const [customer, neighbour] = seed.customers
  .filter(({ billing }) => billing === 'active')
  .map(({ customerId }) => customerId)
const blocked = seed.customers.find(({ billing }) => billing === 'blocked')?.customerId
const unknownToErp = seed.customers.find(({ billing }) => billing === 'none')?.customerId

const checkout = 'experience/storefront/v1/checkout'
const cart = { lines: [{ sku: 'WID-001', quantity: 3 }], note: 'Please ring at the back door.' }

describeFlow('checkout', (flow) => {
  test('a billable customer’s order is taken, priced by the ERP, and found again', async () => {
    const placed = await flow.post(checkout, cart, 'storefront-web', customer)
    expect(placed).toMatchObject({
      status: 201,
      body: { status: 'confirmed', totals: { gross: { amount: '35.64', currency: 'EUR' } } },
    })
    const { orderId } = placed.body
    expect(placed.headers.location).toBe(`/experience/storefront/v1/orders/${orderId}`)

    const found = await flow.get(`experience/storefront/v1/orders/${orderId}`, 'storefront-web', customer)
    expect(found).toMatchObject({ status: 200, body: { orderId, lines: [{ sku: 'WID-001', quantity: 3 }] } })
  })

  test('the same key is the same order, another key another one', async () => {
    const key = randomUUID()
    const first = await flow.post(checkout, cart, 'storefront-web', customer, key)
    const again = await flow.post(checkout, cart, 'storefront-web', customer, key)
    const other = await flow.post(checkout, cart, 'storefront-web', customer)
    expect(again).toMatchObject({ status: 201, body: { orderId: first.body.orderId } })
    expect(other.body.orderId).not.toBe(first.body.orderId)
  })

  test('the same key of another customer is another order, with another cart it is refused', async () => {
    const key = randomUUID()
    const first = await flow.post(checkout, cart, 'storefront-web', customer, key)
    const other = await flow.post(checkout, cart, 'storefront-web', neighbour, key)
    expect(other.status).toBe(201)
    expect(other.body.orderId).not.toBe(first.body.orderId)
    const larger = { lines: [{ sku: 'WID-001', quantity: 7 }] }
    const refused = await flow.post(checkout, larger, 'storefront-web', customer, key)
    expect(refused).toMatchObject({ status: 422, body: { type: '/problems/idempotency-key-reused' } })
    const reordered = { note: cart.note, lines: cart.lines.map(({ sku, quantity }) => ({ quantity, sku })) }
    const again = await flow.post(checkout, reordered, 'storefront-web', customer, key)
    expect(again).toMatchObject({ status: first.status, body: first.body })
    expect(again.headers['idempotency-replayed']).toBe('true')
    expect(first.headers['idempotency-replayed']).toBeUndefined()
  })

  test('ten at once with one key are one order', async () => {
    const key = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => flow.post(checkout, cart, 'storefront-web', customer, key)),
    )
    const placed = answers.filter(({ status }) => status === 201)
    expect(placed.length).toBeGreaterThan(0)
    expect(new Set(placed.map(({ body }) => body.orderId)).size).toBe(1)
    expect(await salesUnder(flow.strata.erp, placed[0]?.body.orderId)).toEqual([
      { state: 'processing', invoices: 1 },
    ])
  })

  test('a customer who cannot be billed is refused, and the ERP gets no order', async () => {
    for (const refused of [blocked, unknownToErp]) {
      const answer = await flow.post(checkout, cart, 'storefront-web', refused)
      expect(answer).toMatchObject({ status: 409, body: { type: '/problems/customer-not-billable' } })
      expect(answer.headers['content-type']).toBe('application/problem+json')
    }
  })

  test('a product that is not for sale is refused', async () => {
    const answer = await flow.post(
      checkout,
      { lines: [{ sku: 'PAL-900', quantity: 1 }] },
      'storefront-web',
      customer,
    )
    expect(answer).toMatchObject({ status: 409, body: { type: '/problems/product-not-sellable' } })
    const unknown = await flow.post(
      checkout,
      { lines: [{ sku: 'NIX-000', quantity: 1 }] },
      'storefront-web',
      customer,
    )
    expect(unknown).toMatchObject({ status: 409, body: { type: '/problems/product-not-sellable' } })
  })

  test('nobody sees the order of a neighbour', async () => {
    const { body } = await flow.post(checkout, cart, 'storefront-web', customer)
    const answer = await flow.get(
      `experience/storefront/v1/orders/${body.orderId}`,
      'storefront-web',
      neighbour,
    )
    expect(answer).toMatchObject({ status: 404, body: { type: '/problems/not-found' } })
  })

  test('an order that is confirmed cannot be cancelled', async () => {
    const { body } = await flow.post(checkout, cart, 'storefront-web', customer)
    const answer = await flow.post(
      `process/order-to-cash/v1/orders/${body.orderId}/cancel`,
      undefined,
      'order-desk',
    )
    expect(answer).toMatchObject({ status: 409, body: { type: '/problems/order-not-cancellable' } })
  })
})
