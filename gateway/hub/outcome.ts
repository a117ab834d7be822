/** What became of a delivery, and who has to act on it: nobody, the hub, or a person. */
import type { Reply } from '../../contracts/contract.ts'
import type { ProblemSlug } from '../../contracts/problems.ts'
import { MappingError } from '../../contracts/runtime/mapping.ts'
import type { Schema } from '../../contracts/runtime/schema.ts'
import { Problem } from '../problem.ts'
import type { Difference, Reason, Stage } from './letter.ts'

export type Outcome =
  | { readonly kind: 'done' }
  /** Asking again would get the same answer. */
  | Refused
  /** May go better another time. */
  | Failed

export interface Refused {
  readonly kind: 'refused'
  readonly reason: Reason
  readonly stage: Stage
  readonly message: string
  readonly differences?: readonly Difference[]
  readonly status?: number
}

export interface Failed {
  readonly kind: 'failed'
  readonly message: string
  readonly status?: number
  /** The subscriber asked not to be called before. */
  readonly retryAfterMs?: number
  /** Somebody else delivers it, or our store is away: that says nothing about the subscriber. */
  readonly isElsewhere?: true
}

export const done: Outcome = { kind: 'done' }

/** Refusals that only speak of the moment. */
const passing: ReadonlySet<number> = new Set([408, 425, 429])

/** What an answer says about the event it is the answer to. */
export function outcomeOf({ status, headers, body }: Reply): Outcome {
  if (status < 400) return done
  const { title = '', detail = '' } = (body ?? {}) as { readonly title?: string; readonly detail?: string }
  const message = `answered ${status}: ${title} ${detail}`.trim()
  if (status < 500 && !passing.has(status))
    return { kind: 'refused', reason: 'rejected', stage: 'deliver', message, status }
  const seconds = Number(headers?.['retry-after'])
  return { kind: 'failed', message, status, ...(seconds > 0 && { retryAfterMs: seconds * 1000 }) }
}

const ofTheHub: ReadonlySet<ProblemSlug> = new Set([
  'idempotency-in-progress',
  'idempotency-store-unavailable',
])

/** What a failure says about the event. */
export function outcomeOfError(error: unknown, value: unknown): Outcome {
  if (error instanceof MappingError)
    return { kind: 'refused', reason: 'mapping-error', stage: 'transform', message: error.message }
  const problem = Problem.from(error)
  const { slug, status, message } = problem
  if (slug === 'validation-failed') return violation(problem, value)
  if (slug === 'idempotency-outcome-unknown')
    return { kind: 'refused', reason: 'outcome-unknown', stage: 'deliver', message, status }
  // Somebody else has it in hand, or the store is away.
  const isOurs = ofTheHub.has(slug) || status >= 500 || passing.has(status)
  if (!isOurs) return { kind: 'refused', reason: 'rejected', stage: 'deliver', message, status }
  if (ofTheHub.has(slug)) return { kind: 'failed', message, status, isElsewhere: true }
  const seconds = Number(problem.headers?.['retry-after'])
  return { kind: 'failed', message, status, ...(seconds > 0 && { retryAfterMs: seconds * 1000 }) }
}

function violation({ errors = [], message, status }: Problem, value: unknown): Refused {
  const differences = errors.map(({ in: place, pointer, detail }) => ({
    pointer: place === 'body' ? pointer.slice(1) : `${place} ${pointer.slice(2)}`,
    expected: detail,
    actual: place === 'body' ? kindAt(value, pointer.slice(1)) : '',
  }))
  return { kind: 'refused', reason: 'contract-violation', stage: 'transform', message, differences, status }
}

/** Where a value breaks a schema; nothing when it does not. */
export function violationOf(schema: Schema, value: unknown, what: string): Refused | undefined {
  if (schema.matches(value)) return undefined
  const differences = schema.findings(value).map(({ pointer, detail }) => ({
    pointer,
    expected: detail,
    actual: kindAt(value, pointer),
  }))
  const message = `${what}: ${differences.map(({ pointer, expected, actual }) => `${pointer || '/'} ${expected}, is ${actual}`).join('; ')}`
  return { kind: 'refused', reason: 'contract-violation', stage: 'validate', message, differences }
}

/** What stands at a place, without what it says: it may be personal. */
function kindAt(value: unknown, pointer: string): string {
  const keys = pointer.split('/').slice(1)
  const found = keys.reduce<unknown>(
    (node, key) =>
      node !== null && typeof node === 'object'
        ? (node as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')]
        : undefined,
    value,
  )
  if (found === undefined) return 'missing'
  if (found === null || typeof found === 'number' || typeof found === 'boolean') return JSON.stringify(found)
  return Array.isArray(found) ? 'an array' : typeof found === 'string' ? 'a string' : 'an object'
}
