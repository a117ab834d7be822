/** How long to wait before asking again: doubling, never below the nominal delay, spread so that callers do not return together. */
import type { RetrySettings } from '../settings.ts'

/**
 * The wait before retry 0, 1, 2, … With the defaults 1, 2, 4 s, each plus up to half of itself.
 * @param floorMs what the system asked for; the spread comes on top, or all who were told the same return together
 */
export const backoff =
  (
    { firstDelayMs, jitter }: Pick<RetrySettings, 'firstDelayMs' | 'jitter'>,
    random: () => number = Math.random,
  ) =>
  (retry: number, floorMs = 0): number => {
    const nominalMs = firstDelayMs * 2 ** retry
    return Math.max(nominalMs, floorMs) + nominalMs * jitter * random()
  }
