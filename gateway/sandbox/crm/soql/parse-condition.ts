/** Reads the condition of a WHERE clause: comparisons joined by AND, OR, NOT and brackets. */
import type { Comparison, Condition, Literal, Path } from './ast.ts'
import { likePattern, stringValue } from './strings.ts'
import type { TokenReader } from './token-reader.ts'
import { malformed } from './tokens.ts'

export function parseCondition(reader: TokenReader): Condition {
  const first = parseTerm(reader)
  for (const kind of ['and', 'or'] as const) {
    if (!reader.acceptWord(kind)) continue
    const terms = [first, parseTerm(reader)]
    while (reader.acceptWord(kind)) terms.push(parseTerm(reader))
    // AND and OR do not mix without brackets.
    for (const other of ['and', 'or']) if (reader.acceptWord(other)) throw malformed(other)
    return { kind, terms }
  }
  return first
}

function parseTerm(reader: TokenReader): Condition {
  if (reader.acceptWord('not')) return { kind: 'not', term: parseTerm(reader) }
  if (!reader.acceptSymbol('(')) return parseComparison(reader)
  const condition = parseCondition(reader)
  reader.expectSymbol(')')
  return condition
}

function parseComparison(reader: TokenReader): Condition {
  const path = reader.path()
  if (reader.acceptWord('like')) return { kind: 'like', path, pattern: parsePattern(reader) }
  if (reader.acceptWord('in')) return parseIn(reader, path)
  if (reader.acceptWords('not', 'in')) return { kind: 'not', term: parseIn(reader, path) }
  const operator = operatorOf[reader.next().text]
  if (!operator) throw malformed(path.join('.'))
  return { kind: 'comparison', path, operator, literal: parseLiteral(reader) }
}

const operatorOf: Readonly<Record<string, Comparison['operator']>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}

function parsePattern(reader: TokenReader): RegExp {
  const { kind, text } = reader.next()
  if (kind !== 'string') throw malformed(text)
  return likePattern(text)
}

function parseIn(reader: TokenReader, path: Path): Condition {
  reader.expectSymbol('(')
  const literals = reader.list(() => parseLiteral(reader))
  reader.expectSymbol(')')
  return { kind: 'in', path, literals }
}

function parseLiteral(reader: TokenReader): Literal {
  const { kind, text } = reader.next()
  switch (kind) {
    case 'string':
      return { type: 'string', value: stringValue(text) }
    case 'number':
      return { type: 'number', value: Number(text) }
    case 'datetime':
    case 'date':
      return { type: kind, value: validDate(text) }
    case 'word':
      return parseKeyword(text)
    default:
      throw malformed(text)
  }
}

function parseKeyword(text: string): Literal {
  switch (text.toLowerCase()) {
    case 'null':
      return { type: 'null', value: null }
    case 'true':
      return { type: 'boolean', value: true }
    case 'false':
      return { type: 'boolean', value: false }
    default:
      throw malformed(text)
  }
}

function validDate(text: string): Date {
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) throw malformed(text)
  return date
}
