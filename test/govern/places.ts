/** Our own contracts as text to play with, and the places in them where schemas stand. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Tree = { [key: string]: unknown }

const generated = join(import.meta.dirname, '../../contracts/generated')

/** Of APIs: events have no operations. */
export const contracts: readonly { readonly id: string; readonly text: string }[] = readdirSync(generated, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => /\/v\d+\.json$/.test(file) && !file.startsWith('events/'))
  .sort()
  .map((file) => ({ id: file.slice(0, -'.json'.length), text: readFileSync(join(generated, file), 'utf8') }))

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const named = ['properties', 'patternProperties', '$defs']
const listed = ['allOf', 'anyOf', 'oneOf', 'prefixItems']
const single = ['items', 'additionalProperties', 'not', 'contains']

/** A schema, and a way to put another in its place. */
export interface Spot {
  readonly schema: Tree
  readonly pointer: string
  replace(by: unknown): void
}

/** Every schema of a document, also those inside others. */
export function spotsOf(document: Tree): readonly Spot[] {
  const spots: Spot[] = []
  const schema = (parent: Tree, key: string, pointer: string) => {
    const found = parent[key]
    if (!isTree(found)) return
    spots.push({ schema: found, pointer, replace: (by) => Object.assign(parent, { [key]: by }) })
    for (const keyword of named)
      if (isTree(found[keyword]))
        for (const name of Object.keys(found[keyword] as Tree))
          schema(found[keyword] as Tree, name, `${pointer}/${keyword}/${name}`)
    for (const keyword of listed)
      if (Array.isArray(found[keyword]))
        Object.keys(found[keyword]).forEach((index) => {
          schema(found[keyword] as never, index, `${pointer}/${keyword}/${index}`)
        })
    for (const keyword of single) schema(found, keyword, `${pointer}/${keyword}`)
  }
  const visit = (node: unknown, pointer: string): void => {
    if (Array.isArray(node)) for (const [index, item] of node.entries()) visit(item, `${pointer}/${index}`)
    if (!isTree(node)) return
    for (const key of Object.keys(node)) {
      if (key === 'example' || key === 'examples' || key.startsWith('x-')) continue
      if (pointer === '/components/schemas' || key === 'schema') schema(node, key, `${pointer}/${key}`)
      else visit(node[key], `${pointer}/${key}`)
    }
  }
  visit(document, '')
  return spots
}

/** What a local `$ref` leads to. */
export function followed(document: Tree, $ref: string): Tree {
  let node: unknown = document
  for (const key of $ref.slice(2).split('/'))
    node = (node as Tree)[decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~')]
  return node as Tree
}
