/** What a record may hold: a body of JSON becomes values of the schema, or the CRM says which field is wrong. */
import { Refusal } from './exchange.ts'
import { isRecordId, toLongId, toShortId } from './record-id.ts'
import {
  type Field,
  fieldNamed,
  type ObjectType,
  objectTypes,
  relationshipNamed,
  type Value,
} from './schema.ts'
import type { Row, Store } from './store.ts'

type MutableValues = Record<string, Value>

/** @param existing the record to change; without it the values are for a new one. */
export function checkedValues(
  store: Store,
  object: ObjectType,
  body: unknown,
  existing?: Row,
): MutableValues {
  const values: MutableValues = {}
  for (const [name, value] of Object.entries(asObject(body))) {
    if (name !== 'attributes') Object.assign(values, checkedEntry(store, object, name, value))
  }
  refuseMissing(object, values, existing === undefined)
  refuseDuplicate(store, object, values, existing)
  return values
}

export function asObject(body: unknown): Record<string, unknown> {
  if (body !== null && typeof body === 'object' && !Array.isArray(body)) return { ...body }
  throw new Refusal(400, 'JSON_PARSER_ERROR', 'The body must be a JSON object')
}

function checkedEntry(store: Store, object: ObjectType, name: string, value: unknown): MutableValues {
  const relationship = relationshipNamed(object, name)
  if (relationship) {
    return { [relationship.referenceField]: parentId(store, relationship.parent, value) }
  }
  const [fieldName, field] = fieldNamed(object, name) ?? []
  if (!fieldName || !field) {
    throw new Refusal(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`)
  }
  if (field.readOnly) {
    const message = `Unable to create/update fields: ${fieldName}. Please check the security settings of this field.`
    throw new Refusal(400, 'INVALID_FIELD_FOR_INSERT_UPDATE', message, [fieldName])
  }
  return { [fieldName]: checkedValue(store, fieldName, field, value) }
}

function checkedValue(store: Store, name: string, field: Field, value: unknown): Value {
  if (value === null || value === '') return null
  if (typeof value !== 'string') {
    const message = `Cannot deserialize instance of ${field.type} from JSON value ${JSON.stringify(value)}`
    throw new Refusal(400, 'JSON_PARSER_ERROR', message)
  }
  if (field.length !== undefined && value.length > field.length) {
    const message = `${name}: data value too large: ${value} (max length=${field.length})`
    throw new Refusal(400, 'STRING_TOO_LONG', message, [name])
  }
  if (field.type === 'email' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value)) {
    throw new Refusal(400, 'INVALID_EMAIL_ADDRESS', `${name}: invalid email address: ${value}`, [name])
  }
  if (field.restricted && !field.picklist?.includes(value)) {
    const message = `${name}: bad value for restricted picklist field: ${value}`
    throw new Refusal(400, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [name])
  }
  return field.parent ? checkedReference(store, name, objectTypes[field.parent], value) : value
}

function checkedReference(store: Store, name: string, parent: ObjectType, id: string): string {
  if (!isRecordId(id) || !id.startsWith(parent.keyPrefix)) {
    throw new Refusal(400, 'MALFORMED_ID', `${name}: id value of incorrect type: ${id}`, [name])
  }
  if (!store.byId(parent, id)) {
    throw new Refusal(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id')
  }
  return toLongId(id)
}

/** A parent named by its external id: `"Account": {"External_Id__c": "CUS-…"}`. */
function parentId(store: Store, parent: ObjectType, value: unknown): string | null {
  if (value === null) return null
  const [[name, key] = []] = Object.entries(asObject(value)).filter(([entry]) => entry !== 'attributes')
  const [fieldName, field] = (name !== undefined && fieldNamed(parent, name)) || []
  if (!field?.externalId || typeof key !== 'string') {
    throw new Refusal(400, 'INVALID_FIELD', `${parent.name} must be named by one external id`)
  }
  const row = store.byExternalId(parent, key)
  if (row) return row.id
  const message = `Foreign key external ID: ${key} not found for field ${fieldName} in entity ${parent.name}`
  throw new Refusal(400, 'INVALID_FIELD', message)
}

function refuseMissing(object: ObjectType, values: MutableValues, creating: boolean): void {
  const missing = Object.entries(object.fields)
    .filter(([, field]) => field.required && !field.readOnly)
    .filter(([name, field]) => name in values || (creating && field.initial === undefined))
    .map(([name]) => name)
    .filter((name) => typeof values[name] !== 'string' || values[name].trim() === '')
  if (missing.length === 0) return
  const message = `Required fields are missing: [${missing.join(', ')}]`
  throw new Refusal(400, 'REQUIRED_FIELD_MISSING', message, missing)
}

function refuseDuplicate(store: Store, object: ObjectType, values: MutableValues, existing?: Row): void {
  for (const [name, field] of Object.entries(object.fields)) {
    const value = values[name]
    if (typeof value !== 'string') continue
    const other = field.externalId
      ? store.byExternalId(object, value)
      : field.unique && store.rows(object).find((row) => row.values[name] === value)
    if (!other || other.id === existing?.id) continue
    const message = `duplicate value found: ${name} duplicates value on record with id: ${toShortId(other.id)}`
    throw new Refusal(400, 'DUPLICATE_VALUE', message, [])
  }
}
