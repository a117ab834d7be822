/** The records of the org, in memory. It keeps ids, timestamps and references whole; what a record may hold is checked before. */
import { recordId, toLongId } from './record-id.ts'
import { type ObjectName, type ObjectType, objectTypes, type Value, type Values } from './schema.ts'

export interface Row {
  readonly object: ObjectType
  readonly id: string
  /** Goes up by one with each change. */
  readonly revision: number
  readonly values: Values
}

export class Store {
  readonly #tables: Record<ObjectName, Table> = {
    Account: new Table(),
    Contact: new Table(),
    Lead: new Table(),
  }
  #sequence = 0
  #undo: (() => void)[] | undefined

  rows(object: ObjectType): Row[] {
    return [...this.#tables[object.name].rows.values()]
  }

  byId(object: ObjectType, id: string): Row | undefined {
    return this.#tables[object.name].rows.get(toLongId(id))
  }

  byExternalId(object: ObjectType, value: string): Row | undefined {
    return this.#tables[object.name].byExternalId.get(value.toLowerCase())
  }

  insert(object: ObjectType, values: Values, at = new Date(), id = this.#nextId(object)): Row {
    const time = wholeSeconds(at)
    const empty = Object.entries(object.fields).map(([name, field]) => [name, field.initial ?? null])
    const row: Row = {
      object,
      id,
      revision: 1,
      values: {
        ...Object.fromEntries(empty),
        ...values,
        Id: id,
        IsDeleted: false,
        CreatedDate: time,
        LastModifiedDate: time,
        SystemModstamp: time,
      },
    }
    this.#change(object, undefined, row)
    return row
  }

  update(row: Row, values: Values): Row {
    const time = wholeSeconds(new Date())
    const changed: Row = {
      ...row,
      revision: row.revision + 1,
      values: { ...row.values, ...values, LastModifiedDate: time, SystemModstamp: time },
    }
    this.#change(row.object, row, changed)
    return changed
  }

  /** Removes a record and what belongs to it: an account goes with its contacts. */
  remove(row: Row): void {
    for (const object of Object.values(objectTypes)) {
      for (const [name, { parent }] of Object.entries(object.fields)) {
        if (parent !== row.object.name) continue
        for (const child of this.rows(object)) if (child.values[name] === row.id) this.remove(child)
      }
    }
    this.#change(row.object, row, undefined)
  }

  /** Does some work as a whole: unless it answers true, nothing of it stays. */
  transaction(work: () => boolean): void {
    const undo: (() => void)[] = []
    this.#undo = undo
    const keep = work()
    this.#undo = undefined
    if (!keep) for (const revert of undo.toReversed()) revert()
  }

  #change(object: ObjectType, before: Row | undefined, after: Row | undefined): void {
    const table = this.#tables[object.name]
    table.replace(before, after)
    this.#undo?.push(() => table.replace(after, before))
  }

  #nextId(object: ObjectType): string {
    this.#sequence += 1
    return recordId(object.keyPrefix, this.#sequence)
  }
}

/** The value of a field as a reader sees it. */
export function fieldValue(row: Row, name: string): Value {
  return row.object.fields[name]?.derive?.(row.values) ?? row.values[name] ?? null
}

class Table {
  readonly rows = new Map<string, Row>()
  readonly byExternalId = new Map<string, Row>()

  replace(before: Row | undefined, after: Row | undefined): void {
    const keyOf = (row: Row) => row.values.External_Id__c?.toString().toLowerCase()
    const oldKey = before && keyOf(before)
    const newKey = after && keyOf(after)
    if (oldKey !== undefined) this.byExternalId.delete(oldKey)
    if (before && !after) this.rows.delete(before.id)
    if (after) this.rows.set(after.id, after)
    if (after && newKey !== undefined) this.byExternalId.set(newKey, after)
  }
}

/** The CRM keeps no fractions of a second, so changes often share a timestamp. */
function wholeSeconds(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000)
}
