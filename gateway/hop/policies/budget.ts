/**
 * What all retries to one system may cost: a share of its first attempts, and a few per second for quiet times. When it
 * is used up the system is down, and asking again would only keep it there.
 */
import type { BudgetSettings } from '../settings.ts'

const SLOT_MS = 1_000
/** First attempts pay for retries this long. */
const SLOTS = 10

export interface BudgetState {
  /** Retries that could be made now. */
  readonly available: number
  readonly spent: number
  readonly refused: number
}

export class Budget {
  readonly #clock: () => number
  readonly #perSecond: number
  /** First attempts that pay for one retry. */
  readonly #price: number
  /** First attempts of each second that have not paid for a retry yet. */
  readonly #attempts = new Float64Array(SLOTS)
  #slot: number
  #reserve: number
  #reserveAt: number
  #spent = 0
  #refused = 0

  constructor({ ratio, perSecond }: BudgetSettings, clock: () => number = () => performance.now()) {
    this.#clock = clock
    this.#perSecond = perSecond
    this.#price = 1 / ratio
    this.#reserve = perSecond
    this.#reserveAt = clock()
    this.#slot = Math.floor(this.#reserveAt / SLOT_MS)
  }

  /** Counts a first attempt. */
  earn(): void {
    this.#forget(this.#clock())
    const index = this.#slot % SLOTS
    this.#attempts[index] = (this.#attempts[index] as number) + 1
  }

  /** Takes one retry, or says that there is none left. */
  spend(): boolean {
    const now = this.#clock()
    this.#forget(now)
    this.#refill(now)
    if (this.#earned() >= this.#price) this.#pay()
    else if (this.#reserve >= 1) this.#reserve--
    else {
      this.#refused++
      return false
    }
    this.#spent++
    return true
  }

  snapshot(): BudgetState {
    const now = this.#clock()
    this.#forget(now)
    this.#refill(now)
    return {
      available: Math.floor(this.#earned() / this.#price) + Math.floor(this.#reserve),
      spent: this.#spent,
      refused: this.#refused,
    }
  }

  /** Empties the slots whose seconds came round again. */
  #forget(now: number): void {
    const slot = Math.floor(now / SLOT_MS)
    const passed = Math.min(slot - this.#slot, SLOTS)
    for (let i = 0; i < passed; i++) this.#attempts[(slot - i) % SLOTS] = 0
    this.#slot = slot
  }

  #refill(now: number): void {
    this.#reserve = Math.min(
      this.#perSecond,
      this.#reserve + ((now - this.#reserveAt) / 1_000) * this.#perSecond,
    )
    this.#reserveAt = now
  }

  #earned(): number {
    let sum = 0
    for (const attempts of this.#attempts) sum += attempts
    return sum
  }

  /** Oldest first: they would be forgotten soonest. */
  #pay(): void {
    let due = this.#price
    for (let i = 1; due > 0 && i <= SLOTS; i++) {
      const index = (this.#slot + i) % SLOTS
      const paid = Math.min(due, this.#attempts[index] as number)
      this.#attempts[index] = (this.#attempts[index] as number) - paid
      due -= paid
    }
  }
}
