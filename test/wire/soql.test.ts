/** Whatever value is put into a query, the CRM reads exactly that value and nothing more. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allOf, contains, fieldList, fragment, soql, startsWith } from '../../contracts/wire/soql.ts'
import type { Condition, Literal } from '../../gateway/sandbox/crm/soql/ast.ts'
import { parseSoql } from '../../gateway/sandbox/crm/soql/parse.ts'

const path = ['Name']

function whereOf(query: string): Condition | undefined {
  return parseSoql(query).where
}

/** Any text, with the characters that mean something to SOQL far more often than chance would have them. */
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom("'", '\\', '%', '_', '"', '\n', '\r', '\t', '\b', '\f', ')', ',', ' OR ', '--'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
})
const date = fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })

describe('a value stays one literal', () => {
  const comparison = (literal: Literal) => ({ kind: 'comparison', path, operator: '=', literal })

  test('text', () => {
    fc.assert(
      fc.property(text, (value) => {
        const where = whereOf(soql`SELECT Id FROM Account WHERE Name = ${value}`)
        expect(where).toEqual(comparison({ type: 'string', value }))
      }),
      { numRuns: 2000 },
    )
  })

  test('dates', () => {
    fc.assert(
      fc.property(date, (value) => {
        const where = whereOf(soql`SELECT Id FROM Account WHERE Name = ${value}`)
        expect(where).toEqual(comparison({ type: 'datetime', value }))
      }),
    )
  })

  test('numbers, or a refusal to write one SOQL cannot hold', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.integer()), (value) => {
        const query = () => soql`SELECT Id FROM Account WHERE Name = ${value}`
        const isPlain = /^-?[\d.]+$/.test(String(value))
        if (isPlain) expect(whereOf(query())).toEqual(comparison({ type: 'number', value: value + 0 }))
        else expect(query).toThrow(RangeError)
      }),
    )
  })

  test('lists', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (values) => {
        const where = whereOf(soql`SELECT Id FROM Account WHERE Name IN ${values}`)
        const literals = values.map((value) => ({ type: 'string', value }))
        expect(where).toEqual({ kind: 'in', path, literals })
      }),
    )
  })

  test.each([
    [true, { type: 'boolean', value: true }],
    [null, { type: 'null', value: null }],
  ] as const)('%s', (value, literal) => {
    expect(whereOf(soql`SELECT Id FROM Account WHERE Name = ${value}`)).toEqual(comparison(literal))
  })
})

describe('a pattern matches the text itself', () => {
  const patternOf = (where: Condition | undefined) => {
    if (where?.kind !== 'like') throw new Error('not a LIKE')
    return where.pattern
  }

  test('anywhere or at the start, with nothing in it wild', () => {
    fc.assert(
      fc.property(text, text, text, (wanted, before, after) => {
        const anywhere = patternOf(whereOf(soql`SELECT Id FROM Account WHERE Name LIKE ${contains(wanted)}`))
        const atStart = patternOf(whereOf(soql`SELECT Id FROM Account WHERE Name LIKE ${startsWith(wanted)}`))
        expect(anywhere.test(before + wanted + after)).toBe(true)
        expect(atStart.test(wanted + after)).toBe(true)
        expect(anywhere.test(after)).toBe(includesIgnoringCase(after, wanted))
      }),
    )
  })

  test('% and _ stand for themselves', () => {
    const pattern = patternOf(whereOf(soql`SELECT Id FROM Account WHERE Name LIKE ${startsWith('100%_')}`))
    expect(['100%_ cotton', '100 percent', '100%x'].map((name) => pattern.test(name))).toEqual([
      true,
      false,
      false,
    ])
  })
})

test('fragments make up a query', () => {
  const conditions = [fragment`Name = ${"O'Neill"}`, fragment`Phone != ${null}`]
  const fields = fieldList(['Id', 'Account.External_Id__c'])
  expect(soql`SELECT ${fields} FROM Contact WHERE ${allOf(conditions)} LIMIT ${5}`).toBe(
    "SELECT Id, Account.External_Id__c FROM Contact WHERE (Name = 'O\\'Neill') AND (Phone != null) LIMIT 5",
  )
  expect(parseSoql(soql`SELECT Id FROM Contact WHERE ${allOf([])}`).where).toBeDefined()
})

test.each([
  ['a field name from outside', () => fieldList(['Id FROM Lead --'])],
  ['no field', () => fieldList([])],
  ['an empty list', () => soql`SELECT Id FROM Account WHERE Name IN ${[]}`],
  ['not a number', () => soql`SELECT Id FROM Account LIMIT ${Number.NaN}`],
  ['not a date', () => soql`SELECT Id FROM Account WHERE CreatedDate > ${new Date(Number.NaN)}`],
  ['a date SOQL cannot write', () => soql`SELECT Id FROM Account WHERE CreatedDate > ${new Date(8e15)}`],
])('%s is refused', (_, build) => {
  expect(build).toThrow(RangeError)
})

/** The same case folding the CRM's patterns use. */
function includesIgnoringCase(text: string, part: string): boolean {
  return new RegExp(part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'iu').test(text)
}
