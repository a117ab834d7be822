/** Events are read by who subscribed before, and kept for who subscribes later: both have to understand them. */
import { expect, test } from 'vitest'
import { planPublication, type Revision } from '../../../contracts/govern/main.ts'
import type { OpenApiDocument } from '../../../contracts/runtime/document.ts'
import { now, owner, publishedAs } from './support.ts'

const id = 'events/thing-made/v1'

const event = (compatibility: string, ...sizes: readonly string[]): OpenApiDocument =>
  ({
    openapi: '3.1.0',
    info: {
      title: 'Thing made',
      version: '1.0.0',
      'x-owner': owner,
      'x-event': { key: '/id', compatibility },
    },
    components: {
      schemas: { Data: { type: 'object', required: ['size'], properties: { size: { enum: sizes } } } },
    },
  }) as never

const verdict = (document: OpenApiDocument, revisions: readonly Revision[]) =>
  planPublication({
    ...{ id, document, revisions, faults: [], approvals: [], authors: [], dependants: [], now },
    statusOf: () => undefined,
  }).verdict

test.each([
  ['FULL_TRANSITIVE', 'breaking', 'breaking'],
  ['BACKWARD_TRANSITIVE', 'compatible', 'breaking'],
  ['FORWARD_TRANSITIVE', 'breaking', 'compatible'],
  ['NONE', 'compatible', 'compatible'],
])('%s: a value more is %s, a value fewer %s', (mode, more, fewer) => {
  const before = publishedAs(id, [event(mode, 's', 'm')])
  expect(verdict(event(mode, 's', 'm', 'l'), before)).toBe(more)
  expect(verdict(event(mode, 's'), before)).toBe(fewer)
})

test('without TRANSITIVE only the last revision counts', () => {
  const before = publishedAs(id, [event('BACKWARD', 's', 'm'), event('BACKWARD', 's')])
  expect(verdict(event('BACKWARD', 's', 'l'), before)).toBe('compatible')
  expect(verdict(event('BACKWARD_TRANSITIVE', 's', 'l'), before)).toBe('breaking')
})
