/** Turns the condition of a query into a question that can be asked of a record. */
import { Refusal } from '../exchange.ts'
import { isRecordId, toLongId } from '../record-id.ts'
import type { Field, ObjectType, Value } from '../schema.ts'
import type { Row, Store } from '../store.ts'
import type { Comparison, Condition, Literal } from './ast.ts'
import { type Column, columnOf } from './column.ts'
import { compareValues, sameValue } from './compare.ts'

type Predicate = (row: Row) => boolean

export function toPredicate(condition: Condition, object: ObjectType, store: Store): Predicate {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const terms = condition.terms.map((term) => toPredicate(term, object, store))
      if (condition.kind === 'and') return (row) => terms.every((term) => term(row))
      return (row) => terms.some((term) => term(row))
    }
    case 'not': {
      const term = toPredicate(condition.term, object, store)
      return (row) => !term(row)
    }
    case 'like': {
      const { read } = columnOf(object, condition.path, store)
      return (row) => condition.pattern.test(String(read(row) ?? ''))
    }
    case 'in': {
      const column = columnOf(object, condition.path, store)
      const wanted = condition.literals.map((literal) => operand(column, literal))
      return (row) => wanted.some((value) => sameValue(column.read(row), value))
    }
    case 'comparison':
      return comparison(condition, columnOf(object, condition.path, store))
  }
}

function comparison({ operator, literal }: Comparison, column: Column): Predicate {
  const wanted = operand(column, literal)
  const compare = (row: Row) => compareValues(column.read(row), wanted)
  switch (operator) {
    case '=':
      return (row) => sameValue(column.read(row), wanted)
    case '!=':
      return (row) => !sameValue(column.read(row), wanted)
    case '<':
      return (row) => (compare(row) ?? 0) < 0
    case '<=':
      return (row) => (compare(row) ?? 1) <= 0
    case '>':
      return (row) => (compare(row) ?? 0) > 0
    case '>=':
      return (row) => (compare(row) ?? -1) >= 0
  }
}

/** The value to compare with. A literal of another type than the field is refused, not converted. */
function operand({ name, field }: Column, literal: Literal): Value {
  if (literal.type === 'null') return null
  const expected = literalTypeOf[field.type]
  if (literal.type === 'number' || literal.type !== expected) {
    const quotes = expected === 'string' ? 'should be enclosed' : 'should not be enclosed'
    const message = `value of filter criterion for field '${name}' must be of type ${expected} and ${quotes} in quotes`
    throw new Refusal(400, 'INVALID_FIELD', message)
  }
  if (field.type !== 'id' && field.type !== 'reference') return literal.value
  if (isRecordId(String(literal.value))) return toLongId(String(literal.value))
  throw new Refusal(400, 'INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${literal.value}`)
}

const literalTypeOf: Readonly<Record<Field['type'], Literal['type']>> = {
  id: 'string',
  string: 'string',
  textarea: 'string',
  email: 'string',
  phone: 'string',
  url: 'string',
  picklist: 'string',
  reference: 'string',
  datetime: 'datetime',
  boolean: 'boolean',
}
