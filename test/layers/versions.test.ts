/** The ERP in two versions: v1 tells of the same parties, products, orders and invoices as v2, which serves it. */
import { expect, test, vi } from 'vitest'
import { implement } from '#contracts/system/erp/v1'
import type { Schema } from '../../contracts/runtime/schema.ts'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import v1 from '../../system-apis/erp/v1.ts'
import v2 from '../../system-apis/erp/v2.ts'
import { wordsOf } from './schemas.ts'
import { startLayers } from './support.ts'

const layers = await startLayers()
const [{ customerId } = { customerId: '' }] = seed.orders

/** What both versions answer to one question. */
const both = (path: string) =>
  Promise.all(
    ['v1', 'v2'].map(async (version) => {
      const { status, body } = await layers.call('GET', `system/erp/${version}/${path}`)
      expect(status).toBe(200)
      // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of a body, and nothing else
      return body as any
    }),
  )

test('an order of each stage has one word in v1 and one status in v2', async () => {
  const pairs = new Map<string, string>()
  for (const { orderId, stage } of new Map(seed.orders.map((order) => [order.stage, order])).values()) {
    const [older, newer] = await both(`orders/${orderId}`)
    const { state, fulfilment, billing } = newer.status
    pairs.set(stage, `${older.status} = ${state}, ${fulfilment}, ${billing}`)
    expect(newer.lines.length).toBeGreaterThan(0)
    // All goods of an order leave the sandbox together.
    const lines = older.lines.map((line: object) => ({ ...line, fulfilment }))
    expect(newer).toEqual({ ...older, status: newer.status, lines })
  }
  expect(Object.fromEntries(pairs)).toEqual({
    draft: 'received = received, none, none',
    quotation: 'priced = priced, none, none',
    'confirmed-waiting': 'confirmed = confirmed, waiting, open',
    assigned: 'confirmed = confirmed, waiting, open',
    shipped: 'shipped = confirmed, sent, open',
    invoiced: 'shipped = confirmed, sent, open',
    done: 'completed = completed, sent, paid',
    cancelled: 'cancelled = cancelled, none, none',
    exception: 'attention = confirmed, attention, open',
  })
})

test('a list is the same list', async () => {
  const [older, newer] = await both(`orders?customerId=${customerId}`)
  const words = wordsOf(v1.contract, 'OrderStatus')
  expect(newer.items.length).toBeGreaterThan(1)
  expect(older).toEqual({
    ...newer,
    items: newer.items.map((order: object) => ({ ...order, status: expect.toBeOneOf([...words]) })),
  })
})

test.each([`parties/${customerId}`, 'products', 'products/WID-001', `invoices?customerId=${customerId}`])(
  '%s did not change',
  async (path) => {
    const [older, newer] = await both(path)
    expect(older).toEqual(newer)
  },
)

test('v1 has handlers of its own only where v2 changed', () => {
  const own = Object.entries(v1.handlers).filter(([id, handler]) => handler !== Object(v2.handlers)[id])
  expect(own.map(([id]) => id)).toEqual(['listOrders', 'getOrder', 'putOrder', 'cancelOrder'])
})

test('a version that is not adapted to a change does not compile', () => {
  // @ts-expect-error an order of v2 is none of v1
  const unchanged = implement({ ...v2.handlers })
  expect(unchanged.contract).toBe(v1.contract)
})

test('an answer is checked once, by the contract that was asked', async () => {
  const checks = [v1, v2].map(({ contract }) => {
    const schema = contract.operations.getOrder?.responses[200]?.schema as Schema
    return vi.spyOn(schema, 'matches')
  })
  const counts = () => checks.map(({ mock }) => mock.calls.length)
  const path = `orders/${seed.orders[0]?.orderId}`
  await layers.call('GET', `system/erp/v1/${path}`)
  expect(counts()).toEqual([1, 0])
  await layers.call('GET', `system/erp/v2/${path}`)
  expect(counts()).toEqual([1, 1])
})
