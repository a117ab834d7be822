/** What other tools miss, and what they report though nothing broke. */
import { describe, expect, test } from 'vitest'
import { compareParts, effectOf, type Parts, rulesOf, type Schema } from './support.ts'

const text = { type: 'string' }
const object = (properties: object, more: object = {}): Schema => ({ type: 'object', properties, ...more })
const content = (schema: Schema) => ({ 'application/json': { schema } })
const described = { responses: { 200: { description: '' } } }

const webhook = (schema: Schema): Parts => ({
  document: {
    webhooks: { done: { post: { requestBody: { required: true, content: content(schema) }, ...described } } },
  },
})
const callback = (schema: Schema): Parts => ({
  operation: {
    callbacks: {
      done: {
        '{$request.body#/url}': {
          post: { requestBody: { required: true, content: content(schema) }, ...described },
        },
      },
    },
  },
})
const webhookReply = (schema: Schema): Parts => ({
  document: {
    webhooks: { done: { post: { responses: { 200: { description: '', content: content(schema) } } } } },
  },
})

const pet = (mapping: object): Parts => ({
  body: {
    oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
    discriminator: { propertyName: 'kind', mapping },
  },
  schemas: {
    Cat: object({ kind: text, purrs: { type: 'boolean' } }, { required: ['kind', 'purrs'] }),
    Dog: object({ kind: text, barks: { type: 'boolean' } }, { required: ['kind', 'barks'] }),
  },
})
const mapping = { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' }

describe('is breaking', () => {
  test.each([
    [
      'webhook payload: required property removed',
      webhook(object({ a: text }, { required: ['a'] })),
      webhook(object({ a: text })),
    ],
    ['webhook payload: enum widened', webhook({ enum: ['a'] }), webhook({ enum: ['a', 'b'] })],
    ['webhook answer: enum narrowed', webhookReply({ enum: ['a', 'b'] }), webhookReply({ enum: ['a'] })],
    [
      'callback payload: property became optional',
      callback(object({ a: text }, { required: ['a'] })),
      callback(object({ a: text })),
    ],
    [
      'key of a discriminator renamed',
      pet(mapping),
      pet({ ...mapping, dog: undefined, hound: '#/components/schemas/Dog' }),
    ],
    ['not removed from a reply', { reply: { ...text, not: { const: 'x' } } }, { reply: text }],
  ] as const)('%s', (_, old, next) => {
    const comparison = compareParts(old, next)
    expect(effectOf(comparison), JSON.stringify(comparison.findings)).toBe('break')
  })
})

describe('is compatible', () => {
  test.each([
    [
      'webhook payload: required property added',
      webhook(object({})),
      webhook(object({ a: text }, { required: ['a'] })),
    ],
    ['webhook payload: enum narrowed', webhook({ enum: ['a', 'b'] }), webhook({ enum: ['a'] })],
    ['webhook answer: enum widened', webhookReply({ enum: ['a'] }), webhookReply({ enum: ['a', 'b'] })],
    [
      'key of a discriminator added in a request',
      pet(mapping),
      pet({ ...mapping, kitten: '#/components/schemas/Cat' }),
    ],
    ['mapping by name instead of pointer', pet(mapping), pet({ cat: 'Cat', dog: 'Dog' })],
  ] as const)('%s', (_, old, next) => {
    const comparison = compareParts(old, next)
    expect(effectOf(comparison), JSON.stringify(comparison.findings)).toBe('ok')
  })
})

describe('recursive schemas', () => {
  const tree = (leaf: object, more: object = {}): Parts => ({
    body: { $ref: '#/components/schemas/Node' },
    schemas: {
      Node: object(
        { value: leaf, nodes: { type: 'array', items: { $ref: '#/components/schemas/Node' } } },
        more,
      ),
    },
  })
  const renamed: Parts = {
    body: { $ref: '#/components/schemas/A' },
    schemas: {
      A: object({ value: text, nodes: { type: 'array', items: { $ref: '#/components/schemas/B' } } }),
      B: {
        allOf: [
          object({ value: text }),
          object({ nodes: { type: 'array', items: { $ref: '#/components/schemas/A' } } }),
        ],
      },
    },
  }
  test('are equal when no depth tells them apart', () => {
    expect(effectOf(compareParts(tree(text), renamed))).toBe('ok')
    expect(effectOf(compareParts(renamed, tree(text)))).toBe('ok')
  })
  test('are compared to any depth', () => {
    const comparison = compareParts(tree(text), tree({ ...text, maxLength: 2 }))
    expect(rulesOf(comparison)).toEqual(['request-length-narrowed'])
  })
  test('that allow no value at all allow nothing to break', () => {
    const endless: Parts = {
      body: { $ref: '#/components/schemas/Endless' },
      schemas: {
        Endless: object({ next: { $ref: '#/components/schemas/Endless' } }, { required: ['next'] }),
      },
    }
    expect(
      compareParts(endless, { body: object({ next: {}, more: text }, { required: ['more'] }) }).verdict,
    ).toBe('compatible')
  })
})

describe('content model', () => {
  const grown: readonly [Parts, Parts] = [
    { body: object({ a: text }) },
    { body: object({ a: text, b: text }) },
  ]
  test('lenient: names nobody declared are no part of the contract', () => {
    expect(effectOf(compareParts(...grown))).toBe('ok')
  })
  test('strict: they are', () => {
    expect(effectOf(compareParts(...grown, 'strict'))).toBe('break')
  })
  test('is the same in OpenAPI 3.0 and 3.1', () => {
    const old = { document: { openapi: '3.0.3' }, body: { type: 'string', nullable: true } }
    expect(effectOf(compareParts(old, { body: { type: ['string', 'null'] } }))).toBe('ok')
    expect(effectOf(compareParts(old, { body: { type: 'string' } }))).toBe('break')
    const bound = {
      document: { openapi: '3.0.3' },
      body: { type: 'number', minimum: 0, exclusiveMinimum: true },
    }
    expect(effectOf(compareParts(bound, { body: { type: 'number', exclusiveMinimum: 0 } }))).toBe('ok')
    expect(effectOf(compareParts({ body: { type: 'number', minimum: 0 } }, bound))).toBe('break')
  })
})

test('one change is one finding, at its place, with a message to paste', () => {
  const order = (more: object) => ({
    body: object(
      { lines: { type: 'array', items: object({ sku: text, ...more }, { required: ['sku'] }) } },
      { required: ['lines'] },
    ),
  })
  const { findings } = compareParts(
    order({ count: { type: 'integer' } }),
    order({ count: { type: 'integer', maximum: 9 } }),
  )
  expect(findings).toMatchObject([
    {
      rule: 'request-range-narrowed',
      verdict: 'breaking',
      direction: 'request',
      operation: 'POST /things',
      pointer:
        '#/paths/~1things/post/requestBody/content/application~1json/schema/properties/lines/items/properties/count/maximum',
      witness: { lines: [{ sku: '', count: 10 }] },
      curl: `curl -X POST "$BASE_URL"'/things' -H 'Content-Type: application/json' -d '{"lines":[{"count":10,"sku":""}]}'`,
    },
  ])
})
