/** What clients can rely on: a contract without its prose, and without what is only for the side that keeps it. */
import { createHash } from 'node:crypto'
import type { Json, OpenApiDocument } from '../../runtime/document.ts'
import { isNode } from '../proof/project.ts'
import { canonical } from '../proof/values.ts'
import { lifecycleOf } from './lifecycle.ts'

/** The same for contracts that promise the same, however they are worded and in whatever order. */
export const digestOf = (document: OpenApiDocument): string => sha256(canonical(promiseOf(document)))

export const sha256 = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`

export function promiseOf(document: OpenApiDocument): Json {
  const { info: _, ...rest } = document
  return { ...(kept(rest) as object), lifecycle: { ...lifecycleOf(document) } }
}

const prose = new Set([
  ...['title', 'summary', 'description', 'example', 'examples', 'externalDocs', '$comment', 'tags'],
])
/** Extensions that callers plan with. */
const promised = new Set([
  ...['x-idempotency', 'x-idempotency-retention', 'x-deadline-ms', 'x-slo', 'x-publishes'],
])
const isPromised = (key: string) => !prose.has(key) && (!key.startsWith('x-') || promised.has(key))

const values = new Set(['enum', 'const', 'default'])
const unordered = new Set(['enum', 'required', 'type'])
/** Objects whose keys are names that people chose. */
const named = new Set([
  ...['paths', 'webhooks', 'callbacks', 'content', 'headers', 'encoding', 'variables', 'mapping', 'scopes'],
  ...['schemas', 'responses', 'parameters', 'requestBodies', 'securitySchemes', 'links', 'pathItems'],
  ...['properties', 'patternProperties', 'dependentSchemas', 'dependentRequired', '$defs'],
])

function kept(node: unknown, isByName = false): Json {
  if (Array.isArray(node)) return node.map((item) => kept(item))
  if (!isNode(node)) return node as Json
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => isByName || isPromised(key))
      .map(([key, value]) => [key, isByName ? kept(value) : keptUnder(key, value)]),
  )
}

function keptUnder(key: string, value: unknown): Json {
  if (unordered.has(key) && Array.isArray(value)) return value.toSorted(byText)
  return values.has(key) ? (value as Json) : kept(value, named.has(key))
}

const byText = (a: Json, b: Json) => (canonical(a) < canonical(b) ? -1 : 1)
