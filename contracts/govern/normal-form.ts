/** Schemas in a form of their own: references followed, prose left out, what has no order in order. */
import { at, type Json } from '../runtime/document.ts'
import { isNode } from './proof/project.ts'
import { canonical } from './proof/values.ts'

const prose = new Set([
  ...['title', 'summary', 'description', 'example', 'examples', 'externalDocs', '$comment', 'tags', 'xml'],
])
export const isProse = (key: string): boolean => prose.has(key)

/** Values of keywords that are data, not schemas. */
const values = new Set(['enum', 'const', 'default'])
export const isValue = (key: string): boolean => values.has(key)

const unordered = new Set(['enum', 'required', 'type', 'allOf', 'anyOf', 'oneOf'])
export const byText = (a: Json, b: Json) => (canonical(a) < canonical(b) ? -1 : 1)
export const inOrder = (key: string, value: Json): Json =>
  unordered.has(key) && Array.isArray(value) ? value.toSorted(byText) : value

const byName = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs'])

/** Beyond so many parts references are not followed any more: a schema may say in few lines what fills a library. */
const PARTS_MAX = 5_000

/** Where a schema refers to one it is part of, that is said by how far out it is. */
export const normalSchema = (root: unknown, schema: unknown): Json => new NormalForm(root).schema(schema, [])

/** What the keywords of one schema say. */
export const normalKeywords = (root: unknown, schema: object): Json =>
  new NormalForm(root).keywords(schema, [])

class NormalForm {
  readonly #root: unknown
  #parts = 0

  constructor(root: unknown) {
    this.#root = root
  }

  /** @param open the references that lead here */
  schema(schema: unknown, open: readonly string[]): Json {
    this.#parts++
    if (Array.isArray(schema)) return schema.map((part) => this.schema(part, open))
    if (!isNode(schema)) return (schema ?? null) as Json
    const { $ref, ...own } = schema
    const beside = this.keywords(own, open)
    if (typeof $ref !== 'string') return beside
    const target = this.#target($ref, open)
    return Object.keys(own).some((key) => !isProse(key))
      ? { allOf: [target, beside].toSorted(byText) }
      : target
  }

  keywords(schema: object, open: readonly string[]): Json {
    const entries = Object.entries(schema)
      .filter(([key]) => !isProse(key) && !key.startsWith('x-'))
      .map(([key, value]) => [key, inOrder(key, this.#value(key, value, open))] as const)
    return unwrapped(Object.fromEntries(entries))
  }

  #target($ref: string, open: readonly string[]): Json {
    if (open.includes($ref)) return { again: open.length - open.indexOf($ref) }
    if (this.#parts > PARTS_MAX) return { $ref }
    return this.schema(at(this.#root as never, $ref), [...open, $ref])
  }

  #value(key: string, value: unknown, open: readonly string[]): Json {
    if (isValue(key)) return value as Json
    if (!byName.has(key) || !isNode(value)) return this.schema(value, open)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, this.schema(part, open)]))
  }
}

/** Two ways to say one thing become one. */
function unwrapped({ const: only, ...rest }: Record<string, Json>): Json {
  const schema = only === undefined ? rest : { ...rest, enum: [only] }
  const [[key, value] = ['', null], ...others] = Object.entries(schema)
  const isAlone = ['allOf', 'anyOf', 'oneOf'].includes(key) && others.length === 0
  return isAlone && Array.isArray(value) && value.length === 1 ? (value[0] as Json) : schema
}
