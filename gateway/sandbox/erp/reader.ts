/** Reading records: plain fields, fields worked out on the way, and dotted names that follow relations. */
import { UserError } from './errors.ts'
import { fieldOf, models } from './models/main.ts'
import type { Call } from './models/model.ts'
import type { ModelName, Stored, SystemFields } from './records.ts'
import type { Store } from './store.ts'

/** As the ERP does: the order of the ids is not kept, duplicates are dropped, one missing record fails all. */
export function read(call: Call, model: ModelName, ids: readonly number[], names: readonly string[]) {
  const sorted = [...new Set(ids)].sort((a, b) => a - b)
  return sorted.map((id) => readRecord(call, model, existing(call.store, model, id, 'read', sorted), names))
}

/** `addresses.city` comes back as `"addresses.": [{ id, city }]`. */
export function readRecord(call: Call, model: ModelName, record: SystemFields, names: readonly string[]) {
  const result: Record<string, unknown> = { id: record.id }
  const nested = new Map<string, string[]>()
  for (const name of names) {
    const dot = name.indexOf('.')
    if (dot < 0) {
      result[name] = fieldValue(call, model, record, name)
    } else {
      const base = name.slice(0, dot)
      nested.set(base, [...(nested.get(base) ?? []), name.slice(dot + 1)])
    }
  }
  for (const [base, subnames] of nested) {
    result[`${base}.`] = readRelated(call, model, record, base, subnames)
  }
  return result
}

/** The value of one field: ids for a relation, the plain value otherwise. */
export function fieldValue(call: Call, model: ModelName, record: SystemFields, name: string): unknown {
  if (name === 'rec_name') return recordName(call.store, model, record)
  const field = fieldOf(model, name)
  switch (field.kind) {
    case 'computed':
      return field.compute(record, call)
    case 'many':
      return call.store.find(field.model, field.inverse, record.id)?.map(({ id }) => id) ?? []
    default:
      return (record as unknown as Record<string, unknown>)[name] ?? null
  }
}

export function recordName<M extends ModelName>(store: Store, model: M, record: SystemFields): string {
  const own = models[model].recordName?.(record as Stored<M>, store)
  return own ?? String((record as { name?: string }).name ?? `(${record.id})`)
}

/** The record, or the refusal that names every id the caller asked for. */
export function existing<M extends ModelName>(
  store: Store,
  model: M,
  id: number,
  purpose: 'read' | 'write to',
  asked: readonly number[] = [id],
): Stored<M> {
  const record = store.get(model, id)
  if (record) return record
  const { label } = models[model]
  throw new UserError(
    `You are trying to ${purpose} records "${asked.join(', ')}" of "${label}" that don't exist anymore.`,
  )
}

function readRelated(
  call: Call,
  model: ModelName,
  record: SystemFields,
  name: string,
  subnames: readonly string[],
): unknown {
  const field = fieldOf(model, name)
  if (field.kind === 'stored' || !field.model) return null
  const value = fieldValue(call, model, record, name)
  if (Array.isArray(value)) return read(call, field.model, value, subnames)
  return value === null ? null : read(call, field.model, [Number(value)], subnames)[0]
}
