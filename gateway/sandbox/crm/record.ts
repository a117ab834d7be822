/** A record as the wire shows it. */

import { Refusal } from './exchange.ts'
import { fieldNamed, type ObjectType, type Value } from './schema.ts'
import { fieldValue, type Row } from './store.ts'

export type WireValue = string | boolean | null

export interface WireRecord {
  attributes: { type: string; url: string }
  [field: string]: WireValue | WireRecord | WireRecord['attributes']
}

export function toRecord(row: Row, dataPath: string, fields = Object.keys(row.object.fields)): WireRecord {
  const values = fields.map((name) => [name, toWireValue(fieldValue(row, name))])
  return { attributes: attributesOf(row, dataPath), ...Object.fromEntries(values) }
}

export function attributesOf(row: Row, dataPath: string): WireRecord['attributes'] {
  return { type: row.object.name, url: recordPath(row, dataPath) }
}

export function recordPath(row: Row, dataPath: string): string {
  return `${dataPath}/sobjects/${row.object.name}/${row.id}`
}

/** Dates are written with an offset that has no colon: `2026-11-23T08:31:05.000+0000`. */
export function toWireValue(value: Value): WireValue {
  return value instanceof Date ? value.toISOString().replace('Z', '+0000') : value
}

/** The proper names of the fields a caller lists, `Id` always among them. */
export function listedFields(object: ObjectType, list: string): string[] {
  const names = list.split(',').map((name) => {
    const [fieldName] = fieldNamed(object, name.trim()) ?? []
    if (fieldName) return fieldName
    throw new Refusal(400, 'INVALID_FIELD', `No such column '${name}' on entity '${object.name}'.`)
  })
  return [...new Set(['Id', ...names])]
}
