/** How many bytes of JSON a schema allows at most: an upper bound, infinite where something has no limit. */
import type { Node } from '../../generate/rule.ts'
import { at, type OpenApiDocument } from '../../runtime/document.ts'
import { isNode } from './rule.ts'

/** UTF-8. */
const CHARACTER_BYTES = 4
const NUMBER_BYTES = 25

export function bytesMaxOf(bundle: OpenApiDocument, root: unknown): number {
  const known = new Map<unknown, number | undefined>()

  const count = (schema: unknown): number => extent(schema) ?? Number.POSITIVE_INFINITY

  /** `undefined`: it does not say what it is, and only adds to what does. What contains itself has no limit. */
  const extent = (schema: unknown): number | undefined => {
    if (!isNode(schema)) return schema === false ? 0 : undefined
    if (!known.has(schema)) {
      known.set(schema, Number.POSITIVE_INFINITY)
      known.set(schema, measure(schema))
    }
    return known.get(schema)
  }

  const measure = (schema: Node): number | undefined => {
    const { $ref, allOf = [], anyOf = [], oneOf = [], type } = schema as Readonly<Record<string, unknown[]>>
    if ('enum' in schema || 'const' in schema)
      return longest([...((schema.enum ?? []) as unknown[]), schema.const])
    const parts = [
      typeof $ref === 'string' ? extent(at(bundle, $ref)) : undefined,
      type === undefined ? undefined : Math.max(...[type].flat().map((name) => byType(schema, name))),
      ...allOf.map(extent),
      ...[anyOf, oneOf].map((choices) =>
        choices.length ? Math.max(...choices.map((choice) => extent(choice) ?? 0)) : undefined,
      ),
    ].filter((bytes) => bytes !== undefined)
    return parts.length ? sum(parts) : undefined
  }

  const byType = (schema: Node, type: unknown): number => {
    if (type === 'string') return bytesOfText(schema)
    if (type === 'array') return listed(schema)
    if (type === 'object') return named(schema)
    return NUMBER_BYTES
  }

  const listed = ({ prefixItems = [], items, maxItems = Number.POSITIVE_INFINITY }: Node): number => {
    const first = (prefixItems as unknown[]).map(count)
    const others = items === false ? 0 : Math.max(0, Number(maxItems) - first.length)
    return 2 + sum(first) + first.length + (others === 0 ? 0 : others * (1 + count(items)))
  }

  const named = ({ properties = {}, additionalProperties, propertyNames, maxProperties }: Node): number => {
    const own = Object.entries(properties as object).map(([name, schema]) => name.length + 4 + count(schema))
    const name = isNode(propertyNames) ? bytesOfText(propertyNames) : 4
    const others = isNode(additionalProperties) ? Number(maxProperties ?? Number.POSITIVE_INFINITY) : 0
    return 2 + sum(own) + (others === 0 ? 0 : others * (name + 2 + count(additionalProperties)))
  }

  return count(root)
}

const bytesOfText = ({ maxLength, format }: Node) =>
  2 + CHARACTER_BYTES * Number(maxLength ?? (format ? 50 : Number.POSITIVE_INFINITY))

const longest = (values: readonly unknown[]) =>
  Math.max(...values.map((value) => (JSON.stringify(value) ?? '').length * CHARACTER_BYTES))

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
