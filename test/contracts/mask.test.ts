/** What is personal or secret is not shown; nor is what nobody described. */
import { expect, test } from 'vitest'
import type { OpenApiDocument } from '../../contracts/runtime/document.ts'
import { MASK, masked } from '../../contracts/runtime/mask.ts'

const document = {
  openapi: '3.1.0',
  info: { title: 'Mask', version: '1.0.0' },
  paths: {},
  components: {
    schemas: {
      Person: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          email: { type: 'string', 'x-pii': true },
          password: { type: 'string', 'x-secret': true },
          home: { $ref: '#/components/schemas/Address' },
          secretHome: { $ref: '#/components/schemas/Address', 'x-secret': true },
          friends: { type: 'array', items: { $ref: '#/components/schemas/Person' } },
        },
      },
      Address: {
        type: 'object',
        properties: { country: { type: 'string' }, street: { type: 'string', 'x-pii': true } },
      },
      Employee: {
        allOf: [
          { $ref: '#/components/schemas/Person' },
          { properties: { id: { 'x-pii': true }, team: { type: 'string' } } },
        ],
      },
      Labels: { type: 'object', additionalProperties: { type: 'string' } },
      Contact: { oneOf: [{ $ref: '#/components/schemas/Address' }, { type: 'string', 'x-pii': true }] },
    },
  },
} as unknown as OpenApiDocument

const show = (name: string, value: unknown) =>
  masked(document, { $ref: `#/components/schemas/${name}` }, value)

test.each([
  [
    'a member',
    'Person',
    { id: '1', email: 'a@b.c', password: 'p' },
    { id: '1', email: MASK, password: MASK },
  ],
  [
    'a part of a part',
    'Person',
    { home: { country: 'DE', street: 'Kai 3' } },
    { home: { country: 'DE', street: MASK } },
  ],
  ['a whole part', 'Person', { secretHome: { country: 'DE' } }, { secretHome: MASK }],
  [
    'in lists, again and again',
    'Person',
    { friends: [{ email: 'x', friends: [{ id: '2', email: 'y' }] }] },
    { friends: [{ email: MASK, friends: [{ id: '2', email: MASK }] }] },
  ],
  [
    'what one of several schemas marks',
    'Employee',
    { id: '1', team: 'a', email: 'x' },
    { id: MASK, team: 'a', email: MASK },
  ],
  ['what is not described', 'Person', { id: '1', extra: { any: 1 } }, { id: '1', extra: MASK }],
  ['what one alternative marks', 'Contact', 'a@b.c', MASK],
  ['null', 'Person', null, null],
])('hides %s', (_, name, value, shown) => {
  expect(show(name, value)).toEqual(shown)
})

test('shows members of any name when they are described', () => {
  expect(show('Labels', { a: 'x', constructor: 'y' })).toEqual({ a: 'x', constructor: 'y' })
})

test('changes nothing of what it is given', () => {
  const value = { email: 'a@b.c' }
  show('Person', value)
  expect(value).toEqual({ email: 'a@b.c' })
})
