/** Creating, changing and deleting records, with the commands that write related records in the same call. */
import { ConcurrencyError, ProgrammingError } from './errors.ts'
import { fieldOf, models } from './models/main.ts'
import type { Call, Field } from './models/model.ts'
import { existing, fieldValue } from './reader.ts'
import type { ModelName, Tables } from './records.ts'

export type Values = Readonly<Record<string, unknown>>

interface RelationCommands {
  readonly name: string
  readonly field: Extract<Field, { kind: 'many' | 'links' }>
  readonly commands: readonly (readonly unknown[])[]
}

export function create<M extends ModelName>(call: Call, model: M, values: Values): number {
  const { plain, relations } = split(model, values)
  const { defaults, validate } = models[model]
  const record = { ...defaults?.(call.store, plain as Partial<Tables[M]>), ...plain } as Tables[M]
  validate?.(record, call.store)
  const id = call.store.insert(model, record)
  for (const relation of relations) writeRelation(call, model, id, relation)
  return id
}

export function write<M extends ModelName>(
  call: Call,
  model: M,
  ids: readonly number[],
  values: Values,
): void {
  const { plain, relations } = split(model, values)
  for (const id of ids) {
    const record = existing(call.store, model, id, 'write to', ids)
    checkVersion(call, model, id, record._timestamp)
    models[model].validate?.({ ...record, ...plain } as Partial<Tables[M]>, call.store, id)
    call.store.update(model, id, plain as Partial<Tables[M]>)
    for (const relation of relations) writeRelation(call, model, id, relation)
  }
}

export function remove<M extends ModelName>(call: Call, model: M, ids: readonly number[]): void {
  for (const id of ids) {
    const record = existing(call.store, model, id, 'read', ids)
    models[model].beforeDelete?.(record, call.store)
    for (const field of Object.values(models[model].fields)) {
      if (field.kind !== 'many') continue
      const children = call.store.find(field.model, field.inverse, id) ?? []
      remove(
        call,
        field.model,
        children.map((child) => child.id),
      )
    }
    call.store.remove(model, id)
  }
}

/** Tells plain values from relation commands such as `[["create", [{...}]], ["add", [1]]]`. */
function split(model: ModelName, values: Values): { plain: Values; relations: RelationCommands[] } {
  const plain: Record<string, unknown> = {}
  const relations: RelationCommands[] = []
  for (const [name, value] of Object.entries(values)) {
    const field = fieldOf(model, name)
    if (field.kind !== 'many' && field.kind !== 'links') {
      plain[name] = value
    } else if (Array.isArray(value) && value.every(Array.isArray)) {
      relations.push({ name, field, commands: value })
    } else {
      throw new ProgrammingError(`'${String(value)[0]}'`)
    }
  }
  return { plain, relations }
}

function writeRelation(call: Call, model: ModelName, id: number, relation: RelationCommands): void {
  const { name, field, commands } = relation
  for (const [action, first, second] of commands) {
    switch (action) {
      case 'create':
        link(
          call,
          model,
          id,
          relation,
          (first as Values[]).map((values) => createRelated(call, id, field, values)),
        )
        break
      case 'write':
        write(call, field.model, first as number[], second as Values)
        break
      case 'delete':
        remove(call, field.model, first as number[])
        break
      case 'add':
        link(call, model, id, relation, first as number[])
        break
      default:
        throw new ProgrammingError(`'${action}' on '${name}'`)
    }
  }
}

function createRelated(call: Call, owner: number, field: RelationCommands['field'], values: Values): number {
  return create(call, field.model, field.kind === 'many' ? { ...values, [field.inverse]: owner } : values)
}

/** A many-to-many relation is kept in the record; in a one-to-many the others point to it. */
function link(
  call: Call,
  model: ModelName,
  id: number,
  { name, field }: RelationCommands,
  ids: number[],
): void {
  if (field.kind === 'links') {
    const present = fieldValue(call, model, call.store.must(model, id), name) as number[]
    call.store.adjust(model, id, { [name]: [...new Set([...present, ...ids])] } as Partial<Tables[ModelName]>)
  } else {
    for (const child of ids) {
      call.store.adjust(field.model, child, { [field.inverse]: id } as Partial<Tables[ModelName]>)
    }
  }
}

/** The context may say which version of a record the caller has read: `{"party.party,2": "1795574948"}`. */
function checkVersion({ context }: Call, model: ModelName, id: number, version: string): void {
  const { _timestamp: versions } = context as { _timestamp?: Record<string, string> }
  const expected = versions?.[`${model},${id}`]
  if (expected !== undefined && expected !== version) {
    throw new ConcurrencyError('Records were modified in the meanwhile')
  }
}
