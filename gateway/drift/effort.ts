/** How many values are looked at closely: so many in a second, and what was saved up for a busy moment. */

/** Seconds whose share can be saved. */
const SAVED_SECONDS = 3

export class Effort {
  readonly perSecond: number
  #left: number
  #at = 0

  constructor(perSecond: number) {
    this.perSecond = perSecond
    this.#left = perSecond * SAVED_SECONDS
  }

  /** @param now on the clock of `performance.now()` */
  isLeft(now: number): boolean {
    const earned = ((now - this.#at) / 1_000) * this.perSecond
    this.#left = Math.min(this.#left + earned, this.perSecond * SAVED_SECONDS)
    this.#at = now
    return this.#left > 0
  }

  spend(values: number): void {
    this.#left -= values
  }
}
