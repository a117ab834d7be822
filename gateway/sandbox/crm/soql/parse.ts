/**
 * Reads a SOQL query:
 * `SELECT f, … | COUNT() FROM o [WHERE …] [ORDER BY f [ASC|DESC] [NULLS FIRST|LAST], …] [LIMIT n] [OFFSET n]`.
 */
import type { Ordering, Path, Query } from './ast.ts'
import { parseCondition } from './parse-condition.ts'
import { TokenReader } from './token-reader.ts'

export function parseSoql(source: string): Query {
  const reader = new TokenReader(source)
  reader.expectWord('select')
  const select = parseSelect(reader)
  reader.expectWord('from')
  const from = reader.name()
  const where = reader.acceptWord('where') ? parseCondition(reader) : undefined
  const orderBy = reader.acceptWords('order', 'by') ? reader.list(() => parseOrdering(reader)) : []
  const limit = reader.acceptWord('limit') ? reader.wholeNumber() : undefined
  const offset = reader.acceptWord('offset') ? reader.wholeNumber() : undefined
  reader.expectEnd()
  return {
    select,
    from,
    orderBy,
    ...(where && { where }),
    ...(limit !== undefined && { limit }),
    ...(offset !== undefined && { offset }),
  }
}

function parseSelect(reader: TokenReader): 'count' | Path[] {
  if (!reader.acceptWord('count')) return reader.list(() => reader.path())
  reader.expectSymbol('(')
  reader.expectSymbol(')')
  return 'count'
}

function parseOrdering(reader: TokenReader): Ordering {
  const path = reader.path()
  const descending = isFirst(reader, ['desc'], ['asc'])
  const nullsLast = isFirst(reader, ['nulls', 'last'], ['nulls', 'first'])
  return { path, descending, nullsLast }
}

/** Reads one of two, both of which may be left out, and says whether it was the first. */
function isFirst(reader: TokenReader, first: readonly string[], second: readonly string[]): boolean {
  if (reader.acceptWords(...first)) return true
  reader.acceptWords(...second)
  return false
}
