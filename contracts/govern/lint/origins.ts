/** Where in the files a place of a bundled contract stands: the bundle and its files are walked side by side. */
import { dirname, join } from 'node:path/posix'
import type { Keys } from '../../generate/rule.ts'
import type { Source } from '../../generate/source.ts'
import { at, type OpenApiDocument, step } from '../../runtime/document.ts'

/** A place in a file. */
export interface Origin {
  readonly source: Source
  readonly keys: Keys
}

export interface Origins {
  of(keys: Keys): Origin
}

/**
 * @param sources of all files, by id
 * @param id of the contract the document was bundled from
 */
export function originsOf(
  sources: ReadonlyMap<string, Source>,
  id: string,
  document: OpenApiDocument,
): Origins {
  const root: Origin = { source: sources.get(id) as Source, keys: [] }
  /** What a reference of the bundle leads to, by pointer. */
  const targets = new Map<string, Origin>()

  const pair = (node: unknown, place: Origin): void => {
    if (typeof node !== 'object' || node === null) return
    const reference = referenceOf(nodeAt(place))
    const target = reference === undefined ? undefined : follow(place, reference, sources)
    const { $ref } = node as { $ref?: unknown }
    if (target && typeof $ref === 'string') {
      if (targets.has($ref)) return
      targets.set($ref, target)
      pair(at(document, $ref), target)
      return
    }
    for (const [key, part] of Object.entries(node))
      pair(part, extended(target ?? place, Array.isArray(node) ? Number(key) : key))
  }
  pair(document, root)

  return {
    of(keys) {
      let place = root
      for (let depth = 0; depth < keys.length; depth++) {
        const key = keys[depth] as string | number
        const node = nodeAt(place)
        const reference = referenceOf(node)
        if (reference !== undefined && !Object.hasOwn(node as object, key))
          place = follow(place, reference, sources) ?? place
        place = targets.get(step('#', ...keys.slice(0, depth + 1))) ?? extended(place, key)
      }
      return place
    },
  }
}

const extended = ({ source, keys }: Origin, key: string | number): Origin => ({
  source,
  keys: [...keys, key],
})

function nodeAt({ source, keys }: Origin): unknown {
  let node: unknown = source.data
  for (const key of keys) {
    if (typeof node !== 'object' || node === null) return undefined
    node = (node as Record<string | number, unknown>)[key]
  }
  return node
}

const referenceOf = (node: unknown): string | undefined => {
  const { $ref } = (node ?? {}) as { $ref?: unknown }
  return typeof $ref === 'string' ? $ref : undefined
}

/** Where a reference leads that may have siblings; `undefined` when its file is not among the sources. */
function follow(place: Origin, reference: string, sources: ReadonlyMap<string, Source>): Origin | undefined {
  const [file = '', pointer = ''] = reference.split('#')
  const path = file === '' ? place.source.file : join(dirname(place.source.file), file)
  const source = sources.get(path.replace(/^contracts\//, '').replace(/\.yaml$/, ''))
  if (!source) return undefined
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'))
  const target = { source, keys }
  const next = referenceOf(nodeAt(target))
  return next === undefined || next === reference ? target : (follow(target, next, sources) ?? target)
}
