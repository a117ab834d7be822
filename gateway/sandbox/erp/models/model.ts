/** What the ERP knows about a model: its fields, its rules and its buttons. */
import type { ModelName, Stored, SystemFields, Tables } from '../records.ts'
import type { Store } from '../store.ts'

/** One RPC call: the records and the context the caller sent along. */
export interface Call {
  readonly store: Store
  readonly context: Readonly<Record<string, unknown>>
}

export type Field =
  | { readonly kind: 'stored' }
  /** Many-to-one: the id of a record, or null. */
  | { readonly kind: 'one'; readonly model: ModelName }
  /** One-to-many: the records whose field `inverse` holds this record's id. */
  | { readonly kind: 'many'; readonly model: ModelName; readonly inverse: string }
  /** Many-to-many: the ids are kept in the record. */
  | { readonly kind: 'links'; readonly model: ModelName }
  /** Worked out when read; cannot be searched. `label` is its name in messages. */
  | {
      readonly kind: 'computed'
      readonly label: string
      readonly compute: Compute
      readonly model?: ModelName
    }

type Compute = (record: SystemFields, call: Call) => unknown

export interface Button<Row> {
  /** The states it acts on. From any other state it silently does nothing. */
  readonly from: readonly string[]
  /** The state it leads to, or what it does. */
  readonly act: string | ((record: Row, store: Store) => void)
}

export interface Model<M extends ModelName> {
  /** The name in messages to the user. */
  readonly label: string
  readonly fields: Readonly<Record<string, Field>>
  readonly recordName?: (record: Stored<M>, store: Store) => string
  /** Fields that are looked up by value. */
  readonly indexed?: readonly string[]
  /** The order of a search that asks for none. @default by id */
  readonly order?: readonly (readonly [field: string, direction: string])[]
  readonly defaults?: (store: Store, values: Partial<Tables[M]>) => Partial<Tables[M]>
  /** Throws a UserError when the record may not be stored like this. `self` is the id of a stored one. */
  readonly validate?: (values: Partial<Tables[M]>, store: Store, self?: number) => void
  readonly beforeDelete?: (record: Stored<M>, store: Store) => void
  readonly buttons?: Readonly<Record<string, Button<Stored<M>>>>
}

export const stored = { kind: 'stored' } as const satisfies Field

export function storedFields(...names: string[]): Record<string, Field> {
  return Object.fromEntries(names.map((name) => [name, stored]))
}

export function one(model: ModelName): Field {
  return { kind: 'one', model }
}

export function many(model: ModelName, inverse: string): Field {
  return { kind: 'many', model, inverse }
}

export function links(model: ModelName): Field {
  return { kind: 'links', model }
}

export function computed<M extends ModelName>(
  label: string,
  compute: (record: Stored<M>, call: Call) => unknown,
  model?: ModelName,
): Field {
  return { kind: 'computed', label, compute: compute as Compute, ...(model && { model }) }
}
