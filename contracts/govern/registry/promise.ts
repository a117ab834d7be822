/** What clients can rely on: a contract without its prose, and without what is only for the side that keeps it. */
import type { Json, OpenApiDocument } from '../../runtime/document.ts'
import { sha256 } from '../fingerprint.ts'
import { inOrder, isProse, isValue } from '../normal-form.ts'
import { isNode } from '../proof/project.ts'
import { canonical } from '../proof/values.ts'

/** The same for contracts that promise the same, however they are worded and in whatever order. */
export const digestOf = (document: OpenApiDocument): string => sha256(canonical(promiseOf(document)))

export function promiseOf(document: OpenApiDocument): Json {
  const { info, ...rest } = document
  const event = info['x-event'] === undefined ? {} : { event: info['x-event'] }
  return { ...(kept(rest) as object), ...event, lifecycle: info['x-lifecycle'] ?? { status: 'active' } }
}

/** Extensions that callers plan with. */
const promised = new Set([
  ...['x-idempotency', 'x-idempotency-retention', 'x-deadline-ms', 'x-slo', 'x-publishes'],
])
const isPromised = (key: string) => !isProse(key) && (!key.startsWith('x-') || promised.has(key))

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

const keptUnder = (key: string, value: unknown): Json =>
  isValue(key) ? inOrder(key, value as Json) : inOrder(key, kept(value, named.has(key)))
