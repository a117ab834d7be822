/**
 * How fast a subscriber can be told. One that fails again and again is left alone for ever longer, and then tried with
 * one event: how long it stays away says nothing about the events that wait.
 */

const BACKOFF = [1, 2, 4, 8, 16, 30]
/** So many failures with no success between them are an outage, not bad luck. */
const OUTAGE_FROM = 3

export class Pace {
  readonly #unitMs: number
  #failures = 0
  #pausedUntil = 0
  /** Counts up: who remembers it can tell whether somebody else had success since. */
  successes = 0

  /** @param unitMs one second, or less in tests */
  constructor(unitMs = 1_000) {
    this.#unitMs = unitMs
  }

  /** How long an event waits that has failed so often. */
  delayMs(attempts: number): number {
    return (BACKOFF[Math.min(attempts, BACKOFF.length) - 1] ?? 1) * this.#unitMs
  }

  succeeded(): void {
    this.#failures = 0
    this.#pausedUntil = 0
    this.successes++
  }

  failed(now: number): void {
    if (++this.#failures >= OUTAGE_FROM)
      this.#pausedUntil = now + this.delayMs(this.#failures - OUTAGE_FROM + 1)
  }

  /** How many deliveries may be under way now. */
  limit(now: number, most: number): number {
    if (this.#failures < OUTAGE_FROM) return most
    return now < this.#pausedUntil ? 0 : 1
  }

  /** When to ask again, if the subscriber is left alone. */
  get pausedUntil(): number {
    return this.#pausedUntil
  }
}
