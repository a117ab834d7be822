/** The document as it binds one direction, and schemas of it without references. */
import { at, type JsonSchema, type OpenApiDocument, resolve } from './document.ts'

/** Keywords whose value is data, and keywords whose keys are names: neither is a schema, however it looks. */
const dataKeywords = new Set(['const', 'enum', 'default', 'example', 'examples'])
const keyedByName = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs', 'schemas'])

/** The document with the properties that do not bind one direction taken off `required`. */
export function without(document: OpenApiDocument, marker: 'readOnly' | 'writeOnly'): OpenApiDocument {
  const relax = (node: unknown, byName = false): unknown => {
    if (Array.isArray(node)) return node.map((item) => relax(item))
    if (node === null || typeof node !== 'object') return node
    const copy: Record<string, unknown> = Object.fromEntries(
      Object.entries(node).map(([key, value]) =>
        !byName && dataKeywords.has(key)
          ? [key, value]
          : [key, relax(value, !byName && keyedByName.has(key))],
      ),
    )
    if (byName) return copy
    const { required, properties } = node as { required?: unknown; properties?: Record<string, unknown> }
    if (Array.isArray(required) && properties)
      copy.required = required.filter((name: string) => {
        const { node: property } = resolve<Record<string, unknown>>(document, {
          node: properties[name],
          pointer: '',
        })
        return property?.[marker] !== true
      })
    return copy
  }
  return JSON.stringify(document).includes(`"${marker}"`) ? (relax(document) as OpenApiDocument) : document
}

/** Enough for any schema people write; what is larger keeps its references. */
const NODES_MAX = 5_000

/**
 * A schema with the parts it refers to in their place: one straight check instead of a function for each part.
 * References that lead back into themselves stay, made absolute.
 */
export function inlined(document: OpenApiDocument, schema: JsonSchema): JsonSchema {
  let nodes = 0
  const inline = (node: unknown, open: readonly string[], byName = false): unknown => {
    if (Array.isArray(node)) return node.map((item) => inline(item, open))
    if (node === null || typeof node !== 'object') return node
    nodes++
    const { $ref } = node as { $ref?: unknown }
    if (!byName && typeof $ref === 'string' && $ref.startsWith('#')) return follow(node, $ref, open)
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [
        key,
        !byName && dataKeywords.has(key) ? value : inline(value, open, !byName && keyedByName.has(key)),
      ]),
    )
  }
  const follow = (node: object, $ref: string, open: readonly string[]): unknown => {
    const { $ref: _, ...beside } = node as { $ref: string; allOf?: readonly unknown[] }
    if (open.includes($ref) || nodes > NODES_MAX)
      return { ...(inline(beside, open) as object), $ref: `contract:${$ref}` }
    const target = inline(at(document, $ref), [...open, $ref])
    if (Object.keys(beside).every((keyword) => annotations.has(keyword))) return target
    const rest = inline(beside, open) as { allOf?: readonly unknown[] }
    return { ...rest, allOf: [target, ...(rest.allOf ?? [])] }
  }
  return inline(schema, []) as JsonSchema
}

/** Say something about a schema without changing what it allows. */
const annotations = new Set([
  'title',
  'description',
  'deprecated',
  'example',
  'examples',
  'default',
  '$comment',
  'readOnly',
  'writeOnly',
])
