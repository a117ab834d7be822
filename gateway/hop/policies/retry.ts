/**
 * Asks a backend again after a failure, where that is safe, in time and affordable. Only the hop next to the fault does
 * this: retries on several layers multiply.
 *
 * The loop is cockatiel's, entered after a failure only: what succeeds does not pay for it. The wait is ours: cockatiel's
 * cannot be left, and ends with one more call (test/hop/retry.test.ts shows both).
 */
import { retry as cockatiel, DelegateBackoff, handleWhen, type IRetryContext } from 'cockatiel'
import type { Reply } from '../../../contracts/contract.ts'
import type { Call } from '../../call.ts'
import { type Failure, Problem } from '../../problem.ts'
import type { OperationRequest, Policy, Send } from '../policy.ts'
import type { RetrySettings } from '../settings.ts'
import { backoff } from './backoff.ts'
import type { Budget } from './budget.ts'
import { ATTEMPT_MS_MIN, wait } from './wait.ts'

export interface RetryOptions {
  readonly settings: RetrySettings
  /** Shared by all operations of one upstream. */
  readonly budget: Budget
  readonly clock?: () => number
  readonly random?: () => number
}

export const retry =
  ({ settings, budget, clock = () => performance.now(), random = Math.random }: RetryOptions): Policy =>
  ({ contract, operation }, next) => {
    if (contract.layer !== 'backend') return next
    const repeatable = operation.effect === 'read' || operation.effect === 'keyed'
    const isSafe = (error: unknown): error is Failed =>
      error instanceof Problem &&
      error.failure !== undefined &&
      (error.failure.effect === 'none' || repeatable)
    const { retriesMax } = settings
    const rules: Rules = {
      next,
      budget,
      clock,
      retriesMax,
      isSafe,
      safe: handleWhen(isSafe),
      delayMs: backoff(settings, random),
    }
    return function retry(request, call) {
      budget.earn()
      return next(request, call).catch((error) => new Retries(rules, request, call).after(error))
    }
  }

type Failed = Problem & { readonly failure: Failure }

interface Rules {
  readonly next: Send
  readonly budget: Budget
  readonly clock: () => number
  readonly retriesMax: number
  /** Whether a second attempt does no harm, whatever became of the first. */
  isSafe(error: unknown): error is Failed
  /** The same for cockatiel. */
  readonly safe: ReturnType<typeof handleWhen>
  readonly delayMs: ReturnType<typeof backoff>
}

/** What is done about one request that failed. */
class Retries {
  readonly #rules: Rules
  readonly #request: OperationRequest
  readonly #call: Call
  #last: unknown
  /** A later attempt that was never sent does not settle what an earlier one did. */
  #doubt: Problem | undefined
  /** A connection that was closed while idle is forgiven once. */
  #forgiven = false
  #nextAt = 0

  constructor(rules: Rules, request: OperationRequest, call: Call) {
    this.#rules = rules
    this.#request = request
    this.#call = call
  }

  async after(first: unknown): Promise<Reply> {
    const { safe, retriesMax } = this.#rules
    const backoff = new DelegateBackoff(({ attempt }: IRetryContext) => this.#schedule(attempt - 1))
    try {
      return await cockatiel(safe, { maxAttempts: retriesMax, backoff }).execute(({ attempt }) =>
        attempt === 0 ? this.#recover(first) : this.#again(),
      )
    } catch (error) {
      throw this.#doubt ?? error
    }
  }

  /** Decides when the next attempt is made, or throws to make none. Nothing is left for cockatiel to wait for. */
  #schedule(retry: number): 0 {
    const { budget, clock, delayMs } = this.#rules
    const waitMs = delayMs(retry, (this.#last as Failed).failure.retryAfterMs)
    if (this.#call.stopped || waitMs > this.#timeLeftMs || !budget.spend()) throw this.#last
    this.#nextAt = clock() + waitMs
    return 0
  }

  async #again(): Promise<Reply> {
    if (!(await wait(this.#nextAt - this.#rules.clock(), this.#call))) throw this.#last
    return this.#attempt()
  }

  #attempt(): Promise<Reply> {
    return this.#rules.next(this.#request, this.#call).catch((error) => this.#recover(error))
  }

  /** At once, where the connection alone was at fault. */
  async #recover(error: unknown): Promise<Reply> {
    this.#last = error
    if (error instanceof Problem && error.slug === 'outcome-unknown') this.#doubt ??= error
    const stale = this.#rules.isSafe(error) && error.failure.stale === true
    if (!stale || this.#forgiven || this.#call.stopped || this.#timeLeftMs < 0) throw error
    this.#forgiven = true
    return this.#attempt()
  }

  get #timeLeftMs(): number {
    return this.#call.expiresAt - this.#rules.clock() - ATTEMPT_MS_MIN
  }
}
