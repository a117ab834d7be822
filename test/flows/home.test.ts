/** The home screen of the app: one call, both systems, and honest when one of them is missing. */
import { expect, test } from 'vitest'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { describeFlow } from '../support/flow.ts'

const [customer] = seed.customers
const home = 'experience/mobile/v1/home'

describeFlow('home screen', (flow) => {
  test('one call shows who it is and the latest orders', async () => {
    const { status, body } = await flow.get(home, 'mobile-app', customer?.customerId)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      name: customer?.displayName,
      missing: [],
      sources: [
        { system: 'crm', state: 'ok' },
        { system: 'erp', state: 'ok' },
      ],
    })
    expect(body.orders).toHaveLength(5)
    for (const order of body.orders)
      expect(order).toMatchObject({ orderId: expect.stringMatching(/^ORD-/), total: { currency: 'EUR' } })
  })

  test('a screen without the ERP says so, and is shown', async () => {
    await flow.fault('erp', { kind: 'status', status: 500 })
    const { status, body } = await flow.get(home, 'mobile-app', customer?.customerId)
    expect(status).toBe(200)
    expect(body).toEqual({
      name: customer?.displayName,
      missing: ['orders'],
      sources: [
        { system: 'crm', state: 'ok', asOf: expect.any(String) },
        { system: 'erp', state: 'unavailable', asOf: expect.any(String) },
      ],
    })
  })

  test('without both systems there is no screen', async () => {
    await flow.fault('erp', { kind: 'status', status: 500 })
    await flow.fault('crm', { kind: 'status', status: 500 })
    const answer = await flow.get(home, 'mobile-app', customer?.customerId)
    expect(answer).toMatchObject({ status: 503, body: { type: '/problems/upstream-unavailable' } })
  })
})
