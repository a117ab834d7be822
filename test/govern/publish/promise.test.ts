/** The digest of a contract changes with what clients rely on, and with nothing else. */
import { expect, test } from 'vitest'
import { digestOf } from '../../../contracts/govern/registry/promise.ts'
import type { Parts } from '../support.ts'
import { things } from './support.ts'

const thing = {
  type: 'object',
  required: ['name', 'description'],
  properties: { name: { type: 'string' }, description: { type: 'string' }, kind: { enum: ['a', 'b'] } },
}
const base: Parts = { reply: thing }
const digest = (parts: Parts, info?: object) => digestOf(things(parts, info))

type Case = readonly [what: string, parts: Parts, info: object]

const same: readonly Case[] = [
  ['other words', { ...base, reply: { ...thing, description: 'A thing.', title: 'Thing' } }, {}],
  ['another order', { ...base, reply: { ...thing, required: ['description', 'name'] } }, {}],
  ['another example', { ...base, reply: { ...thing, examples: [{ name: 'x' }] } }, {}],
  ['another owner', base, { 'x-owner': { team: 'others' } }],
  ['another version number', base, { version: '9.9.9' }],
  ['another title', base, { title: 'Sachen' }],
  ['how it is kept', { ...base, operation: { 'x-cache': { maxAge: 5 } } }, {}],
  ['what is active anyway', base, { 'x-lifecycle': { status: 'active' } }],
]
test.each(same)('%s: the same', (_, parts, info) => {
  expect(digest(parts, info)).toBe(digest(base))
})

const { description: _, ...fewer } = thing.properties
const different: readonly Case[] = [
  ['a property that is called description', { reply: { ...thing, properties: fewer } }, {}],
  ['the description of a value', { reply: { ...thing, default: { description: 'x' } } }, {}],
  [
    'another set of values',
    { reply: { ...thing, properties: { ...thing.properties, kind: { enum: ['a'] } } } },
    {},
  ],
  ['another objective', { ...base, operation: { 'x-slo': { rate: 5 } } }, {}],
  ['how long an answer is kept', { ...base, operation: { 'x-idempotency-retention': 60 } }, {}],
  ['a sunset', base, { 'x-lifecycle': { status: 'deprecated', sunset: '2027-06-01T00:00:00Z' } }],
]
test.each(different)('%s: different', (_, parts, info) => {
  expect(digest(parts, info)).not.toBe(digest(base))
})
