/** What one caller may still ask for under one limit. Decides at once, from the share it has at hand. */
import type { Counter, Share } from './counters.ts'
import type { Limit } from './plan.ts'

/** Of a quota that is fetched at once: what other processes cannot use, until the window ends. */
const SHARE = 0.02

export class Quota {
  readonly limit: Limit
  readonly #counter: Counter
  readonly #key: string
  readonly #wanted: number
  #atHand = 0
  #left: number
  /** On the clock of `performance.now()`. */
  #resetsAt = 0
  #isUsedUp = false
  #fetching: Promise<void> | undefined

  /** @param key of the caller */
  constructor(limit: Limit, counter: Counter, key: string) {
    this.limit = limit
    this.#counter = counter
    this.#key = key
    this.#wanted = Math.max(1, Math.floor(limit.requests * SHARE))
    this.#left = limit.requests
  }

  /** Takes one request, or says that there is none left; a promise only when nothing is at hand. */
  take(now: number): boolean | Promise<boolean> {
    if (now >= this.#resetsAt) {
      this.#atHand = 0
      this.#isUsedUp = false
    }
    if (this.#atHand > 0) {
      this.#atHand--
      // The next share should be there before this one is used up.
      if (this.#atHand * 2 < this.#wanted && !this.#isUsedUp) void this.#fetch()
      return true
    }
    if (this.#isUsedUp) return false
    return this.#fetch().then(() => this.#takeFetched())
  }

  /** What is left, at least for this process to see. */
  get left(): number {
    return this.#left + this.#atHand
  }

  resetsInSeconds(now: number): number {
    return Math.max(1, Math.ceil((this.#resetsAt - now) / 1000))
  }

  #takeFetched(): boolean | Promise<boolean> {
    if (this.#atHand > 0) {
      this.#atHand--
      return true
    }
    // Others were faster; unless nothing is left at all, there is another share.
    return this.#isUsedUp ? false : this.#fetch().then(() => this.#takeFetched())
  }

  #fetch(): Promise<void> {
    this.#fetching ??= this.#counter.take(this.#key, this.#wanted).then((share) => {
      this.#fetching = undefined
      this.#add(share)
    })
    return this.#fetching
  }

  #add({ granted, left, resetsInMs }: Share): void {
    this.#atHand += granted
    this.#left = left
    this.#isUsedUp = granted < this.#wanted
    this.#resetsAt = performance.now() + resetsInMs
  }
}
