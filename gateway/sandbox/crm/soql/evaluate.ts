/** Runs a query over the records of the store. */
import { Refusal } from '../exchange.ts'
import type { ObjectType } from '../schema.ts'
import { objectNamed } from '../schema.ts'
import type { Row, Store } from '../store.ts'
import type { Query } from './ast.ts'
import { columnOf } from './column.ts'
import { inOrder } from './compare.ts'
import { toPredicate } from './condition.ts'

/** The most rows a query may skip; whoever reads more must go on from the last value seen. */
const offsetMax = 2000

export function evaluate(query: Query, store: Store): { object: ObjectType; rows: Row[] } {
  const { from, where, orderBy, limit, offset = 0 } = query
  const object = objectNamed(from)
  if (!object) throw new Refusal(400, 'INVALID_TYPE', `sObject type '${from}' is not supported.`)
  if (offset > offsetMax) {
    throw new Refusal(400, 'NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${offsetMax}`)
  }
  const matches = where ? toPredicate(where, object, store) : () => true
  const orderings = orderBy.map(({ path, ...direction }) => ({
    column: columnOf(object, path, store),
    ...direction,
  }))
  const rows = store
    .rows(object)
    .filter(matches)
    .sort((a, b) => {
      for (const { column, descending, nullsLast } of orderings) {
        const order = inOrder(column.read(a), column.read(b), descending, nullsLast)
        if (order !== 0) return order
      }
      return 0
    })
  return { object, rows: rows.slice(offset, limit === undefined ? undefined : offset + limit) }
}
