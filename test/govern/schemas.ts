/** Schemas and values from chance, small enough that they often have something to do with each other. */
import type { Json } from '../../contracts/runtime/document.ts'
import type { Random } from './random.ts'
import type { Schema } from './support.ts'

const names = ['a', 'b', 'c']
const scalars: readonly Json[] = [
  null,
  true,
  false,
  0,
  1,
  2,
  3,
  5,
  -1,
  0.5,
  10,
  'a',
  'b',
  'ab',
  '',
  'aa',
  '1',
  'A1',
]

export function anyValue(random: Random, depth = 2): Json {
  const chance = depth > 0 ? random() : 1
  if (chance < 0.25)
    return Object.fromEntries(some(random).map((name) => [name, anyValue(random, depth - 1)]))
  if (chance < 0.45) return Array.from({ length: random.below(4) }, () => anyValue(random, depth - 1))
  return random.pick(scalars)
}

const some = (random: Random, share = 0.5) => names.filter(() => random() < share)

const types = [
  'string',
  'number',
  'integer',
  'boolean',
  'null',
  'array',
  'array',
  'object',
  'object',
] as const

export function anySchema(random: Random, depth = 3): Schema {
  const inner = () => anySchema(random, depth - 1)
  const list = () => Array.from({ length: 1 + random.below(3) }, inner)
  const chance = random()
  if (depth > 0 && chance < 0.12) return { [random.pick(['anyOf', 'oneOf', 'allOf'])]: list() }
  if (depth > 0 && chance < 0.17) return { not: inner() }
  if (depth > 0 && chance < 0.2) return { if: inner(), [conclusion]: inner(), else: inner() }
  if (chance < 0.25) return { $ref: `#/components/schemas/${random.pick(['Map', 'Tree'])}` }
  if (chance < 0.3) return { enum: Array.from({ length: 1 + random.below(3) }, () => anyValue(random, 1)) }
  if (chance < 0.33) return random.pick<Schema>([true, {}, { const: anyValue(random, 1) }])
  const type = random.pick<string | readonly string[]>([...types, ['string', 'null'], ['integer', 'object']])
  const schema: Record<string, unknown> = random() < 0.85 ? { type } : {}
  const speaksOf = (one: string) => schema.type === undefined || [type].flat().includes(one)
  for (const [about, keywords] of Object.entries(keywordsOf(random, inner)))
    if (speaksOf(about) && (depth > 0 || !nested.includes(about)))
      for (const [keyword, share, make] of keywords) if (random() < share) schema[keyword] = make()
  return schema
}

const conclusion = 'then'
const nested = ['array', 'object']

type Keyword = readonly [keyword: string, share: number, make: () => unknown]

function keywordsOf(random: Random, inner: () => Schema): Readonly<Record<string, readonly Keyword[]>> {
  const pick =
    <Item>(...items: readonly Item[]) =>
    () =>
      random.pick(items)
  const numbers: readonly Keyword[] = [
    ['minimum', 0.3, pick(0, 1, -1, 0.5)],
    ['maximum', 0.3, pick(1, 2, 3, 10)],
    ['exclusiveMaximum', 0.1, pick(1, 2, 3, 10)],
    ['multipleOf', 0.3, pick(2, 3, 0.5)],
  ]
  return {
    string: [
      ['minLength', 0.3, pick(0, 1, 2)],
      ['maxLength', 0.3, pick(1, 2, 3)],
      ['pattern', 0.3, pick('^a', 'b$', '^[a-c]+$', '^a?b*$', '[0-9]', '^[A-Z]')],
      ['format', 0.05, pick('date', 'uuid')],
    ],
    number: numbers,
    integer: numbers,
    array: [
      ['items', 0.6, inner],
      ['minItems', 0.3, pick(0, 1, 2)],
      ['maxItems', 0.3, pick(1, 2, 3)],
      ['uniqueItems', 0.15, pick(true)],
      ['contains', 0.15, inner],
      ['maxContains', 0.05, pick(1, 2)],
      ['prefixItems', 0.1, () => [inner(), inner()]],
    ],
    object: [
      ['properties', 0.8, () => Object.fromEntries(some(random, 0.6).map((name) => [name, inner()]))],
      ['required', 0.5, () => some(random, 0.4)],
      ['additionalProperties', 0.35, () => (random() < 0.5 ? false : inner())],
      ['minProperties', 0.15, pick(1, 2)],
      ['maxProperties', 0.15, pick(1, 2)],
      ['patternProperties', 0.15, () => ({ [random.pick(['^a', 'b'])]: inner() })],
      ['propertyNames', 0.1, () => ({ pattern: random.pick(['^[ab]', '^c']) })],
      ['dependentRequired', 0.1, () => ({ a: ['b'] })],
      ['unevaluatedProperties', 0.1, () => random.pick<Schema>([false, { type: 'string' }])],
      ['dependentSchemas', 0.05, () => ({ b: inner() })],
    ],
  }
}

/** The same schema with a part of it different. */
export function nearly(random: Random, schema: Schema): Schema {
  if (typeof schema === 'boolean' || random() < 0.3) return anySchema(random, 2)
  const copy: Record<string, unknown> = structuredClone(schema)
  const keyword = random.pick(Object.keys(copy))
  if (keyword === undefined) return anySchema(random, 1)
  const value = copy[keyword]
  if (random() < 0.3) delete copy[keyword]
  else if (['anyOf', 'oneOf', 'allOf', 'prefixItems'].includes(keyword)) {
    const list = value as Schema[]
    const index = random.below(list.length)
    list[index] = nearly(random, list[index] as Schema)
  } else if (['items', 'not', 'if', 'then', 'else', 'contains', 'additionalProperties'].includes(keyword))
    copy[keyword] = nearly(random, value as Schema)
  else if (keyword === 'properties') {
    const properties = value as Record<string, Schema>
    for (const name of Object.keys(properties).slice(0, 1))
      properties[name] = nearly(random, properties[name] as Schema)
  } else
    Object.assign(copy, random.pick([{ minLength: 1 }, { minItems: 1 }, { minimum: 1 }, { required: ['a'] }]))
  return copy
}
