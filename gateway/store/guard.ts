/** Lets no caller wait for a store that is not well: each call has its time, and after some failures none is tried. */
import { StoreUnavailable } from './unavailable.ts'

export interface GuardOptions {
  /** A call that takes longer has failed. */
  readonly answerMs: number
  /** Consecutive failures after which calls fail at once. @default 5 */
  readonly failuresMax?: number
  /** From then on one call at a time is let through, that often. @default 100 */
  readonly probeMs?: number
  /** What an error means; `undefined`: nothing about the store. */
  readonly failureOf: (error: unknown) => StoreUnavailable | undefined
}

export class Guard {
  readonly #options: Required<GuardOptions>
  #failures = 0
  #last: StoreUnavailable | undefined
  #failedAt = 0
  #probing = false

  constructor(options: GuardOptions) {
    this.#options = { failuresMax: 5, probeMs: 100, ...options }
  }

  get isOpen(): boolean {
    return this.#failures >= this.#options.failuresMax
  }

  /** @throws StoreUnavailable */
  async run<T>(call: () => Promise<T>): Promise<T> {
    const probe = this.isOpen
    if (probe) this.#refuse()
    this.#probing ||= probe
    try {
      const result = await this.#inTime(call())
      this.#failures = 0
      return result
    } catch (error) {
      throw this.#learn(error)
    } finally {
      if (probe) this.#probing = false
    }
  }

  #refuse(): void {
    const { probeMs } = this.#options
    if (!this.#probing && performance.now() - this.#failedAt >= probeMs) return
    const { reason = 'unreachable', message = '' } = this.#last ?? {}
    throw new StoreUnavailable(reason, `not tried: ${message}`, { cause: this.#last })
  }

  #learn(error: unknown): unknown {
    const failure = error instanceof StoreUnavailable ? error : this.#options.failureOf(error)
    // It answered: a store that is full, or that was asked nonsense, is there.
    if (!failure || failure.reason === 'full') this.#failures = 0
    else {
      this.#failures++
      this.#last = failure
      this.#failedAt = performance.now()
    }
    return failure ?? error
  }

  /** Settles by itself, because clients of stores are known to forget calls when a connection breaks. */
  #inTime<T>(promise: Promise<T>): Promise<T> {
    const { answerMs } = this.#options
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new StoreUnavailable('slow', `no answer in ${answerMs} ms`)),
        answerMs,
      )
      promise.then(resolve, reject).finally(() => clearTimeout(timer))
    })
  }
}
