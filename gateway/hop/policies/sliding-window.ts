/** How many calls there were of late, and how many failed: a ring of buckets that passing time empties, calls or not. */
const BUCKETS = 10

export class SlidingWindow {
  readonly #bucketMs: number
  readonly #calls = new Float64Array(BUCKETS)
  readonly #failures = new Float64Array(BUCKETS)
  /** Number of the newest bucket since the clock began. */
  #newest = 0
  #callsTotal = 0
  #failuresTotal = 0

  /** @param windowMs how far back it looks, in steps of a tenth: the newest tenth is still filling */
  constructor(windowMs: number) {
    this.#bucketMs = windowMs / BUCKETS
  }

  record(failed: boolean, nowMs: number): void {
    this.#advance(nowMs)
    const bucket = this.#newest % BUCKETS
    this.#calls[bucket] = (this.#calls[bucket] as number) + 1
    this.#callsTotal++
    if (!failed) return
    this.#failures[bucket] = (this.#failures[bucket] as number) + 1
    this.#failuresTotal++
  }

  calls(nowMs: number): number {
    this.#advance(nowMs)
    return this.#callsTotal
  }

  failures(nowMs: number): number {
    this.#advance(nowMs)
    return this.#failuresTotal
  }

  clear(): void {
    this.#calls.fill(0)
    this.#failures.fill(0)
    this.#callsTotal = this.#failuresTotal = 0
  }

  #advance(nowMs: number): void {
    const newest = Math.floor(nowMs / this.#bucketMs)
    if (newest === this.#newest) return
    if (newest - this.#newest >= BUCKETS) this.clear()
    else for (let bucket = this.#newest + 1; bucket <= newest; bucket++) this.#empty(bucket % BUCKETS)
    this.#newest = newest
  }

  #empty(bucket: number): void {
    this.#callsTotal -= this.#calls[bucket] as number
    this.#failuresTotal -= this.#failures[bucket] as number
    this.#calls[bucket] = this.#failures[bucket] = 0
  }
}
