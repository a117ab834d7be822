/**
 * Schemas as logic: what a schema says about a value, in pieces that can be negated. Equal formulas are one object, so
 * that what did not change between two documents is recognised at once.
 */
import type { Json } from '../../runtime/document.ts'
import type { Decimal } from './decimal.ts'

export type JsonType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object'
export const jsonTypes: readonly JsonType[] = ['string', 'number', 'object', 'array', 'boolean', 'null']

export interface Formula {
  readonly id: number
  readonly says: Statement
}

/** Statements about one type hold for every value of another type, as JSON Schema keywords do. */
export type Statement = Logic | About

export type Logic =
  | { readonly kind: 'always' }
  | { readonly kind: 'never' }
  | { readonly kind: 'all'; readonly parts: readonly Formula[] }
  | { readonly kind: 'any'; readonly parts: readonly Formula[] }
  /** Exactly one of them. */
  | { readonly kind: 'one'; readonly parts: readonly Formula[] }
  | { readonly kind: 'not'; readonly part: Formula }
  /** A `$ref`: looked up when it is needed, because schemas may refer to themselves. */
  | { readonly kind: 'reference'; readonly target: () => Formula }
  | { readonly kind: 'types'; readonly types: ReadonlySet<JsonType> }
  | { readonly kind: 'values'; readonly values: readonly Json[] }
  /** Something that is not understood, and about which only the same text says the same. */
  | { readonly kind: 'opaque'; readonly text: string }

export type About = AboutNumber | AboutString | AboutArray | AboutObject

export type AboutNumber =
  | { readonly kind: 'atLeast'; readonly limit: Decimal; readonly open: boolean }
  | { readonly kind: 'atMost'; readonly limit: Decimal; readonly open: boolean }
  | { readonly kind: 'multiple'; readonly of: Decimal }

export type AboutString =
  | { readonly kind: 'length'; readonly min: number; readonly max: number }
  | { readonly kind: 'pattern'; readonly source: string }
  | { readonly kind: 'format'; readonly name: string }

export type AboutArray =
  | { readonly kind: 'items'; readonly min: number; readonly max: number }
  | { readonly kind: 'item'; readonly index: number; readonly schema: Formula }
  /** All items from an index on. */
  | { readonly kind: 'rest'; readonly from: number; readonly schema: Formula }
  | { readonly kind: 'contains'; readonly schema: Formula; readonly min: number; readonly max: number }
  | { readonly kind: 'unique' }

export type AboutObject =
  | { readonly kind: 'properties'; readonly min: number; readonly max: number }
  | { readonly kind: 'required'; readonly name: string }
  | { readonly kind: 'property'; readonly name: string; readonly schema: Formula }
  | { readonly kind: 'named'; readonly pattern: string; readonly schema: Formula }
  /** The properties that are neither listed nor match a pattern. */
  | { readonly kind: 'others'; readonly known: Known; readonly schema: Formula }
  /** The names of all properties, as values. */
  | { readonly kind: 'names'; readonly schema: Formula }

export interface Known {
  readonly names: ReadonlySet<string>
  readonly patterns: readonly string[]
}

const typeOfKind: Readonly<Record<About['kind'], JsonType>> = {
  atLeast: 'number',
  atMost: 'number',
  multiple: 'number',
  length: 'string',
  pattern: 'string',
  format: 'string',
  items: 'array',
  item: 'array',
  rest: 'array',
  contains: 'array',
  unique: 'array',
  properties: 'object',
  required: 'object',
  property: 'object',
  named: 'object',
  others: 'object',
  names: 'object',
}

/** The type a statement is about; `undefined` when it is logic. */
export const subjectOf = (says: Statement): JsonType | undefined => typeOfKind[says.kind as About['kind']]

export function typeOf(value: Json): JsonType {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value as JsonType
}
