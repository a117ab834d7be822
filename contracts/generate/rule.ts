/** What a rule is: data with a purpose, so that the rule book is the list of rules. */
import type { OpenApiDocument, ParameterObject } from '../runtime/document.ts'

export interface Rule {
  readonly id: string
  readonly purpose: string
  check(contract: Contract, report: Report): void
}

/** Names of properties and indexes of lists, from the root of the document down to a place. */
export type Keys = readonly (string | number)[]
export type Report = (keys: Keys, message: string) => void
export type Node = Record<string, unknown>

/** A contract with everything its references name. */
export interface Contract {
  readonly id: string
  readonly layer: string
  readonly info: Node
  readonly paths: Record<string, Node>
  readonly document: Node
  readonly operations: readonly Operation[]
  /** Those of all contracts. */
  readonly ids: ReadonlySet<string>
  /** All contracts that can be read. */
  readonly others: ReadonlyMap<string, OpenApiDocument>
}

export interface Operation {
  readonly keys: Keys
  readonly path: string
  readonly method: string
  readonly operation: Node
  /** Its own and those of its path, `$ref`s followed. */
  readonly parameters: readonly { readonly keys: Keys; readonly parameter: ParameterObject }[]
  /** By status, `$ref`s followed. */
  readonly responses: Readonly<Record<string, Node>>
}
