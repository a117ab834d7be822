/**
 * Keeps one slow system from taking all there is: it gets so many calls at once, a few more wait for a moment, and the
 * rest are refused before they are started.
 */
import type { Reply } from '../../../contracts/contract.ts'
import type { Call, Stoppable } from '../../call.ts'
import { Problem } from '../../problem.ts'
import type { OperationRequest, Policy, Send, Target } from '../policy.ts'
import { begin } from './begin.ts'
import { type Slots, Turn } from './slots.ts'

/** Of the time a call has left, what it may spend waiting: the rest is for the answer. */
const WAIT_SHARE = 0.1

/** @param slots shared by all operations of the system */
export const bulkhead =
  (slots: Slots): Policy =>
  (target, next) => {
    const answered = (reply: Reply): Reply => {
      slots.free()
      return reply
    }
    const failed = (error: unknown): never => {
      slots.free()
      throw error
    }
    const run: Send = (request, call) => begin(next, request, call).then(answered, failed)
    return function bulkhead(request, call) {
      if (slots.take()) return run(request, call)
      if (call.stopped) return Promise.reject(call.stopped)
      const waitMs = Math.min(slots.waitMs, call.remainingMs * WAIT_SHARE)
      if (slots.crowded || waitMs <= 0) return Promise.reject(refusal(slots, target))
      return new Promise((resolve, reject) => {
        new WaitingCall({ slots, target, run, request, call, resolve, reject }).wait(waitMs)
      })
    }
  }

interface Waiting {
  readonly slots: Slots
  readonly target: Target
  readonly run: Send
  readonly request: OperationRequest
  readonly call: Call
  resolve(reply: Promise<Reply>): void
  reject(problem: Problem): void
}

class WaitingCall extends Turn implements Stoppable {
  readonly #waiting: Waiting
  #timer: NodeJS.Timeout | undefined

  constructor(waiting: Waiting) {
    super()
    this.#waiting = waiting
  }

  wait(waitMs: number): void {
    const { slots, target, call } = this.#waiting
    this.#timer = setTimeout(() => this.#giveUp(refusal(slots, target)), waitMs)
    call.begin(this)
    slots.wait(this)
  }

  override begin(): void {
    const { slots, run, request, call, resolve, reject } = this.#waiting
    this.#end()
    if (!call.stopped && call.remainingMs > 0) resolve(run(request, call))
    else {
      slots.free()
      reject(this.#late(call.stopped?.message ?? 'the deadline passed', call.stopped))
    }
  }

  stop(problem: Problem): void {
    this.#giveUp(this.#late(problem.message, problem))
  }

  #giveUp(problem: Problem): void {
    this.#end()
    this.#waiting.slots.giveUp(this)
    this.#waiting.reject(problem)
  }

  #end(): void {
    clearTimeout(this.#timer)
    this.#waiting.call.end(this)
  }

  #late(when: string, cause?: Problem): Problem {
    const { contract, operation } = this.#waiting.target
    const message = `${contract.id} ${operation.id} was waiting for its turn when ${when}`
    return new Problem(cause?.slug ?? 'deadline-exceeded', message, { owner: contract.owner, cause })
  }
}

/** Without `failure`: a retry would only join the crowd. */
function refusal(slots: Slots, { contract, operation }: Target): Problem {
  const { inFlight, waiting } = slots.snapshot()
  const crowd = `${slots.upstream} has ${inFlight} calls under way and ${waiting} waiting`
  return new Problem('overloaded', `${operation.id} was not called: ${crowd}`, {
    owner: contract.owner,
    headers: { 'retry-after': '1' },
  })
}
