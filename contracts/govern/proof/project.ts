/**
 * Schemas of OpenAPI 3.0 and 3.1 as plain JSON Schema 2020-12 for one direction: `nullable`, boolean bounds, read-only
 * properties and discriminators said in keywords that every validator knows. Nothing moves, so pointers stay right.
 */
import { at, step } from '../../runtime/document.ts'

/** Which way data flows: requests go to the server, responses come from it. */
export type Direction = 'request' | 'response'
/** Whether the schema binds who writes the value, or who reads it. */
export type Role = 'sender' | 'receiver'

export interface Source {
  readonly root: unknown
  /** OpenAPI 3.0, in which a `$ref` stands alone. */
  readonly old: boolean
}

type Node = Readonly<Record<string, unknown>>

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const keyedByName = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'])
const lists = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
const single = new Set([
  ...['items', 'contains', 'additionalProperties', 'unevaluatedProperties', 'unevaluatedItems'],
  ...['propertyNames', 'not', 'if', 'then', 'else'],
])
const kept = new Set([
  ...['$ref', 'type', 'enum', 'const', 'multipleOf', 'maximum', 'exclusiveMaximum', 'minimum'],
  ...['exclusiveMinimum', 'maxLength', 'minLength', 'pattern', 'maxItems', 'minItems', 'uniqueItems'],
  ...['maxContains', 'minContains', 'maxProperties', 'minProperties', 'required', 'dependentRequired'],
  ...['format', '$dynamicRef', '$anchor', '$dynamicAnchor', 'dependencies'],
])

/** A document with every schema in it projected; the rest is left as it is. */
export function project(source: Source, direction: Direction, role: Role): unknown {
  return new Projection(source, direction, role).document()
}

class Projection {
  readonly #source: Source
  readonly #hidden: 'readOnly' | 'writeOnly'
  readonly #role: Role
  readonly #targets = new Set<string>()

  constructor(source: Source, direction: Direction, role: Role) {
    this.#source = source
    this.#hidden = direction === 'request' ? 'readOnly' : 'writeOnly'
    this.#role = role
  }

  document(): unknown {
    const done = new Set<string>()
    const root = this.#walk(this.#source.root, '#', done)
    for (const pointer of this.#targets) if (!done.has(pointer)) this.#replace(root, pointer)
    return root
  }

  /** Looks for schemas in what is no schema itself. */
  #walk(node: unknown, pointer: string, done: Set<string>): unknown {
    if (Array.isArray(node)) return node.map((item, index) => this.#walk(item, step(pointer, index), done))
    if (!isNode(node)) return node
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => {
        const here = step(pointer, key)
        if (key === 'example' || key === 'examples' || key.startsWith('x-')) return [key, value]
        if (pointer === '#/components/schemas' || (key === 'schema' && !pointer.endsWith('/schemas'))) {
          done.add(here)
          return [key, this.#schema(value)]
        }
        return [key, this.#walk(value, here, done)]
      }),
    )
  }

  /** A schema that is only reached by reference, at a place where nobody looks for one. */
  #replace(root: unknown, pointer: string): void {
    const cut = pointer.lastIndexOf('/')
    const [parent, key] = [at(root as never, pointer.slice(0, cut)), pointer.slice(cut + 1)]
    if (isNode(parent) && key in parent && !pointer.startsWith('#/components/schemas/'))
      Object.assign(parent, { [key]: this.#schema(parent[key]) })
  }

  #schema(schema: unknown): unknown {
    if (!isNode(schema)) return schema
    if (typeof schema.$ref === 'string') this.#targets.add(schema.$ref)
    if (this.#source.old && typeof schema.$ref === 'string') return { $ref: schema.$ref }
    const projected: Record<string, unknown> = {}
    for (const [keyword, value] of Object.entries(schema))
      if (keyedByName.has(keyword) && isNode(value))
        projected[keyword] = Object.fromEntries(
          Object.entries(value).map(([name, part]) => [name, this.#schema(part)]),
        )
      else if (lists.has(keyword) && Array.isArray(value))
        projected[keyword] = value.map((part) => this.#schema(part))
      else if (single.has(keyword)) projected[keyword] = this.#schema(value)
      else if (kept.has(keyword)) projected[keyword] = value
    this.#modernise(schema, projected)
    this.#hide(schema, projected)
    this.#discriminate(schema, projected)
    return projected
  }

  #modernise(schema: Node, projected: Record<string, unknown>): void {
    if (schema.nullable === true && typeof schema.type === 'string') projected.type = [schema.type, 'null']
    for (const [exclusive, bound] of [
      ['exclusiveMinimum', 'minimum'],
      ['exclusiveMaximum', 'maximum'],
    ] as const)
      if (typeof schema[exclusive] === 'boolean') {
        delete projected[exclusive]
        if (schema[exclusive] && typeof schema[bound] === 'number') {
          projected[exclusive] = schema[bound]
          delete projected[bound]
        }
      }
  }

  /** What the other side owns is not sent, and not looked at when it is. */
  #hide(schema: Node, projected: Record<string, unknown>): void {
    if (!isNode(schema.properties)) return
    const hidden = Object.keys(schema.properties).filter((name) =>
      this.#isMarked((schema.properties as Node)[name], 0),
    )
    if (hidden.length === 0) return
    const properties = projected.properties as Record<string, unknown>
    for (const name of hidden) properties[name] = this.#role === 'receiver'
    if (Array.isArray(schema.required))
      projected.required = schema.required.filter((name: string) => !hidden.includes(name))
  }

  #isMarked(schema: unknown, depth: number): boolean {
    if (!isNode(schema) || depth > 20) return false
    if (schema[this.#hidden] === true) return true
    if (
      typeof schema.$ref === 'string' &&
      this.#isMarked(at(this.#source.root as never, schema.$ref), depth + 1)
    )
      return true
    return Array.isArray(schema.allOf) && schema.allOf.some((part) => this.#isMarked(part, depth + 1))
  }

  /** The value of the named property says which alternative the whole has to match. */
  #discriminate(schema: Node, projected: Record<string, unknown>): void {
    const { discriminator } = schema
    const branches = schema.oneOf ?? schema.anyOf
    if (!isNode(discriminator) || typeof discriminator.propertyName !== 'string' || !Array.isArray(branches))
      return
    const name = discriminator.propertyName
    const mapping = isNode(discriminator.mapping) ? discriminator.mapping : {}
    const choices = branches.map((branch: unknown) => {
      const $ref = isNode(branch) && typeof branch.$ref === 'string' ? branch.$ref : undefined
      if (!$ref) return undefined
      const implicit = $ref.slice($ref.lastIndexOf('/') + 1)
      const mapped = Object.keys(mapping).filter((key) => mapping[key] === $ref || mapping[key] === implicit)
      return { $ref, properties: { [name]: { enum: [...new Set([...mapped, implicit])] } } }
    })
    if (choices.every((choice) => choice !== undefined))
      projected.allOf = [
        ...((projected.allOf as readonly unknown[] | undefined) ?? []),
        { required: [name], anyOf: choices },
      ]
  }
}
