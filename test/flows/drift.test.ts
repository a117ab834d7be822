/** "Shipped" becomes 3: what a backend must not say is stopped where it enters, and its owner can see why. */
import { expect, test } from 'vitest'
import type { Fault } from '../../gateway/sandbox/faults.ts'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { describeFlow } from '../support/flow.ts'

const [customer] = seed.customers
const order = seed.orders.find(({ customerId }) => customerId === customer?.customerId)
const path = `experience/storefront/v1/orders/${order?.orderId}`

const drifts: readonly [string, Fault][] = [
  ['a word that became a number', { kind: 'drift', change: 'retype', field: 'state', value: 3 }],
  ['a word nobody agreed on', { kind: 'drift', change: 'retype', field: 'state', value: 'dispatched' }],
  [
    'a field that got another name',
    { kind: 'drift', change: 'rename', field: 'shipment_state', to: 'delivery_state' },
  ],
  ['a field that became null', { kind: 'drift', change: 'null', field: 'total_amount' }],
]

describeFlow('drift of the ERP', (flow) => {
  test('without drift the order is there', async () => {
    expect((await flow.get(path, 'storefront-web', customer?.customerId)).status).toBe(200)
  })

  test.each(drifts)('%s is a broken contract, never a wrong 200', async (_, fault) => {
    await flow.fault('erp', { ...fault, match: 'sale.sale.search_read' } as Fault)
    const answer = await flow.get(path, 'storefront-web', customer?.customerId)
    expect(answer).toMatchObject({ status: 502, body: { type: '/problems/contract-broken' } })
    expect(JSON.stringify(answer.body)).not.toMatch(/state|dispatched|total_amount|search_read/)

    await expect
      .poll(() =>
        flow.strata
          .log()
          .filter(({ traceId, level }) => traceId === answer.body.traceId && level === 'error'),
      )
      .toContainEqual(
        expect.objectContaining({
          problem: 'contract-broken',
          owner: expect.objectContaining({ team: expect.any(String) }),
          msg: expect.stringContaining('backend/erp/v1 findSales'),
        }),
      )
  })

  test('a screen that does without the ERP does not hide the drift from its owner', async () => {
    await flow.fault('erp', {
      kind: 'drift',
      change: 'retype',
      field: 'state',
      value: 3,
      match: 'sale.sale.search_read',
    })
    const answer = await flow.get('experience/mobile/v1/home', 'mobile-app', customer?.customerId)
    expect(answer).toMatchObject({ status: 200, body: { missing: ['orders'] } })
    await expect
      .poll(() => flow.strata.log())
      .toContainEqual(
        expect.objectContaining({
          level: 'error',
          api: 'backend/erp/v1',
          operation: 'findSaleHeaders',
          problem: 'contract-broken',
          owner: expect.objectContaining({ oncall: expect.stringContaining('finance-systems') }),
        }),
      )
  })

  test('the owner of the backend is told, not the owner of the screen', async () => {
    await flow.fault('erp', {
      kind: 'drift',
      change: 'retype',
      field: 'state',
      value: 3,
      match: 'sale.sale.search_read',
    })
    const answer = await flow.get(path, 'storefront-web', customer?.customerId)
    await expect
      .poll(() =>
        flow.strata
          .log()
          .filter(({ traceId, level }) => traceId === answer.body.traceId && level === 'error'),
      )
      .not.toEqual([])
    for (const line of flow.strata
      .log()
      .filter(({ traceId, level }) => traceId === answer.body.traceId && level === 'error'))
      expect(line.owner).toMatchObject({
        team: answer.body.owner,
        oncall: expect.stringContaining(answer.body.owner),
      })
  })
})
