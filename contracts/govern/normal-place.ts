/** What a schema says at one place of a value, whichever way it is composed. */
import { at, type Json } from '../runtime/document.ts'
import { byText, normalKeywords, normalSchema } from './normal-form.ts'
import { isNode } from './proof/project.ts'
import { canonical } from './proof/values.ts'

/** Keywords about parts of a value: those parts are places of their own. */
const inner = new Set([
  ...['properties', 'patternProperties', 'additionalProperties', 'items', 'prefixItems', 'required'],
  ...['allOf', 'anyOf', 'oneOf', '$ref'],
])

/**
 * What a schema says at a place of a value.
 *
 * @param path as `/lines/*` with `*` for any item
 * @param keyword what it says in addition, of all that belongs to the keyword
 * @param name of a property, when the keyword is `required`
 */
export function normalPlace(
  root: unknown,
  schema: unknown,
  path: string,
  keyword: string,
  name: string | undefined,
): Json {
  let layers = layersOf(root, [schema])
  for (const key of path.split('/').slice(1))
    layers = layersOf(
      root,
      layers.flatMap((layer) => childrenOf(layer, unescaped(key))),
    )
  const said = layers.map((layer) => saidBy(root, layer, keyword, name))
  const texts = new Map(said.map((one) => [canonical(one), one]))
  texts.delete('{}')
  return [...texts.values()].toSorted(byText)
}

function saidBy(root: unknown, layer: unknown, keyword: string, name: string | undefined): Json {
  if (!isNode(layer)) return layer as Json
  if (keyword === 'schema') return normalSchema(root, layer)
  if (keyword === 'required' && name !== undefined) {
    const isRequired = Array.isArray(layer.required) && layer.required.includes(name)
    const properties = isNode(layer.properties) ? layer.properties : {}
    return { isRequired, property: normalSchema(root, properties[name] ?? null) }
  }
  const own = Object.entries(layer).filter(([key]) => key === keyword || !inner.has(key))
  return normalKeywords(root, Object.fromEntries(own))
}

/** Schemas and those that hold with them, or instead of each other, for the same value. */
function layersOf(root: unknown, schemas: readonly unknown[]): readonly unknown[] {
  const layers = new Set(schemas)
  for (const layer of layers)
    if (isNode(layer)) {
      if (typeof layer.$ref === 'string') layers.add(at(root as never, layer.$ref))
      for (const key of ['allOf', 'anyOf', 'oneOf'])
        if (Array.isArray(layer[key])) for (const part of layer[key]) layers.add(part)
    }
  layers.delete(undefined)
  return [...layers]
}

function childrenOf(layer: unknown, key: string): readonly unknown[] {
  if (!isNode(layer)) return []
  const { properties, items, prefixItems, additionalProperties } = layer
  if (key === '*') return [items, additionalProperties].filter(isNode)
  if (isNode(properties) && key in properties) return [properties[key]]
  return Array.isArray(prefixItems) && key in prefixItems ? [prefixItems[Number(key)]] : []
}

const unescaped = (key: string) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~')
