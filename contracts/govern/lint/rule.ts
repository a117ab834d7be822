/** What a rule of the lint is: data with a purpose, so that the rule book is the list of rules. */
import type { Contract, Keys, Node, Operation } from '../../generate/rule.ts'
import type { Json, OpenApiDocument } from '../../runtime/document.ts'

export interface LintRule<Subject = LintContract> {
  readonly id: string
  readonly purpose: string
  check(subject: Subject, report: Report): void
}

/** @param message what is wrong, a colon, and how to mend it */
export type Report = (keys: Keys, message: string) => void

/** A contract with everything its references name, and what it is made of. */
export interface LintContract extends Contract {
  readonly bundle: OpenApiDocument
  readonly bodies: readonly Body[]
  readonly schemas: readonly SchemaPlace[]
  /** Whether what the bundle has there stands in the file of the contract itself. */
  isOwn(keys: Keys): boolean
}

/** Which way a value goes: to the API, from it, or as a problem. */
export type Flow = 'request' | 'reply' | 'problem'

/** One media type of a request or reply. */
export interface Body {
  readonly keys: Keys
  readonly flow: Flow
  readonly operation: Operation
  /** Of a reply. */
  readonly status?: string
  readonly mediaType: string
  readonly media: Node
}

/** A schema that a value can meet. */
export interface SchemaPlace {
  readonly keys: Keys
  readonly schema: Node
  readonly flows: ReadonlySet<Flow>
  /** It stands for a value by itself; otherwise it only adds to one, as parts of `allOf` do. */
  readonly whole: boolean
}

/** `contracts/consumers.yaml`. */
export interface Register {
  readonly data: Json
  /** Of all contracts that have a file. */
  readonly ids: readonly string[]
  /** Those that can be read, by id. */
  readonly contracts: ReadonlyMap<string, OpenApiDocument>
}

export const isNode = (node: unknown): node is Node =>
  typeof node === 'object' && node !== null && !Array.isArray(node)

export const isServed = ({ layer }: Contract) => layer !== 'backend'
