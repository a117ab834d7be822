/** How calls ended and how long they took, as totals that only grow: two of them give what happened in between. */
import type { Buckets } from '../metrics/instruments.ts'

/** Most are never timed. */
const NONE: readonly number[] = []

export class Tally {
  ok = 0
  refused = 0
  failed = 0
  #bounds: readonly number[] = NONE
  #counts: readonly number[] = NONE

  time({ bounds, counts }: Pick<Buckets, 'bounds' | 'counts'>): void {
    this.#bounds = bounds
    this.#counts = counts.map((count, index) => count + (this.#counts[index] ?? 0))
  }

  add(other: Tally): void {
    this.ok += other.ok
    this.refused += other.refused
    this.failed += other.failed
    if (other.#counts.length) this.time({ bounds: other.#bounds, counts: other.#counts })
  }

  since(before = new Tally()): Tally {
    const tally = new Tally()
    tally.ok = this.ok - before.ok
    tally.refused = this.refused - before.refused
    tally.failed = this.failed - before.failed
    tally.#bounds = this.#bounds
    tally.#counts = this.#counts.map((count, index) => count - (before.#counts[index] ?? 0))
    return tally
  }

  /** What a share of the calls stayed below, in ms; evenly spread within a bucket. `undefined` when none was timed. */
  quantileMs(share: number): number | undefined {
    const rank = this.#counts.reduce((sum, count) => sum + count, 0) * share
    if (rank === 0) return undefined
    let below = 0
    for (const [index, count] of this.#counts.entries()) {
      if (below + count >= rank) {
        const lower = index === 0 ? 0 : (this.#bounds[index - 1] as number)
        const upper = this.#bounds[index] ?? lower
        return (lower + ((upper - lower) * (rank - below)) / count) * 1_000
      }
      below += count
    }
    return undefined
  }
}
