/** A SOQL query once it is read: the subset the gateway asks for. */

export interface Query {
  readonly select: 'count' | readonly Path[]
  readonly from: string
  readonly where?: Condition
  readonly orderBy: readonly Ordering[]
  readonly limit?: number
  readonly offset?: number
}

/** A field, or a field of the parent: `['Account', 'Name']`. */
export type Path = readonly [field: string] | readonly [relationship: string, field: string]

export interface Ordering {
  readonly path: Path
  readonly descending: boolean
  readonly nullsLast: boolean
}

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Condition[] }
  | { readonly kind: 'not'; readonly term: Condition }
  | Comparison
  | { readonly kind: 'like'; readonly path: Path; readonly pattern: RegExp }
  | { readonly kind: 'in'; readonly path: Path; readonly literals: readonly Literal[] }

export interface Comparison {
  readonly kind: 'comparison'
  readonly path: Path
  readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>='
  readonly literal: Literal
}

export type Literal =
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'datetime' | 'date'; readonly value: Date }
  | { readonly type: 'null'; readonly value: null }
