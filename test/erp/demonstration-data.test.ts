/** The demonstration data of the ERP: what the seed promises is what the ERP answers. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ErpSandbox, startErpSandbox } from '../../gateway/sandbox/erp/main.ts'
import { type SeedOrderStage, seed } from '../../gateway/sandbox/seed/main.ts'
import { SandboxClient } from './sandbox-client.ts'

const account = { user: 'gateway', password: 'made-up-for-this-test' }
let sandbox: ErpSandbox
let client: SandboxClient

beforeAll(async () => {
  sandbox = await startErpSandbox(account)
  client = new SandboxClient(sandbox.url)
  await client.login(account.user, account.password)
})
afterAll(() => sandbox.close())

test('every product is there, with the stock the seed names', async () => {
  const products = await client.find('product.product', [], ['code', 'quantity', 'salable'])
  const expected = seed.products.map(({ sku, onHand, sellable }) => ({
    id: expect.any(Number),
    code: sku,
    quantity: onHand,
    salable: sellable,
  }))
  expect(products).toEqual(expected)
})

test('only customers with billing are parties, blocked ones inactive', async () => {
  const anyState = [
    ['code', 'like', 'CUS-%'],
    ['active', 'in', [true, false]],
  ]
  const parties = await client.find('party.party', anyState, ['code', 'active'])
  const expected = seed.customers
    .filter(({ billing }) => billing !== 'none')
    .map(({ customerId, billing }) => [customerId, billing === 'active'])
  expect(parties.map(({ code, active }) => [code, active])).toEqual(expected)
})

const statesOf: Record<SeedOrderStage, string[]> = {
  draft: ['draft', 'none', 'none'],
  quotation: ['quotation', 'none', 'none'],
  'confirmed-waiting': ['processing', 'waiting', 'waiting'],
  assigned: ['processing', 'waiting', 'waiting'],
  shipped: ['processing', 'waiting', 'sent'],
  invoiced: ['processing', 'waiting', 'sent'],
  done: ['done', 'paid', 'sent'],
  cancelled: ['cancelled', 'none', 'none'],
  exception: ['processing', 'waiting', 'exception'],
}

test('every order is in the state its stage stands for', async () => {
  const fields = ['reference', 'state', 'invoice_state', 'shipment_state']
  const sales = await client.find('sale.sale', [], fields)
  const found = Object.fromEntries(
    sales.map((sale) => [sale.reference, [sale.state, sale.invoice_state, sale.shipment_state]]),
  )
  expect(found).toEqual(
    Object.fromEntries(seed.orders.map(({ orderId, stage }) => [orderId, statesOf[stage]])),
  )
})

test('a confirmed order has one invoice over its own total, and one shipment', async () => {
  const confirmed = [['state', 'in', ['processing', 'done']]]
  const fields = ['total_amount', 'invoices.total_amount', 'shipments']
  for (const sale of await client.find('sale.sale', confirmed, fields)) {
    expect(sale['invoices.']).toEqual([{ id: expect.any(Number), total_amount: sale.total_amount }])
    expect(sale.shipments).toHaveLength(1)
  }
})
