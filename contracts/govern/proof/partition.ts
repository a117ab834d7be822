/**
 * Which referenced schemas of two documents are the same throughout, however they refer to themselves and to each
 * other: those that no number of steps along their references can tell apart.
 */
import { at, type Json } from '../../runtime/document.ts'
import { isNode } from './project.ts'
import { canonical } from './values.ts'

interface Target {
  /** Its text with a gap for each reference. */
  readonly text: string
  readonly refs: readonly string[]
}

/** @returns for each document, the name of the class of a pointer */
export function partition(roots: readonly unknown[]): readonly ((pointer: string) => string)[] {
  const targets = new Map<string, Target>()
  roots.forEach((root, index) => {
    for (const pointer of referencesIn(root))
      targets.set(`${index} ${pointer}`, targetOf(root, index, pointer))
  })
  let classes = new Map([...targets.keys()].map((key) => [key, 0]))
  for (let count = 0, before = -1; count !== before; ) {
    before = count
    const byText = new Map<string, number>()
    const next = new Map<string, number>()
    for (const [key, { text, refs }] of targets) {
      const whole = `${text} ${refs.map((ref) => classes.get(ref) ?? ref)}`
      if (!byText.has(whole)) byText.set(whole, byText.size)
      next.set(key, byText.get(whole) as number)
    }
    count = byText.size
    classes = next
  }
  return roots.map(
    (_, index) => (pointer) => `${classes.get(`${index} ${pointer}`) ?? `${index} ${pointer}`}`,
  )
}

function referencesIn(root: unknown): ReadonlySet<string> {
  const found = new Set<string>()
  const pending = [root]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isNode(node) && typeof node.$ref === 'string') found.add(node.$ref)
    if (typeof node === 'object' && node !== null)
      for (const part of Object.values(node)) if (part) pending.push(part)
  }
  return found
}

function targetOf(root: unknown, index: number, pointer: string): Target {
  const refs: string[] = []
  const gaps = (node: unknown): Json => {
    if (Array.isArray(node)) return node.map(gaps)
    if (!isNode(node)) return (node ?? null) as Json
    const names = Object.keys(node).sort()
    return Object.fromEntries(
      names.map((name) => {
        if (name !== '$ref' || typeof node.$ref !== 'string') return [name, gaps(node[name])]
        refs.push(`${index} ${node.$ref}`)
        return ['$ref', null]
      }),
    )
  }
  return { text: canonical(gaps(pointer.startsWith('#') ? at(root as never, pointer) : pointer)), refs }
}
