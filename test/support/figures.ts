/** Figures about what was seen: how it is distributed, how much of it there was at once. */
import type { Seen } from './fault-connection.ts'

export interface Distribution {
  readonly count: number
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly p99: number
  readonly max: number
}

/**
 * Times are printed, and held to this multiple of what is promised, by the quickest tenth: where others keep the machine
 * busy, everything waits for the processor.
 */
export const BUSY = 5

export function distributionOf(values: readonly number[]): Distribution {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))])
  return { count: sorted.length, p10: at(0.1), p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) }
}

const rounded = (value = Number.NaN) => Math.round(value * 10) / 10

/** The most requests that were open at once, among those that began in a stretch of time. */
export function mostAtOnce(seen: readonly Seen[], from: number, until: number): number {
  const steps = seen
    .filter(({ beganAt }) => beganAt >= from && beganAt < until)
    .flatMap(({ beganAt, endedAt = Number.POSITIVE_INFINITY }) => [
      { at: beganAt, change: 1 },
      { at: endedAt, change: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.change - b.change)
  let open = 0
  let most = 0
  for (const { change } of steps) {
    open += change
    most = Math.max(most, open)
  }
  return most
}

/** The most that fell into any stretch of `withinMs`. */
export function mostWithin(times: readonly number[], withinMs: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return Math.max(
    0,
    ...sorted.map((from, index) => sorted.slice(index).filter((at) => at < from + withinMs).length),
  )
}

/** How often each occurs. */
export function tally(values: readonly (string | number | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1
  return counts
}
