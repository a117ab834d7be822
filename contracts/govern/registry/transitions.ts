/** What may follow what in the life of an API version. Each rule says what is wrong, or nothing. */
import type { Lifecycle } from '../../lifecycle.ts'

/** What else there is to know about a life cycle. */
export interface Circumstances {
  readonly id: string
  /** As it was published last. */
  readonly before: Lifecycle | undefined
  /** The state of another API version; `undefined` when it is not published. */
  readonly statusOf: (id: string) => string | undefined
  readonly now: number
}

export const transitionFaults = (lifecycle: Lifecycle, circumstances: Circumstances): readonly string[] =>
  rules.flatMap((rule) => rule(lifecycle, circumstances) ?? [])

const rules: readonly ((lifecycle: Lifecycle, circumstances: Circumstances) => string | undefined)[] = [
  ({ status, sunsetAt = Infinity }, { now }) =>
    status === 'retired' && sunsetAt > now
      ? 'it is retired before its sunset has passed: callers rely on that date'
      : undefined,

  ({ successor }, { statusOf }) => {
    const status = successor && statusOf(successor)
    if (successor === undefined || (status && status !== 'retired')) return undefined
    return status
      ? `its successor ${successor} is retired: name one that is there`
      : `its successor ${successor} is not published: publish that before it, or with it`
  },

  ({ status }, { before }) =>
    status === 'draft' && before ? 'it is published, so it cannot become a draft again' : undefined,

  ({ status }, { before }) =>
    before?.status === 'retired' && status !== 'retired'
      ? 'it is retired, and callers have moved on: publish a new version'
      : undefined,

  ({ sunsetAt = Infinity }, { before }) =>
    before?.sunsetAt !== undefined && sunsetAt < before.sunsetAt
      ? `its sunset was announced for ${new Date(before.sunsetAt).toISOString()}: it may only move to a later date`
      : undefined,
]
