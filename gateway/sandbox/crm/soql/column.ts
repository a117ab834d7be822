/** A field of a query, found in the schema: where its values come from, directly or through a parent. */
import { Refusal } from '../exchange.ts'
import { type Field, fieldNamed, type ObjectType, relationshipNamed, type Value } from '../schema.ts'
import { fieldValue, type Row, type Store } from '../store.ts'
import type { Path } from './ast.ts'

export interface Column {
  /** The proper name of the field. */
  readonly name: string
  readonly field: Field
  /** Set when the field belongs to the parent. */
  readonly relationship?: { readonly name: string; readonly parentOf: (row: Row) => Row | undefined }
  readonly read: (row: Row) => Value
}

export function columnOf(object: ObjectType, path: Path, store: Store): Column {
  const [first, second] = path
  if (second === undefined) {
    const [name, field] = existing(object, first)
    return { name, field, read: (row) => fieldValue(row, name) }
  }
  const relationship = relationshipNamed(object, first)
  if (!relationship) {
    const message = `Didn't understand relationship '${first}' in field path.`
    throw new Refusal(400, 'INVALID_FIELD', message)
  }
  const { referenceField, parent } = relationship
  const [name, field] = existing(parent, second)
  const parentOf = (row: Row) => store.byId(parent, String(fieldValue(row, referenceField)))
  return {
    name,
    field,
    relationship: { name: parent.name, parentOf },
    read: (row) => {
      const parentRow = parentOf(row)
      return parentRow ? fieldValue(parentRow, name) : null
    },
  }
}

function existing(object: ObjectType, name: string): [string, Field] {
  const found = fieldNamed(object, name)
  if (found) return found
  throw new Refusal(400, 'INVALID_FIELD', `No such column '${name}' on entity '${object.name}'.`)
}
