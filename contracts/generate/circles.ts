/**
 * What one value is checked against at once: a schema, what it refers to, and its alternatives. A circle among them
 * never ends; parts that multiply end too late. Recursion into properties and items is fine: values end.
 */
import { at, type OpenApiDocument } from '../runtime/document.ts'
import type { Mistake, Source } from './source.ts'

type Keys = readonly (string | number)[]
type Node = Readonly<Record<string, unknown>>

/** Checks of one value by one schema; a large contract has some dozens. */
const CHECKS_MAX = 10_000

const lists = ['allOf', 'anyOf', 'oneOf']
const singles = ['not', 'if', 'then', 'else']

/** @param document the file by itself, or with everything its references name */
export function circleMistakes(source: Source, document: OpenApiDocument): readonly Mistake[] {
  const mistakes: Mistake[] = []
  const counts = new Map<object, number>()
  const open = new Set<object>()

  /** How many schemas a value meets here; infinite in a circle. */
  const count = (node: unknown): number => {
    if (!isNode(node)) return 1
    if (open.has(node)) return Number.POSITIVE_INFINITY
    const known = counts.get(node)
    if (known !== undefined) return known
    open.add(node)
    const total = partsOf(document, node).reduce<number>((sum, part) => sum + count(part), 1)
    open.delete(node)
    counts.set(node, total)
    return total
  }

  const visit = (node: unknown, keys: Keys): void => {
    if (typeof node !== 'object' || node === null) return
    const checks = isNode(node) && typeof node.$ref === 'string' ? count(node) : 0
    if (checks > CHECKS_MAX)
      mistakes.push(
        source.mistake(
          [...keys, '$ref'],
          checks === Number.POSITIVE_INFINITY
            ? `${String((node as Node).$ref)} leads back to itself: name a schema that says something`
            : `${String((node as Node).$ref)} checks a value against more than ${CHECKS_MAX} schemas: simplify allOf, anyOf and oneOf`,
        ),
      )
    for (const [key, value] of Object.entries(node))
      if (key !== 'example' && key !== 'examples' && key !== 'enum' && key !== 'const')
        visit(value, [...keys, Array.isArray(node) ? Number(key) : key])
  }
  visit(document, [])
  return mistakes
}

function partsOf(document: OpenApiDocument, node: Node): readonly unknown[] {
  const { $ref } = node
  return [
    ...(typeof $ref === 'string' && $ref.startsWith('#') ? [at(document, $ref)] : []),
    ...lists.flatMap((key) => (Array.isArray(node[key]) ? (node[key] as unknown[]) : [])),
    ...singles.flatMap((key) => (key in node ? [node[key]] : [])),
    ...Object.values(isNode(node.dependentSchemas) ? node.dependentSchemas : {}),
  ]
}

const isNode = (node: unknown): node is Node =>
  typeof node === 'object' && node !== null && !Array.isArray(node)
