/** The change table: what a change of a schema or of the protocol means, by the way the data flows. */
import { describe, expect, test } from 'vitest'
import { compareParts, effectOf, type Parts, type Schema } from './support.ts'

const object = (properties: object, more: object = {}): Schema => ({ type: 'object', properties, ...more })
const text = { type: 'string' }
const money = { $ref: '#/components/schemas/Money' }
const schemas = { Money: object({ amount: text, currency: text }, { required: ['amount'] }) }

type Row = readonly [change: string, old: Schema, next: Schema, request: string, response: string]

const ok = 'ok'
const breaks = 'break'
const risky = 'risky'

const values: readonly Row[] = [
  ['enum value removed', { enum: ['a', 'b'] }, { enum: ['a'] }, breaks, ok],
  ['enum value added', { enum: ['a'] }, { enum: ['a', 'b'] }, ok, breaks],
  ['became enum', text, { type: 'string', enum: ['a'] }, breaks, ok],
  ['became const', text, { const: 'a' }, breaks, ok],
  ['const dropped', { type: 'string', const: 'a' }, text, ok, breaks],
  ['enum to oneOf of const', { enum: ['a', 'b'] }, { oneOf: [{ const: 'a' }, { const: 'b' }] }, ok, ok],
  ['enum to const', { enum: ['a'] }, { const: 'a' }, ok, ok],
  [
    'open enum grew',
    { type: 'string', 'x-extensible-enum': ['a'] },
    { type: 'string', 'x-extensible-enum': ['a', 'b'] },
    ok,
    ok,
  ],
  ['default changed', { ...text, default: 'a' }, { ...text, default: 'b' }, risky, ok],
]

const objects: readonly Row[] = [
  ['required property added', object({}), object({ a: text }, { required: ['a'] }), breaks, ok],
  [
    'required property with default added',
    object({}),
    object({ a: { ...text, default: '' } }, { required: ['a'] }),
    breaks,
    ok,
  ],
  ['optional property added', object({}), object({ a: text }), ok, ok],
  [
    'optional property added to closed',
    object({}, { additionalProperties: false }),
    object({ a: text }, { additionalProperties: false }),
    ok,
    breaks,
  ],
  [
    'required property added to closed',
    object({}, { additionalProperties: false }),
    object({ a: text }, { additionalProperties: false, required: ['a'] }),
    breaks,
    breaks,
  ],
  ['optional property removed', object({ a: text }), object({}), risky, risky],
  [
    'optional property removed, now closed',
    object({ a: text }),
    object({}, { additionalProperties: false }),
    breaks,
    risky,
  ],
  ['required property removed', object({ a: text }, { required: ['a'] }), object({}), risky, breaks],
  ['optional to required', object({ a: text }), object({ a: text }, { required: ['a'] }), breaks, ok],
  ['required to optional', object({ a: text }, { required: ['a'] }), object({ a: text }), ok, breaks],
  ['open to closed', object({ a: text }), object({ a: text }, { additionalProperties: false }), breaks, ok],
  ['closed to open', object({ a: text }, { additionalProperties: false }), object({ a: text }), ok, breaks],
  [
    'values of a map narrowed',
    object({}, { additionalProperties: text }),
    object({}, { additionalProperties: { ...text, maxLength: 3 } }),
    breaks,
    ok,
  ],
  ['required name without entry added', object({}), object({}, { required: ['a'] }), breaks, ok],
  ['required name without entry dropped', object({}, { required: ['a'] }), object({}), ok, breaks],
  [
    'required name gets an entry',
    object({}, { required: ['a'] }),
    object({ a: {} }, { required: ['a'] }),
    ok,
    ok,
  ],
  ['minProperties', object({}, { minProperties: 1 }), object({}, { minProperties: 2 }), breaks, ok],
  ['maxProperties', object({}, { maxProperties: 3 }), object({}, { maxProperties: 2 }), breaks, ok],
  [
    'propertyNames',
    object({}, { propertyNames: { pattern: '^[a-z]+$' } }),
    object({}, { propertyNames: { pattern: '^[a-y]+$' } }),
    breaks,
    ok,
  ],
  [
    'patternProperties',
    object({}, { patternProperties: { '^x-': text } }),
    object({}, { patternProperties: { '^x-': { ...text, minLength: 1 } } }),
    breaks,
    ok,
  ],
  [
    'dependentRequired',
    object({ a: text, b: text }),
    object({ a: text, b: text }, { dependentRequired: { a: ['b'] } }),
    breaks,
    ok,
  ],
  [
    'dependentSchemas',
    object({ a: text, b: text }),
    object({ a: text, b: text }, { dependentSchemas: { a: { required: ['b'] } } }),
    breaks,
    ok,
  ],
  [
    'if and then',
    object({ a: { enum: ['x', 'y'] }, b: text }),
    object(
      { a: { enum: ['x', 'y'] }, b: text },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      { if: { required: ['a'], properties: { a: { const: 'x' } } }, then: { required: ['b'] } },
    ),
    breaks,
    ok,
  ],
  [
    'unevaluatedProperties',
    object({ a: text }),
    { allOf: [object({ a: text })], unevaluatedProperties: false },
    breaks,
    ok,
  ],
  [
    'closed by unevaluatedProperties instead',
    object({ a: text }, { additionalProperties: false }),
    { allOf: [object({ a: text })], unevaluatedProperties: false },
    ok,
    ok,
  ],
  [
    'property becomes readOnly',
    object({ a: text }, { required: ['a'] }),
    object({ a: { ...text, readOnly: true } }, { required: ['a'] }),
    risky,
    ok,
  ],
  [
    'property loses readOnly, required',
    object({ a: { ...text, readOnly: true } }, { required: ['a'] }),
    object({ a: text }, { required: ['a'] }),
    breaks,
    ok,
  ],
  ['property loses writeOnly', object({ a: { ...text, writeOnly: true } }), object({ a: text }), ok, ok],
]

const types: readonly Row[] = [
  ['integer to number', { type: 'integer' }, { type: 'number' }, ok, breaks],
  ['null added', text, { type: ['string', 'null'] }, ok, breaks],
  ['type added', text, { type: ['string', 'integer'] }, ok, breaks],
  ['type changed', text, { type: 'integer' }, breaks, breaks],
  ['format added', text, { ...text, format: 'date' }, breaks, ok],
  ['int64 to int32', { type: 'integer', format: 'int64' }, { type: 'integer', format: 'int32' }, breaks, ok],
  ['format dropped', { ...text, format: 'date-time' }, text, ok, breaks],
  ['unknown format added', text, { ...text, format: 'iban' }, 'unproved', ok],
  ['float to double', { type: 'number', format: 'float' }, { type: 'number', format: 'double' }, ok, ok],
]

const constraints: readonly Row[] = [
  ['minimum', { type: 'integer', minimum: 1 }, { type: 'integer', minimum: 2 }, breaks, ok],
  ['maximum set', { type: 'integer' }, { type: 'integer', maximum: 2 }, breaks, ok],
  ['exclusiveMinimum', { type: 'number', minimum: 0 }, { type: 'number', exclusiveMinimum: 0 }, breaks, ok],
  [
    'the same bound of integers',
    { type: 'integer', minimum: 1 },
    { type: 'integer', exclusiveMinimum: 0 },
    ok,
    ok,
  ],
  ['maxLength', { ...text, maxLength: 5 }, { ...text, maxLength: 4 }, breaks, ok],
  ['minLength', text, { ...text, minLength: 1 }, breaks, ok],
  ['multipleOf added', { type: 'number' }, { type: 'number', multipleOf: 0.01 }, breaks, ok],
  [
    'multipleOf changed',
    { type: 'integer', multipleOf: 2 },
    { type: 'integer', multipleOf: 3 },
    breaks,
    breaks,
  ],
  ['multipleOf refined', { type: 'integer', multipleOf: 2 }, { type: 'integer', multipleOf: 4 }, breaks, ok],
  ['maxItems', { type: 'array', maxItems: 3 }, { type: 'array', maxItems: 2 }, breaks, ok],
  ['minItems', { type: 'array' }, { type: 'array', minItems: 1 }, breaks, ok],
  ['uniqueItems', { type: 'array' }, { type: 'array', uniqueItems: true }, breaks, ok],
  ['items', { type: 'array', items: text }, { type: 'array', items: { ...text, maxLength: 2 } }, breaks, ok],
  [
    'contains',
    { type: 'array', items: text },
    { type: 'array', items: text, contains: { const: 'a' } },
    breaks,
    ok,
  ],
  [
    'maxContains',
    { type: 'array', contains: { const: 'a' } },
    { type: 'array', contains: { const: 'a' }, maxContains: 2 },
    breaks,
    ok,
  ],
  [
    'prefixItems',
    { type: 'array', prefixItems: [text] },
    { type: 'array', prefixItems: [text, text] },
    breaks,
    ok,
  ],
  ['pattern narrowed', { ...text, pattern: '^[a-z]+$' }, { ...text, pattern: '^[a-y]+$' }, breaks, ok],
  ['pattern rewritten', { ...text, pattern: '^[0-9]{2}$' }, { ...text, pattern: '^\\d\\d$' }, ok, ok],
  [
    'pattern nobody can compare',
    { ...text, pattern: '^(?=ab)' },
    { ...text, pattern: '^(?=ab)ab' },
    'unproved',
    'unproved',
  ],
  [
    'the same such pattern',
    { ...text, pattern: '^(?=a)' },
    { ...text, pattern: '^(?=a)', description: 'x' },
    ok,
    ok,
  ],
]

const composition: readonly Row[] = [
  ['anyOf branch removed', { anyOf: [text, { type: 'integer' }] }, { anyOf: [text] }, breaks, ok],
  ['anyOf branch added', { anyOf: [text] }, { anyOf: [text, { type: 'integer' }] }, ok, breaks],
  ['oneOf branch added', { oneOf: [text] }, { oneOf: [text, { type: 'integer' }] }, ok, breaks],
  [
    'overlapping oneOf branch added',
    { oneOf: [text] },
    { oneOf: [text, { ...text, maxLength: 3 }] },
    breaks,
    ok,
  ],
  ['not added', text, { ...text, not: { const: 'a' } }, breaks, ok],
  ['inline to allOf of a reference', schemas.Money, { allOf: [money] }, ok, ok],
  [
    'split into allOf',
    object({ a: text, b: text }, { required: ['a'] }),
    { allOf: [object({ a: text }, { required: ['a'] }), object({ b: text })] },
    ok,
    ok,
  ],
  ['wrapped in oneOf of one', money, { oneOf: [money] }, ok, ok],
  ['type list to anyOf', { type: ['string', 'null'] }, { anyOf: [text, { type: 'null' }] }, ok, ok],
]

const rows = [...values, ...objects, ...types, ...constraints, ...composition]

describe.each(['body', 'reply'] as const)('in a %s', (where) => {
  const flow = where === 'body' ? 3 : 4
  test.each(rows.map((row) => [row[0], row[flow], row[1], row[2]] as const))(
    '%s: %s',
    (_, effect, old, next) => {
      const comparison = compareParts({ [where]: old, schemas }, { [where]: next, schemas })
      expect(effectOf(comparison), JSON.stringify(comparison.findings, undefined, 2)).toBe(effect)
    },
  )

  test.each(rows.map((row) => [row[0], row[flow], row[1], row[2]] as const))(
    'deep inside, %s: %s',
    (_, effect, old, next) => {
      const inside = (schema: Schema) =>
        object({ list: { type: 'array', items: object({ a: schema }, { required: ['a'] }) } })
      const comparison = compareParts({ [where]: inside(old), schemas }, { [where]: inside(next), schemas })
      expect(effectOf(comparison), JSON.stringify(comparison.findings, undefined, 2)).toBe(effect)
    },
  )
})

const query = (more: object = {}) => ({ name: 'q', in: 'query', schema: text, ...more })
const list = { type: 'array', items: text }
const responses = (...statuses: readonly string[]) => ({
  operation: { responses: Object.fromEntries(statuses.map((status) => [status, { description: status }])) },
})
const media = (...types: readonly string[]) =>
  Object.fromEntries(types.map((type) => [type, { schema: text }]))
const header = (required: boolean, schema: Schema = text) => ({
  operation: { responses: { 200: { description: '', headers: { 'X-A': { required, schema } } } } },
})
const body = (required: boolean) => ({
  operation: { requestBody: { required, content: media('application/json') } },
})

const protocol: readonly (readonly [string, Parts, Parts, string])[] = [
  ['success status removed', responses('200', '201'), responses('200'), breaks],
  ['success statuses become a range', responses('200', '201'), responses('2XX'), risky],
  ['success status covered by default', responses('200'), responses('default'), ok],
  ['a range becomes one success status', responses('2XX'), responses('200'), ok],
  ['success status added', responses('200'), responses('200', '202'), risky],
  ['error added', responses('200'), responses('200', '404'), ok],
  ['error removed', responses('200', '404'), responses('200'), ok],
  [
    'media type of the request removed',
    { operation: { requestBody: { content: media('application/json', 'application/xml') } } },
    { operation: { requestBody: { content: media('application/json') } } },
    breaks,
  ],
  [
    'media type of the request in a range',
    { operation: { requestBody: { content: media('application/json') } } },
    { operation: { requestBody: { content: media('application/*') } } },
    ok,
  ],
  [
    'media type of the reply removed',
    {
      operation: { responses: { 200: { description: '', content: media('application/json', 'text/csv') } } },
    },
    { operation: { responses: { 200: { description: '', content: media('application/json') } } } },
    breaks,
  ],
  [
    'media type of the reply added',
    { operation: { responses: { 200: { description: '', content: media('application/json') } } } },
    {
      operation: { responses: { 200: { description: '', content: media('application/json', 'text/csv') } } },
    },
    ok,
  ],
  ['body became required', body(false), body(true), breaks],
  ['body became optional', body(true), body(false), ok],
  ['required body added', {}, body(true), breaks],
  ['optional body added', {}, body(false), ok],
  ['parameter added as required', {}, { parameters: [query({ required: true })] }, breaks],
  ['parameter added as optional', {}, { parameters: [query()] }, ok],
  [
    'parameter became required',
    { parameters: [query()] },
    { parameters: [query({ required: true })] },
    breaks,
  ],
  ['parameter became optional', { parameters: [query({ required: true })] }, { parameters: [query()] }, ok],
  ['query parameter removed', { parameters: [query()] }, {}, breaks],
  ['header parameter removed', { parameters: [{ name: 'X-A', in: 'header', schema: text }] }, {}, risky],
  [
    'header in another case',
    { parameters: [{ name: 'X-A', in: 'header', schema: text }] },
    { parameters: [{ name: 'x-a', in: 'header', schema: text }] },
    ok,
  ],
  ['parameter moved', { parameters: [query()] }, { parameters: [query({ in: 'header' })] }, breaks],
  [
    'explode changed',
    { parameters: [query({ schema: list })] },
    { parameters: [query({ schema: list, explode: false })] },
    breaks,
  ],
  [
    'style changed',
    { parameters: [query({ schema: list, explode: false })] },
    { parameters: [query({ schema: list, explode: false, style: 'pipeDelimited' })] },
    breaks,
  ],
  [
    'explode changed where it makes no difference',
    { parameters: [query()] },
    { parameters: [query({ explode: false })] },
    ok,
  ],
  [
    'allowReserved changed',
    { parameters: [query({ allowReserved: true })] },
    { parameters: [query()] },
    breaks,
  ],
  [
    'parameter narrowed',
    { parameters: [query()] },
    { parameters: [query({ schema: { ...text, maxLength: 3 } })] },
    breaks,
  ],
  [
    'integer parameter becomes text',
    { parameters: [query({ schema: { type: 'integer' } })] },
    { parameters: [query()] },
    ok,
  ],
  [
    'text parameter becomes integer',
    { parameters: [query()] },
    { parameters: [query({ schema: { type: 'integer' } })] },
    breaks,
  ],
  [
    'listed texts become integers',
    { parameters: [query({ schema: { enum: ['1', '2'] } })] },
    { parameters: [query({ schema: { type: 'integer' } })] },
    'unproved',
  ],
  [
    'path variable renamed',
    { path: '/things/{a}', parameters: [{ name: 'a', in: 'path', required: true, schema: text }] },
    { path: '/things/{b}', parameters: [{ name: 'b', in: 'path', required: true, schema: text }] },
    ok,
  ],
  ['required header removed', header(true), responses('200'), breaks],
  ['required header became optional', header(true), header(false), breaks],
  ['optional header removed', header(false), responses('200'), risky],
  ['header widened', header(true, { ...text, maxLength: 3 }), header(true), breaks],
  ['header narrowed', header(true), header(true, { ...text, maxLength: 3 }), ok],
  [
    'base path changed',
    { document: { servers: [{ url: '/v1' }] } },
    { document: { servers: [{ url: '/v2' }] } },
    breaks,
  ],
  [
    'server removed',
    { document: { servers: [{ url: 'https://a.example' }, { url: 'https://b.example' }] } },
    { document: { servers: [{ url: 'https://a.example' }] } },
    breaks,
  ],
  [
    'server added',
    { document: { servers: [{ url: 'https://a.example' }] } },
    { document: { servers: [{ url: 'https://a.example' }, { url: 'https://b.example' }] } },
    ok,
  ],
  [
    'prefix moved from the server to the path',
    { document: { servers: [{ url: '/api/v1' }] } },
    { document: { servers: [{ url: '/api' }] }, path: '/v1/things' },
    ok,
  ],
  ['operation removed', {}, { path: '/others' }, breaks],
  ['operation removed, another may answer', { path: '/things/latest' }, { path: '/things/{id}' }, 'unproved'],
  [
    'operation removed after its sunset',
    { operation: { deprecated: true, 'x-sunset': '2020-01-01' } },
    { path: '/others' },
    'lifecycle',
  ],
  [
    'operation removed before its sunset',
    { operation: { deprecated: true, 'x-sunset': '2999-01-01' } },
    { path: '/others' },
    breaks,
  ],
  ['operation deprecated', {}, { operation: { deprecated: true } }, 'lifecycle'],
  [
    'sunset moved earlier',
    { operation: { deprecated: true, 'x-sunset': '2999-01-01' } },
    { operation: { deprecated: true, 'x-sunset': '2998-01-01' } },
    'lifecycle',
  ],
  ['operationId renamed', {}, { operation: { operationId: 'other' } }, 'sdk'],
]

test.each(protocol)('%s', (_, old, next, effect) => {
  const comparison = compareParts(old, next)
  expect(effectOf(comparison), JSON.stringify(comparison.findings, undefined, 2)).toBe(effect)
})

describe('security', () => {
  const securitySchemes = {
    key: { type: 'apiKey', in: 'header', name: 'X-Key' },
    sameKey: { type: 'apiKey', in: 'header', name: 'x-key' },
    otherKey: { type: 'apiKey', in: 'header', name: 'X-Token' },
    bearer: { type: 'http', scheme: 'bearer' },
    oauth: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'https://a.example', scopes: {} } } },
  }
  const secured = (security: readonly object[], where: 'document' | 'operation' = 'document'): Parts => ({
    document: { components: { securitySchemes }, ...(where === 'document' ? { security } : {}) },
    ...(where === 'operation' ? { operation: { security } } : {}),
  })
  test.each([
    ['or becomes and', secured([{ key: [] }, { bearer: [] }]), secured([{ key: [], bearer: [] }]), breaks],
    ['alternative added', secured([{ key: [] }]), secured([{ key: [] }, { bearer: [] }]), 'exposure'],
    ['scope added', secured([{ oauth: ['read'] }]), secured([{ oauth: ['read', 'write'] }]), breaks],
    ['scheme swapped', secured([{ key: [] }]), secured([{ bearer: [] }]), breaks],
    ['key renamed on the wire', secured([{ key: [] }]), secured([{ otherKey: [] }]), breaks],
    ['key renamed in the document', secured([{ key: [] }]), secured([{ sameKey: [] }]), ok],
    ['security added to all', secured([]), secured([{ key: [] }]), breaks],
    ['anonymous alternative removed', secured([{}, { key: [] }]), secured([{ key: [] }]), breaks],
    ['security removed', secured([{ key: [] }]), secured([]), 'exposure'],
    ['inherited becomes its own', secured([{ key: [] }]), secured([{ key: [] }], 'operation'), ok],
  ] as const)('%s', (_, old, next, effect) => {
    expect(effectOf(compareParts(old, next))).toBe(effect)
  })
})
