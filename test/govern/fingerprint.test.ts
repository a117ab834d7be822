/** A finding is recognised again as long as both contracts say the same at its place, however they say it. */
import { expect, test } from 'vitest'
import { compareParts, type Parts, type Schema } from './support.ts'

const text = { type: 'string' }
const order = (quantity: Schema, more: object = {}): Parts => ({
  body: {
    type: 'object',
    properties: { lines: { type: 'array', items: { properties: { quantity } } }, ...more },
  },
})
const narrowed = (old: Parts, next: Parts) => {
  const [finding, ...others] = compareParts(old, next).findings.filter(
    ({ verdict }) => verdict !== 'compatible',
  )
  expect(others).toEqual([])
  return finding?.fingerprint
}

const before = order({ type: 'integer', maximum: 100 })
const after = order({ type: 'integer', maximum: 10 })
const usual = narrowed(before, after)

const referred: Parts = {
  schemas: { Order: after.body as Schema, Few: { allOf: [{ maximum: 10, type: 'integer' }] } },
  body: { $ref: '#/components/schemas/Order' },
}
const renamed = {
  ...referred,
  schemas: { ...referred.schemas, Order: order({ $ref: '#/components/schemas/Few' }).body as Schema },
}

const same: readonly (readonly [string, Parts, Parts])[] = [
  ['with other words', before, order({ type: 'integer', maximum: 10, description: 'How many.' })],
  ['when the schema moved', before, referred],
  ['when it is composed of others', before, renamed],
  [
    'when something else changed',
    order({ type: 'integer', maximum: 100 }, { note: text }),
    order({ type: 'integer', maximum: 10 }, { note: { type: ['string', 'null'] } }),
  ],
]
test.each(same)('%s it is the same', (_, old, next) => {
  expect(narrowed(old, next)).toBe(usual)
})

const different: readonly (readonly [string, Parts, Parts])[] = [
  ['with another value after', before, order({ type: 'integer', maximum: 11 })],
  ['with another value before', order({ type: 'integer', maximum: 99 }), after],
  [
    'at another place',
    { body: { type: 'integer', maximum: 100 } },
    { body: { type: 'integer', maximum: 10 } },
  ],
  [
    'the other way',
    { reply: { type: 'integer', maximum: 10 } },
    { reply: { type: 'integer', maximum: 100 } },
  ],
  ['under another path', { ...before, path: '/others' }, { ...after, path: '/others' }],
  ['by another rule', before, order({ type: 'integer', maximum: 100, multipleOf: 2 })],
]
test.each(different)('%s it is another one', (_, old, next) => {
  expect(narrowed(old, next)).not.toBe(usual)
})

test('a property that is asked for is its own finding, whatever else is asked for', () => {
  const asks = (...required: readonly string[]): Parts => ({
    body: { type: 'object', required, properties: { name: text, mail: text, size: text } },
  })
  const of = (old: Parts, next: Parts) =>
    compareParts(old, next).findings.map(({ message, fingerprint }) => [
      message.includes('`mail`'),
      fingerprint,
    ])
  const alone = of(asks(), asks('mail'))
  expect(of(asks('name'), asks('name', 'mail'))).toEqual(alone)
  expect(of(asks(), asks('mail', 'size'))).toEqual([
    alone[0],
    [false, expect.not.stringMatching(alone[0]?.[1] as string)],
  ])
})

test('what refers to itself, or to too much, has a fingerprint too', () => {
  const tree = (limit: number): Parts => ({
    schemas: {
      Tree: { properties: { left: { $ref: '#/components/schemas/Tree' }, size: { maximum: limit } } },
    },
    parameters: [
      { name: 'tree', in: 'query', required: true, schema: { $ref: '#/components/schemas/Tree' } },
    ],
    body: { $ref: '#/components/schemas/Tree' },
  })
  expect(compareParts(tree(9), tree(8)).findings.map(({ fingerprint }) => fingerprint)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^sha256:[0-9a-f]{64}$/)]),
  )
  const doubling = Object.fromEntries(
    Array.from({ length: 40 }, (_, level) => [
      `L${level}`,
      {
        properties: {
          a: { $ref: `#/components/schemas/L${level + 1}` },
          b: { $ref: `#/components/schemas/L${level + 1}` },
        },
      },
    ]),
  )
  const wide = (limit: number): Parts => ({
    schemas: { ...doubling, L40: { maximum: limit } },
    operation: {
      parameters:
        limit === 9
          ? []
          : [{ name: 'all', in: 'query', required: true, schema: { $ref: '#/components/schemas/L0' } }],
    },
  })
  expect(compareParts(wide(9), wide(8)).findings).toHaveLength(1)
})
