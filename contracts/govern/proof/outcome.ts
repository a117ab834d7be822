/** What looking for a value can come to, and how much looking is allowed. */
import type { Json } from '../../runtime/document.ts'

export type Outcome =
  | { readonly kind: 'found'; readonly value: Json }
  /**
   * There is none. `under` is the depth of the outermost search this rests on, when it took for granted that the value
   * an unfinished search is looking for cannot be a part of itself.
   */
  | { readonly kind: 'none'; readonly under: number }
  /** Nobody can tell. */
  | { readonly kind: 'unclear'; readonly why: string }

export const found = (value: Json): Outcome => ({ kind: 'found', value })
export const none = (under = Infinity): Outcome => ({ kind: 'none', under })
export const unclear = (why: string): Outcome => ({ kind: 'unclear', why })

/** Gathers the outcomes of alternatives: one that is found is enough, all must be none. */
export class Gathered {
  #under = Infinity
  #why: string | undefined

  /** @returns whether this one was found */
  add(outcome: Outcome): boolean {
    if (outcome.kind === 'none') this.#under = Math.min(this.#under, outcome.under)
    if (outcome.kind === 'unclear') this.#why ??= outcome.why
    return outcome.kind === 'found'
  }

  doubt(why: string): void {
    this.#why ??= why
  }

  /** What to say when none was found. */
  outcome(): Outcome {
    return this.#why === undefined ? none(this.#under) : unclear(this.#why)
  }
}

export class BudgetSpent extends Error {
  constructor() {
    super('the proof takes too many steps')
  }
}

/** Counts steps instead of time, so that the same input always gets the same answer. */
export class Budget {
  #left: number

  constructor(steps: number) {
    this.#left = steps
  }

  readonly spend = (steps = 1): void => {
    this.#left -= steps
    if (this.#left < 0) throw new BudgetSpent()
  }

  get left(): number {
    return this.#left
  }

  /** A part of it for one question: what that leaves over comes back. */
  within<Answer>(steps: number, ask: () => Answer): Answer {
    const part = Math.min(steps, this.#left)
    const rest = this.#left - part
    this.#left = part
    try {
      return ask()
    } finally {
      this.#left = Math.max(0, this.#left) + rest
    }
  }
}
