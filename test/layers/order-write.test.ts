/** Placing an order, step by step: what a caller is told when its time is up, and what a repetition is. */
import { expect, test } from 'vitest'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { salesUnder } from '../support/erp-client.ts'
import { startLayers } from './support.ts'

const layers = await startLayers()
const [customerId, neighbour] = seed.customers
  .filter(({ billing }) => billing === 'active')
  .map((customer) => customer.customerId)
const order = { customerId, lines: [{ sku: 'WID-001', quantity: 3 }], note: 'Please ring.' }

let orders = 0
const newOrderId = () => `ORD-${String(++orders).padStart(26, '0')}`
const put = (orderId: string, body: object, timeoutMs?: number) =>
  layers.call('PUT', `system/erp/v1/orders/${orderId}`, { body, ...(timeoutMs && { timeoutMs }) })

/** The ERP is asked to confirm, does not say whether it did, and did not. */
const loseConfirmation = () =>
  layers.fault('erp', { kind: 'status', status: 500, match: 'sale.sale.confirm', times: 1 })

test.each([400, 600, 1000])('asked to confirm and not confirmed in %i ms: who knows?', async (timeoutMs) => {
  await loseConfirmation()
  const startedAt = performance.now()
  const answer = await put(newOrderId(), order, timeoutMs)
  expect(performance.now() - startedAt).toBeLessThan(timeoutMs + 1_000)
  expect(answer).toMatchObject({ status: 504, body: { type: '/problems/outcome-unknown' } })
})

test('confirmed, but nobody can look: who knows?', async () => {
  const orderId = newOrderId()
  await layers.fault('erp', { kind: 'latency', ms: 300, match: 'sale.sale.confirm' })
  const placing = put(orderId, order)
  await expect.poll(() => salesUnder(layers.erp, orderId)).toMatchObject([{ state: 'quotation' }])
  await layers.fault('erp', { kind: 'status', status: 503, match: 'sale.sale.search_read' })
  expect(await placing).toMatchObject({ status: 504, body: { type: '/problems/outcome-unknown' } })
})

test('behind an earlier request that did not end, the outcome is just as open', async () => {
  const orderId = newOrderId()
  await loseConfirmation()
  await put(orderId, order, 400)
  const startedAt = performance.now()
  const answer = await put(orderId, order, 600)
  expect(performance.now() - startedAt).toBeLessThan(1_600)
  expect(answer).toMatchObject({ status: 504, body: { type: '/problems/outcome-unknown' } })
})

test('late before anything was asked for, nothing was changed', async () => {
  await layers.fault('erp', { kind: 'hang', match: 'product.product.search_read' })
  const answer = await put(newOrderId(), order, 300)
  expect(answer).toMatchObject({ status: 504, body: { type: '/problems/deadline-exceeded' } })
})

test('placed again it is the same order, whatever the order of its lines', async () => {
  const orderId = newOrderId()
  const lines = [
    { sku: 'WID-001', quantity: 3 },
    { sku: 'WID-002', quantity: 1 },
  ]
  const placed = await put(orderId, { ...order, lines })
  expect(placed.status).toBe(201)
  const again = await put(orderId, { ...order, lines: lines.toReversed() })
  expect(again).toEqual({ status: 200, body: placed.body })
})

const { note: _, ...withoutNote } = order
test.each([
  ['more of it', { ...order, lines: [{ sku: 'WID-001', quantity: 4 }] }],
  ['another product', { ...order, lines: [{ sku: 'WID-002', quantity: 3 }] }],
  ['a line more', { ...order, lines: [...order.lines, { sku: 'WID-002', quantity: 1 }] }],
  ['the same line twice', { ...order, lines: [...order.lines, ...order.lines] }],
  ['another note', { ...order, note: 'Do not ring.' }],
  ['no note', withoutNote],
  ['another customer', { ...order, customerId: neighbour }],
])('placed again with %s it is a conflict', async (_, other) => {
  const orderId = newOrderId()
  await put(orderId, order)
  expect(await put(orderId, other)).toMatchObject({ status: 409, body: { type: '/problems/conflict' } })
  expect(await salesUnder(layers.erp, orderId)).toEqual([{ state: 'processing', invoices: 1 }])
})

test('two different orders at once under one id: one is placed, the other a conflict', async () => {
  const orderId = newOrderId()
  const answers = await Promise.all([put(orderId, order), put(orderId, { ...order, note: 'Do not ring.' })])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
})
