/** What a template makes of a message. */
import { expect, test } from 'vitest'
import type { Json } from '../../contracts/runtime/document.ts'
import { compileMapping, MappingError } from '../../contracts/runtime/mapping.ts'

const message = {
  header: { id: 'e1', subject: 'ORD-1' },
  payload: {
    orderId: 'ORD-1',
    status: 3,
    lines: [{ sku: 'A' }, { sku: 'B' }],
    'a/b': { '~': null },
    none: '',
  },
}

const rows: readonly [string, Json, unknown][] = [
  [
    'a constant',
    { kind: 'order', count: 2, on: true, off: null },
    { kind: 'order', count: 2, on: true, off: null },
  ],
  ['the whole', '$message.payload#', message.payload],
  ['a member', { id: '$message.payload#/orderId' }, { id: 'ORD-1' }],
  ['an attribute', '$message.header#/subject', 'ORD-1'],
  ['a place in a list', '$message.payload#/lines/1/sku', 'B'],
  ['escaped names', '$message.payload#/a~1b/~0', null],
  ['what is not there', { id: '$message.payload#/nothing', rest: 1 }, { rest: 1 }],
  ['no item that is not there', ['$message.payload#/nothing', 1], [1]],
  ['nothing inherited', { made: '$message.payload#/constructor' }, {}],
  ['text around it', 'Order {$message.payload#/orderId} is {$message.payload#/status}', 'Order ORD-1 is 3'],
  ['braces that are none', '{curly} #/orderId', '{curly} #/orderId'],
  ['a value for a value', { $map: '$message.payload#/status', with: { 3: 'shipped' } }, 'shipped'],
]
test.each(rows)('%s', (_, template, expected) => {
  expect(compileMapping(template)(message)).toEqual(expected)
})

const failures: readonly [string, Json][] = [
  ['a value nothing is said about', { $map: '$message.payload#/orderId', with: { 3: 'shipped' } }],
  ['a missing part of a text', 'Order {$message.payload#/nothing}'],
  ['an object in a text', 'Lines {$message.payload#/lines}'],
]
test.each(failures)('%s cannot be mapped', (_, template) => {
  expect(() => compileMapping(template)(message)).toThrow(MappingError)
})

const mistakes: readonly [string, Json][] = [
  ['an expression that is none', '$request.body#/id'],
  ['a misspelt part', { id: '$message.body#/id' }],
  ['a map without a table', { $map: '$message.payload#/status' }],
  ['a map beside something', { $map: '$message.payload#/status', with: {}, also: 1 }],
]
test.each(mistakes)('%s is no template', (_, template) => {
  expect(() => compileMapping(template)).toThrow(TypeError)
})
