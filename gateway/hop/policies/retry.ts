/**
 * Asks a backend again after a failure, where that is safe, in time and affordable. Only the hop next to the fault does
 * this: retries on several layers multiply.
 *
 * Not cockatiel's: its wait cannot be left, and ends with one more call (test/hop/retry.test.ts shows both).
 */
import type { Reply } from '../../../contracts/contract.ts'
import type { Call, Stoppable } from '../../call.ts'
import { Problem } from '../../problem.ts'
import type { OperationRequest, Policy, Send } from '../policy.ts'
import type { RetrySettings } from '../settings.ts'
import { backoff } from './backoff.ts'
import type { Budget } from './budget.ts'

export interface RetryOptions {
  readonly settings: RetrySettings
  /** Shared by all operations of one upstream. */
  readonly budget: Budget
  readonly clock?: () => number
  readonly random?: () => number
}

/** Less is not worth a call. */
const ATTEMPT_MS_MIN = 50

export const retry =
  ({ settings, budget, clock = () => performance.now(), random = Math.random }: RetryOptions): Policy =>
  ({ contract, operation }, next) => {
    if (contract.layer !== 'backend') return next
    const again: Again = {
      next,
      budget,
      clock,
      retriesMax: settings.retriesMax,
      delayMs: backoff(settings, random),
      repeatable: operation.effect === 'read' || operation.effect === 'keyed',
    }
    return function retry(request, call) {
      budget.earn()
      return next(request, call).catch((error) => repeat(again, request, call, error))
    }
  }

interface Again {
  readonly next: Send
  readonly budget: Budget
  readonly clock: () => number
  readonly retriesMax: number
  readonly delayMs: ReturnType<typeof backoff>
  /** Whether a second attempt does no harm when the first one had an effect. */
  readonly repeatable: boolean
}

async function repeat(again: Again, request: OperationRequest, call: Call, first: unknown): Promise<Reply> {
  const { next, budget, clock, retriesMax, delayMs, repeatable } = again
  let error = first
  /** A later attempt that was never sent does not settle what an earlier one did. */
  let doubt: Problem | undefined
  let retries = 0
  for (let forgiven = false; ; ) {
    if (error instanceof Problem && error.slug === 'outcome-unknown') doubt ??= error
    const failure = error instanceof Problem ? error.failure : undefined
    if (!failure || (failure.effect !== 'none' && !repeatable) || call.stopped) break
    const timeLeftMs = call.expiresAt - clock() - ATTEMPT_MS_MIN
    if (failure.stale && !forgiven) {
      forgiven = true
      if (timeLeftMs < 0) break
    } else {
      const waitMs = delayMs(retries, failure.retryAfterMs)
      if (retries >= retriesMax || waitMs > timeLeftMs || !budget.spend()) break
      retries++
      if (!(await new Pause(waitMs, call).over)) break
    }
    try {
      return await next(request, call)
    } catch (reason) {
      error = reason
    }
  }
  throw doubt ?? error
}

/** A wait that is left at once when the call stops. */
class Pause implements Stoppable {
  /** Whether it lasted to its end. */
  readonly over: Promise<boolean>
  readonly #timer: NodeJS.Timeout
  readonly #end: (lasted: boolean) => void

  constructor(ms: number, call: Call) {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    this.over = promise
    this.#end = resolve
    this.#timer = setTimeout(() => {
      call.end(this)
      resolve(true)
    }, ms)
    call.begin(this)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#end(false)
  }
}
