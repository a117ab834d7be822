/** Counts the calls of one operation by consumer. On the way of a request that is an addition, and nothing else. */
import type { Target } from '../hop/policy.ts'

/** Calls of one consumer since they were last taken. */
export interface Calls {
  readonly consumer: string
  calls: number
  untilSample: number
}

/** Callers are registered, and few; whoever is beyond that is counted as one. */
const CONSUMERS_MAX = 1_000
const OTHERS = 'others'

export class Meter {
  readonly target: Target
  readonly #every: number
  readonly #byConsumer = new Map<string, Calls>()
  #latest: Calls = { consumer: '', calls: 0, untilSample: Infinity }

  /** @param every so many calls of a consumer, the first one included, one is sampled; 0: none */
  constructor(target: Target, every: number) {
    this.target = target
    this.#every = every === 0 ? Infinity : every
  }

  /** @returns whether this call is to be sampled */
  count(consumer: string): boolean {
    const calls = this.#latest.consumer === consumer ? this.#latest : this.#find(consumer)
    calls.calls++
    if (--calls.untilSample > 0) return false
    calls.untilSample = this.#every
    return true
  }

  /** What was counted since it was last asked. */
  take(): readonly { readonly consumer: string; readonly calls: number }[] {
    return [...this.#byConsumer.values()].flatMap((counted) => {
      const { consumer, calls } = counted
      counted.calls = 0
      return calls > 0 ? { consumer, calls } : []
    })
  }

  #find(consumer: string): Calls {
    const isOther = this.#byConsumer.size >= CONSUMERS_MAX && !this.#byConsumer.has(consumer)
    const name = isOther ? OTHERS : consumer
    const known = this.#byConsumer.get(name)
    const calls = known ?? { consumer: name, calls: 0, untilSample: this.#every === Infinity ? Infinity : 1 }
    if (!known) this.#byConsumer.set(name, calls)
    this.#latest = calls
    return calls
  }
}
