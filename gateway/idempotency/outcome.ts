/** Which answers are the last word on a wish, and which leave it open, so that the same key may try again. */
import type { Reply } from '../../contracts/contract.ts'
import type { ProblemSlug } from '../../contracts/problems.ts'
import { Problem } from '../problem.ts'

/** Not settled by their status: asked to wait, still going on, or a failure on our side or behind us. */
const openStatuses: ReadonlySet<number> = new Set([202, 401, 403, 408, 425, 429])

/** Whether a repetition of the request gets this answer again, word for word. */
export const isFinal = ({ status }: Reply): boolean => status < 500 && !openStatuses.has(status)

/** A refusal is final, and takes back what was done before it. */
export const isRefusal = (reply: Reply): boolean => reply.status >= 400 && isFinal(reply)

/** Problems that are told only when the call they are about changed nothing; nothing is said about other calls. */
const withoutEffect: ReadonlySet<ProblemSlug> = new Set([
  'upstream-unavailable',
  'overloaded',
  'deadline-exceeded',
  'upstream-auth-failed',
])

export const isWithoutEffect = (error: unknown): boolean =>
  error instanceof Problem && withoutEffect.has(error.slug)
