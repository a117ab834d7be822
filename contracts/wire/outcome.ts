/** A change that was asked for and whose answer got lost: it may have been made. Only a look at the system can tell. */
import type { ProblemSlug } from '../problems.ts'

export const isOutcomeUnknown = (error: unknown): boolean =>
  (error as { slug?: ProblemSlug } | undefined)?.slug === 'outcome-unknown'
