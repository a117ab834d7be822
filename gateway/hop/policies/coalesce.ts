/**
 * Callers who ask the same at the same time share one attempt. Each leaves on its own when its call stops; the attempt
 * stops when all have left. Its reply is the same object for all: nobody changes a reply.
 */
import type { Reply } from '../../../contracts/contract.ts'
import { Call, type Caller, type Stoppable } from '../../call.ts'
import { Problem } from '../../problem.ts'
import type { Policy, Target } from '../policy.ts'
import { keyOf, onBehalfOf } from './shared-replies.ts'

export interface Coalescing {
  readonly policy: Policy
  snapshot(): { readonly underWay: number; readonly joined: number }
}

export function coalesce(): Coalescing {
  const shared = new Map<string, Attempt>()
  let joined = 0
  const policy: Policy = (target, next) => {
    if (!target.operation.cache || target.operation.effect !== 'read') return next
    const key = keyOf(target)
    const onBehalf = onBehalfOf(target)
    return function coalesce(request, call) {
      const id = key(request, call.caller)
      let attempt = shared.get(id)
      if (attempt) joined++
      else {
        attempt = new Attempt(target, new SharedCall(call, onBehalf(call.caller)), () => {
          if (shared.get(id) === attempt) shared.delete(id)
        })
        next(request, attempt.call).then(attempt.resolve, attempt.reject)
        shared.set(id, attempt)
      }
      return attempt.join(call)
    }
  }
  return { policy, snapshot: () => ({ underWay: shared.size, joined }) }
}

class Attempt {
  readonly call: SharedCall
  readonly #target: Target
  readonly #over: () => void
  #waiting: Waiting[] = []

  /** @param over called once, when nobody can join any more */
  constructor(target: Target, call: SharedCall, over: () => void) {
    this.#target = target
    this.#over = over
    this.call = call
  }

  join(call: Call): Promise<Reply> {
    this.call.lastUntil(call.expiresAt)
    const waiting = new Waiting(this, call)
    this.#waiting.push(waiting)
    call.begin(waiting)
    return waiting.reply
  }

  leave(waiting: Waiting, problem: Problem): void {
    this.#waiting = this.#waiting.filter((other) => other !== waiting)
    const { contract, operation } = this.#target
    const message = `${contract.id} ${operation.id} had not answered when ${problem.message}`
    waiting.reject(new Problem(problem.slug, message, { owner: contract.owner, cause: problem }))
    if (this.#waiting.length > 0) return
    this.#over()
    this.call.stop(problem)
  }

  readonly resolve = (reply: Reply): void => {
    const { bornAt, degraded = [] } = this.call
    for (const waiting of this.#end()) {
      if (bornAt !== undefined) waiting.call.noteBorn(bornAt)
      for (const system of degraded) waiting.call.noteDegraded(system)
      waiting.resolve(reply)
    }
  }

  readonly reject = (error: unknown): void => {
    for (const waiting of this.#end()) waiting.reject(error)
  }

  #end(): readonly Waiting[] {
    this.#over()
    for (const waiting of this.#waiting) waiting.call.end(waiting)
    return this.#waiting.splice(0)
  }
}

class Waiting implements Stoppable {
  readonly call: Call
  readonly reply: Promise<Reply>
  readonly resolve: (reply: Reply) => void
  readonly reject: (error: unknown) => void
  readonly #attempt: Attempt

  constructor(attempt: Attempt, call: Call) {
    const { promise, resolve, reject } = Promise.withResolvers<Reply>()
    this.#attempt = attempt
    this.call = call
    this.reply = promise
    this.resolve = resolve
    this.reject = reject
  }

  stop(problem: Problem): void {
    this.#attempt.leave(this, problem)
  }
}

/** A call that lasts as long as the last of those who wait for it. */
class SharedCall extends Call {
  declare expiresAt: number

  constructor(first: Call, caller: Caller) {
    super(first.expiresAt, first.trace)
    this.caller = caller
    this.span = first.span
  }

  lastUntil(expiresAt: number): void {
    this.expiresAt = Math.max(this.expiresAt, expiresAt)
  }
}
