/** Each keyword that takes some care is honoured, for requests and for replies. */
import { describe, expect, test } from 'vitest'
import type { Json, JsonSchema, OpenApiDocument } from '../../contracts/runtime/document.ts'
import { type Direction, schemasOf } from '../../contracts/runtime/schema.ts'

type Schemas = Readonly<Record<string, JsonSchema>>

interface Case {
  readonly name: string
  /** `components.schemas`; the one called `It` is tested. */
  readonly schemas: Schemas
  readonly accepts: readonly unknown[]
  readonly refuses: readonly unknown[]
}

const person = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } } as const

const cases: readonly Case[] = [
  {
    name: '$ref keeps its siblings',
    schemas: {
      It: { $ref: '#/components/schemas/Name', maxLength: 3 },
      Name: { type: 'string', minLength: 2 },
    },
    accepts: ['ab', 'abc'],
    refuses: ['a', 'abcd', 7],
  },
  {
    name: '$ref to a name with a slash and a tilde',
    schemas: { It: { $ref: '#/components/schemas/a~1b~0c' }, 'a/b~c': { type: 'integer' } },
    accepts: [1],
    refuses: ['1'],
  },
  {
    name: 'a property called $ref',
    schemas: { It: { type: 'object', properties: { $ref: { type: 'string' } }, required: ['$ref'] } },
    accepts: [{ $ref: '#/nowhere' }],
    refuses: [{}, { $ref: 1 }],
  },
  {
    name: 'data that looks like a $ref',
    schemas: { It: { enum: [{ $ref: '#/components/schemas/Gone' }, 'x'] } },
    accepts: [{ $ref: '#/components/schemas/Gone' }, 'x'],
    refuses: [{ $ref: 'contract:#/components/schemas/Gone' }, {}],
  },
  {
    name: 'recursion',
    schemas: {
      It: {
        type: 'object',
        required: ['name'],
        additionalProperties: false,
        properties: {
          name: { type: 'string' },
          parts: { type: 'array', items: { $ref: '#/components/schemas/It' } },
        },
      },
    },
    accepts: [{ name: 'a' }, { name: 'a', parts: [{ name: 'b', parts: [{ name: 'c' }] }] }],
    refuses: [{ name: 'a', parts: [{ name: 'b', parts: [{}] }] }, { parts: [] }],
  },
  {
    name: 'prefixItems closed by items: false',
    schemas: {
      It: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'string' }], items: false, minItems: 2 },
    },
    accepts: [[1, 'a']],
    refuses: [[1], ['a', 1], [1, 'a', 'b'], {}],
  },
  {
    name: 'prefixItems with more items after',
    schemas: { It: { type: 'array', prefixItems: [{ const: 'head' }], items: { type: 'integer' } } },
    accepts: [[], ['head'], ['head', 1, 2]],
    refuses: [['tail'], ['head', 'x'], ['head', 1.5]],
  },
  {
    name: 'unevaluatedItems',
    schemas: {
      It: { allOf: [{ prefixItems: [{ type: 'integer' }] }], type: 'array', unevaluatedItems: false },
    },
    accepts: [[], [1]],
    refuses: [[1, 2], ['a']],
  },
  {
    name: 'unevaluatedProperties sees through allOf and $ref',
    schemas: {
      It: {
        allOf: [{ $ref: '#/components/schemas/Person' }],
        properties: { age: { type: 'integer' } },
        unevaluatedProperties: false,
      },
      Person: person,
    },
    accepts: [{ name: 'a' }, { name: 'a', age: 3 }],
    refuses: [{ name: 'a', aged: 3 }, { age: 3 }, { name: 'a', constructor: 1 }],
  },
  {
    name: 'unevaluatedProperties counts only the branch that holds, and only what an object has itself',
    schemas: {
      It: {
        type: 'object',
        properties: { kind: { type: 'string' } },
        if: { required: ['kind'], properties: { kind: { const: 'long' } } },
        // biome-ignore lint/suspicious/noThenProperty: the keyword is called so
        then: { properties: { length: { type: 'integer' } } },
        unevaluatedProperties: false,
      },
    },
    accepts: [{}, { kind: 'long', length: 3 }],
    refuses: [
      { kind: 'short', length: 3 },
      { constructor: 1 },
      { toString: 1 },
      { kind: 'long', valueOf: 1 },
    ],
  },
  {
    name: 'additionalProperties: false knows no inherited names either',
    schemas: { It: { type: 'object', properties: { a: true }, additionalProperties: false } },
    accepts: [{}, { a: 1 }],
    refuses: [{ constructor: 1 }, JSON.parse('{"__proto__": 1}'), { hasOwnProperty: 1 }],
  },
  {
    name: 'required means a property of its own',
    schemas: { It: { type: 'object', required: ['constructor'] } },
    accepts: [{ constructor: 1 }],
    refuses: [{}],
  },
  {
    name: 'if, then and else',
    schemas: {
      It: {
        if: { properties: { currency: { const: 'CHF' } }, required: ['currency'] },
        // biome-ignore lint/suspicious/noThenProperty: the keyword is called so
        then: { required: ['wantedAt'] },
        else: { required: ['remarks'] },
      },
    },
    accepts: [{ currency: 'CHF', wantedAt: 1 }, { currency: 'EUR', remarks: 1 }, { remarks: 1 }],
    refuses: [{ currency: 'CHF', remarks: 1 }, { currency: 'EUR', wantedAt: 1 }, {}],
  },
  {
    name: 'dependentRequired',
    schemas: { It: { dependentRequired: { card: ['billTo'] } } },
    accepts: [{}, { billTo: 1 }, { card: 1, billTo: 1 }],
    refuses: [{ card: 1 }],
  },
  {
    name: 'dependentSchemas',
    schemas: { It: { dependentSchemas: { card: { properties: { sum: { minimum: 10 } } } } } },
    accepts: [{ sum: 1 }, { card: 1, sum: 10 }],
    refuses: [{ card: 1, sum: 9 }],
  },
  {
    name: 'patternProperties and propertyNames',
    schemas: {
      It: {
        type: 'object',
        propertyNames: { pattern: '^[a-z]' },
        patternProperties: { '^s-': { type: 'string' }, '^n-': { type: 'integer' } },
        additionalProperties: false,
      },
    },
    accepts: [{}, { 's-a': 'x', 'n-b': 1 }],
    refuses: [{ 's-a': 1 }, { 'n-b': 'x' }, { other: 1 }, { S: 1 }],
  },
  {
    name: 'a discriminator with a mapping decides nothing that oneOf does not',
    schemas: {
      It: {
        oneOf: [{ $ref: '#/components/schemas/Rider' }, { $ref: '#/components/schemas/Fleet' }],
        discriminator: {
          propertyName: 'kind',
          mapping: { rider: '#/components/schemas/Rider', fleet: '#/components/schemas/Fleet' },
        },
      },
      Rider: {
        type: 'object',
        required: ['kind', 'email'],
        properties: { kind: { const: 'rider' }, email: { type: 'string', format: 'email' } },
      },
      Fleet: {
        type: 'object',
        required: ['kind', 'size'],
        properties: { kind: { const: 'fleet' }, size: { type: 'integer' } },
      },
    },
    accepts: [
      { kind: 'rider', email: 'a@b.example' },
      { kind: 'fleet', size: 3 },
    ],
    refuses: [{ kind: 'rider', size: 3 }, { kind: 'fleet' }, { kind: 'walker' }, { size: 3 }, 'rider'],
  },
  {
    name: 'contains with maxContains',
    schemas: { It: { type: 'array', contains: { const: 1 }, minContains: 1, maxContains: 2 } },
    accepts: [[1], [1, 0, 1]],
    refuses: [[], [0], [1, 1, 1]],
  },
  {
    name: 'multipleOf of decimals',
    schemas: { It: { type: 'number', multipleOf: 0.01 } },
    accepts: [19.99, 0.07, 1.1, 100],
    refuses: [19.999, 0.001],
  },
  {
    name: 'integer means a value, not a spelling',
    schemas: { It: { type: 'integer' } },
    accepts: [1, 1.0, -0, 1e21],
    refuses: [1.5, '1', null, true],
  },
  {
    name: 'null in a list of types',
    schemas: { It: { type: ['string', 'null'], maxLength: 2 } },
    accepts: [null, 'ab'],
    refuses: ['abc', 0, undefined],
  },
  {
    name: 'length counts characters, not UTF-16 units',
    schemas: { It: { type: 'string', maxLength: 2, minLength: 2 } },
    accepts: ['ab', '🚲🚲'],
    refuses: ['🚲', '🚲🚲🚲'],
  },
  {
    name: 'patterns know Unicode',
    schemas: { It: { type: 'string', pattern: '^\\p{Lu}.$' } },
    accepts: ['É🚲'],
    refuses: ['é🚲', 'É'],
  },
  {
    name: 'uniqueItems by value',
    schemas: { It: { type: 'array', uniqueItems: true } },
    accepts: [
      [1, '1', true, [1]],
      [{ a: 1 }, { a: 2 }],
    ],
    refuses: [
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      [1, 1],
    ],
  },
  {
    name: 'not',
    schemas: { It: { type: 'string', not: { pattern: '^x' } } },
    accepts: ['y'],
    refuses: ['x'],
  },
  {
    name: 'formats',
    schemas: {
      It: {
        properties: {
          at: { type: 'string', format: 'date-time' },
          id: { type: 'string', format: 'uuid' },
          amount: { type: 'string', format: 'decimal', pattern: '^\\d+$' },
        },
      },
    },
    accepts: [{ at: '2026-03-14T09:30:00+01:00', id: '0f8fad5b-d9cb-469f-a165-70867728950e', amount: '12' }],
    refuses: [{ at: '2026-02-30T00:00:00Z' }, { at: '2026-03-14' }, { id: '0f8fad5b' }, { amount: '1x' }],
  },
  {
    name: 'true and false are schemas',
    schemas: { It: { type: 'object', properties: { any: true, none: false } } },
    accepts: [{}, { any: null }],
    refuses: [{ none: null }],
  },
  {
    name: 'a default is no value',
    schemas: { It: { type: 'object', required: ['size'], properties: { size: { default: 3 } } } },
    accepts: [{ size: 3 }],
    refuses: [{}],
  },
]

describe.for(cases)('$name', ({ schemas, accepts, refuses }) => {
  const directions: readonly Direction[] = ['request', 'reply']

  test.for(directions)('in a %s', (direction) => {
    const schema = schemaOf(schemas, direction)
    for (const value of accepts) expect(schema.findings(value), JSON.stringify(value)).toEqual([])
    for (const value of refuses) {
      expect(schema.matches(value), JSON.stringify(value)).toBe(false)
      expect(schema.findings(value).length).toBeGreaterThan(0)
    }
  })
})

describe('readOnly and writeOnly bind one direction', () => {
  const schemas: Schemas = {
    It: {
      allOf: [
        { $ref: '#/components/schemas/Tracked' },
        {
          type: 'object',
          required: ['name', 'pin', 'id'],
          properties: {
            name: { type: 'string' },
            pin: { type: 'string', writeOnly: true },
            id: { $ref: '#/components/schemas/Id' },
          },
        },
      ],
    },
    Tracked: { type: 'object', required: ['at'], properties: { at: { type: 'integer', readOnly: true } } },
    Id: { type: 'integer', readOnly: true },
  }

  test('a request needs no readOnly property, a reply no writeOnly one', () => {
    const [request, reply] = [schemaOf(schemas, 'request'), schemaOf(schemas, 'reply')]
    expect(request.findings({ name: 'a', pin: '1' })).toEqual([])
    expect(request.findings({ name: 'a' })).toMatchObject([{ pointer: '/pin', keyword: 'required' }])
    expect(reply.findings({ name: 'a', at: 1, id: 1 })).toEqual([])
    expect(reply.findings({ name: 'a' }).map(({ pointer }) => pointer)).toEqual(['/at', '/id'])
  })

  test('what is there must be right either way', () => {
    expect(schemaOf(schemas, 'request').matches({ name: 'a', pin: '1', at: 'late' })).toBe(false)
    expect(schemaOf(schemas, 'reply').matches({ name: 'a', at: 1, id: 1, pin: 7 })).toBe(false)
  })

  test('data that looks like a schema stays data, and a property may be called like a keyword', () => {
    const value = { required: ['a'], properties: { a: { readOnly: true } } }
    const property = { type: 'object', required: ['id'], properties: { id: { readOnly: true } } } as const
    const odd: Schemas = {
      It: { type: 'object', properties: { data: { const: value as unknown as Json }, enum: property } },
    }
    expect(schemaOf(odd, 'request').matches({ data: value, enum: {} })).toBe(true)
    expect(schemaOf(odd, 'reply').matches({ data: value, enum: {} })).toBe(false)
  })
})

describe('a finding says where and what, in words for the caller', () => {
  test.for([
    ['required', { ...person }, {}, '/name', 'is required'],
    [
      'additionalProperties',
      { additionalProperties: false },
      { 'a/b~c': 1 },
      '/a~1b~0c',
      'is not a property the contract knows',
    ],
    [
      'unevaluatedProperties',
      { unevaluatedProperties: false },
      { x: 1 },
      '/x',
      'is not a property the contract knows',
    ],
    ['enum', { enum: ['a', 1] }, 'b', '', 'must be one of "a", 1'],
    ['const', { const: 'a' }, 'b', '', 'must be "a"'],
    ['type', { type: ['string', 'null'] }, 1, '', 'must be of type string or null'],
    ['format', { type: 'string', format: 'email' }, 'x', '', 'must be a valid email'],
    [
      'dependentRequired',
      { dependentRequired: { card: ['billTo'] } },
      { card: 1 },
      '/billTo',
      'is required beside card',
    ],
    ['pattern', { propertyNames: { pattern: '^a' } }, { b: 1 }, '/b', 'must match pattern "^a"'],
    ['minimum', { properties: { n: { minimum: 1 } } }, { n: 0 }, '/n', 'must be >= 1'],
    ['items', { prefixItems: [true], items: false }, [1, 2], '', 'must NOT have more than 1 items'],
  ] as const)('%s', ([keyword, schema, value, pointer, detail]) => {
    const findings = schemaOf({ It: schema as unknown as JsonSchema }, 'request').findings(value)
    expect(findings).toEqual([{ keyword, pointer, detail }])
  })
})

function schemaOf(schemas: Schemas, direction: Direction) {
  const document: OpenApiDocument = {
    openapi: '3.1.0',
    info: { title: 'Keywords', version: '1.0.0' },
    paths: {},
    components: { schemas },
  }
  return schemasOf(document).at('#/components/schemas/It', direction)
}
