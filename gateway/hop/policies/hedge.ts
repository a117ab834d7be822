/**
 * Sends a read a second time when its reply takes long, and gives the one that comes first: a slow reply now and then
 * costs nobody a wait. Off unless a backend wants it, and never more load for a system that has enough to do.
 */
import type { Reply } from '../../../contracts/contract.ts'
import { Call, type Stoppable } from '../../call.ts'
import { Problem } from '../../problem.ts'
import type { OperationRequest, Policy, Send } from '../policy.ts'
import type { HedgeSettings } from '../settings.ts'
import { begin } from './begin.ts'
import { Budget } from './budget.ts'

export interface HedgeOptions {
  readonly settings: HedgeSettings
  /** What retries may cost: a second attempt is paid from the same. */
  readonly budget: Budget
  /** Whether the system is well and has time for more. */
  readonly hasRoom: () => boolean
}

export interface HedgeState {
  readonly sent: number
  /** Second attempts that answered first. */
  readonly won: number
}

export class Hedge {
  readonly #options: HedgeOptions
  readonly #share: Budget
  #sent = 0
  #won = 0

  /** Shared by all reads of one upstream. */
  constructor(options: HedgeOptions) {
    this.#options = options
    this.#share = new Budget({ ratio: options.settings.ratio, perSecond: 0 })
  }

  readonly policy: Policy = ({ operation }, next) => {
    if (this.#options.settings.afterMs === 0 || operation.effect !== 'read') return next
    return (request, call) => {
      this.#share.earn()
      return new Race(this, next, request, call).run(this.#options.settings.afterMs)
    }
  }

  /** Pays for a second attempt, if it may be sent. */
  pay(): boolean {
    const { hasRoom, budget } = this.#options
    if (!hasRoom() || !this.#share.spend() || !budget.spend()) return false
    this.#sent++
    return true
  }

  won(): void {
    this.#won++
  }

  snapshot(): HedgeState {
    return { sent: this.#sent, won: this.#won }
  }
}

/** One request on its way, once or twice. */
class Race implements Stoppable {
  readonly #hedge: Hedge
  readonly #next: Send
  readonly #request: OperationRequest
  readonly #call: Call
  readonly #outcome = Promise.withResolvers<Reply>()
  readonly #runners: Runner[] = []
  #timer: NodeJS.Timeout | undefined

  constructor(hedge: Hedge, next: Send, request: OperationRequest, call: Call) {
    this.#hedge = hedge
    this.#next = next
    this.#request = request
    this.#call = call
  }

  run(afterMs: number): Promise<Reply> {
    this.#timer = setTimeout(() => {
      if (this.#hedge.pay()) this.#start(() => this.#hedge.won())
    }, afterMs)
    this.#start()
    this.#call.begin(this)
    return this.#outcome.promise
  }

  stop(problem: Problem): void {
    clearTimeout(this.#timer)
    for (const runner of this.#runners) runner.stop(problem)
  }

  #start(won?: () => void): void {
    const runner = new Runner(this.#call)
    this.#runners.push(runner)
    begin(this.#next, this.#request, runner).then(
      (reply) => {
        if (!this.#leave(runner)) return
        won?.()
        this.#end()
        this.#outcome.resolve(reply)
      },
      (error: unknown) => {
        // The other may still answer.
        if (!this.#leave(runner) || this.#runners.length > 0) return
        this.#end()
        this.#outcome.reject(error)
      },
    )
  }

  /** Whether it was still in the race. */
  #leave(runner: Runner): boolean {
    const index = this.#runners.indexOf(runner)
    if (index >= 0) this.#runners.splice(index, 1)
    return index >= 0
  }

  #end(): void {
    clearTimeout(this.#timer)
    this.#call.end(this)
    for (const loser of this.#runners.splice(0))
      loser.stop(new Problem('deadline-exceeded', 'another attempt answered first'))
  }
}

/** A call of its own, so that one attempt can be stopped without the other. */
class Runner extends Call {
  constructor(whole: Call) {
    super(whole.expiresAt, whole.trace, whole.key)
    this.caller = whole.caller
    this.span = whole.span
    // Others may join the whole later, and make it last longer.
    Object.defineProperty(this, 'expiresAt', { get: () => whole.expiresAt })
  }
}
