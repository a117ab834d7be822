/** What a handler takes of the replies it gets is noted, and nothing else about its run is different. */
import { expect, test } from 'vitest'
import type { ContractData } from '../../contracts/runtime/load.ts'
import { Call } from '../../gateway/call.ts'
import { Edge } from '../../gateway/usage/edge.ts'
import { Observation } from '../../gateway/usage/observation.ts'

const property = (...names: readonly string[]) => ({
  properties: Object.fromEntries(names.map((name) => [name, {}])),
})
const names = [
  'items',
  'orderId',
  'totals',
  'gross',
  'net',
  'amount',
  'note',
  'labels',
  'status',
  'customerId',
]
const contract = {
  id: 'system/erp/v1',
  document: { components: { schemas: { All: property(...names) } } },
  operations: { getOrder: { id: 'getOrder' } },
} as unknown as ContractData

const order = {
  orderId: 'ORD-1',
  status: 'open',
  customerId: 'CUS-1',
  totals: { gross: { amount: '2' }, net: { amount: '1' } },
  items: [{ amount: '1', orderId: 'a' }, { amount: '2' }],
  labels: { 'ana@shop.example': 1 },
}
const freeze = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) freeze(part)
  return Object.freeze(value)
}
freeze(order)

type Order = typeof order & { readonly note?: string }

/** Runs a handler that asks once; what it did with the reply, and what left it. */
async function run<Result>(handler: (body: Order) => Result, body: unknown = order) {
  const edge = new Edge({ contract, operation: contract.operations.getOrder as never })
  const observation = new Observation(() => edge)
  const send = async () => ({ status: 200, body })
  const reply = await observation.through(send, contract, 'getOrder', {}, new Call(Infinity))
  const result = observation.settle(handler(reply.body as Order))
  const notes = [...edge.take()].map(([use, pointer]) => `${use} ${pointer}`)
  return { result, notes: notes.filter((name) => name !== 'asks ').sort() }
}

test.each<[string, (body: Order) => unknown, readonly string[]]>([
  ['nothing', () => 1, []],
  ['a field', ({ status }) => status, ['reads /status']],
  [
    'a field of a field',
    ({ totals }) => totals.gross.amount,
    ['reads /totals', 'reads /totals/gross', 'reads /totals/gross/amount'],
  ],
  ['a field that is not there', ({ note }) => note, ['reads /note']],
  ['whether a field is there', (body) => 'note' in body, ['reads /note']],
  [
    'a field of each item',
    ({ items }) => items.map(({ amount }) => amount),
    ['reads /items', 'reads /items/*/amount'],
  ],
  ['the number of items', ({ items }) => items.length, ['reads /items']],
  ['the whole', (body) => body, ['copies ']],
  ['the whole in something else', (body) => ({ order: [body] }), ['copies ']],
  ['a part as it is', ({ totals }) => ({ total: totals }), ['copies /totals', 'reads /totals']],
  [
    'items as they are',
    ({ items }) => items.filter(({ amount }) => amount !== '1'),
    ['copies /items/*', 'reads /items', 'reads /items/*/amount'],
  ],
  [
    'all but one',
    ({ customerId: _, items: __, labels: ___, totals: ____, ...rest }) => rest,
    [
      'copies /orderId',
      'copies /status',
      'reads /customerId',
      'reads /items',
      'reads /labels',
      'reads /totals',
    ],
  ],
  ['names that are data', ({ labels }) => Object.values(labels), ['copies /labels/*', 'reads /labels']],
])('notes %s', async (_, handler, want) => {
  const { result, notes } = await run(handler)
  expect(notes).toEqual(want)
  expect(result).toEqual(handler(order as Order))
})

test('what leaves the handler is what the system gave: the same objects, no wrappers', async () => {
  const { result } = await run((body) => ({ totals: body.totals, items: [...body.items], all: body }))
  expect(result.totals).toBe(order.totals)
  expect(result.items[0]).toBe(order.items[0])
  expect(result.all).toBe(order)
  expect(structuredClone(result)).toEqual({ totals: order.totals, items: order.items, all: order })
})

test('lists and objects behave as ever', async () => {
  const body = { items: [{ amount: '3' }, { amount: '1' }], totals: { gross: { amount: '2' } } }
  const { result } = await run(({ items, totals }) => {
    items.sort((a, b) => Number(a.amount) - Number(b.amount))
    return [
      Array.isArray(items),
      [...items, ...items.slice(1)].length,
      items.concat(items).length,
      items.some(({ amount }) => amount === '3'),
      JSON.stringify(items),
      Object.keys(totals),
      structuredClone({ ...totals.gross }),
    ]
  }, body)
  expect(result).toEqual([true, 3, 4, true, '[{"amount":"1"},{"amount":"3"}]', ['gross'], { amount: '2' }])
  expect(body.items[0]).toEqual({ amount: '1' })
})

test('refusals and bytes are left alone', async () => {
  const edge = new Edge({ contract, operation: contract.operations.getOrder as never })
  const observation = new Observation(() => edge)
  const bytes = Buffer.from('x')
  for (const reply of [
    { status: 404, body: order },
    { status: 200, body: bytes },
  ]) {
    const seen = await observation.through(async () => reply, contract, 'getOrder', {}, new Call(Infinity))
    expect(seen.body).toBe(reply.body)
  }
})

test('what is written down of a step is watched again afterwards', async () => {
  const edge = new Edge({ contract, operation: contract.operations.getOrder as never })
  const observation = new Observation(() => edge)
  const reply = await observation.through(
    async () => ({ status: 200, body: order }),
    contract,
    'getOrder',
    {},
    new Call(Infinity),
  )
  const settled = observation.settle(reply)
  expect(settled.body).toBe(order)
  expect([...edge.take()]).toHaveLength(2)
  expect((observation.watch(settled).body as Order).status).toBe('open')
  expect([...edge.take()]).toEqual([['reads', '/status', 1]])
})
