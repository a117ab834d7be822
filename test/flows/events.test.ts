/** What a process says happened is told to those who asked for it, once, and by nobody's waiting for it. */
import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { customerIds } from '../../gateway/sandbox/seed/customers.ts'
import { describeFlow } from '../support/flow.ts'

const order = { customerId: customerIds.lakehurst, lines: [{ sku: 'WID-001', quantity: 1 }] }
const orders = 'process/order-to-cash/v1/orders'

describeFlow('events', (flow) => {
  const relationship = async () => {
    const overview = await flow.get(
      `process/customer-360/v1/customers/${customerIds.lakehurst}/overview`,
      'order-desk',
    )
    return overview.body.profile.relationship
  }

  test('a dormant customer who orders is active again in the CRM', async () => {
    expect(await relationship()).toBe('dormant')
    const key = randomUUID()
    const placed = await flow.post(orders, order, 'order-desk', undefined, key)
    expect(placed.status).toBe(201)
    await vi.waitUntil(async () => (await relationship()) === 'active', { timeout: 10_000, interval: 100 })
    expect((await flow.post(orders, order, 'order-desk', undefined, key)).body).toEqual(placed.body)
  })
})
