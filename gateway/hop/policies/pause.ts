/**
 * Leaves a system alone for as long as it asked (`Retry-After`), whoever of its callers it told: what it counts is the
 * account they share. Some of those who come meanwhile wait, the rest are told at once when to come back.
 */
import type { Call } from '../../call.ts'
import { Problem } from '../../problem.ts'
import type { OperationRequest, Policy, Send, Target } from '../policy.ts'
import type { PauseSettings } from '../settings.ts'
import { ATTEMPT_MS_MIN, wait } from './wait.ts'

export interface PauseState {
  /** Until calls leave again; 0 when they do. */
  readonly forMs: number
  readonly waiting: number
}

export interface PauseOptions {
  /** As `backend/erp/v1`. */
  readonly system: string
  readonly settings: PauseSettings
  readonly clock?: (() => number) | undefined
  readonly random?: (() => number) | undefined
}

export class Pause {
  readonly #system: string
  readonly #settings: PauseSettings
  readonly #clock: () => number
  readonly #random: () => number
  /** 0 while there is no pause: the clock is not asked then. */
  #until = 0
  #waiting = 0

  constructor({ system, settings, clock, random }: PauseOptions) {
    this.#system = system
    this.#settings = settings
    this.#clock = clock ?? (() => performance.now())
    this.#random = random ?? Math.random
  }

  get lasts(): boolean {
    if (this.#until === 0) return false
    if (this.#clock() < this.#until) return true
    this.#until = 0
    return false
  }

  /** Keeps calls from leaving. */
  readonly hold: Policy = (target, next) => {
    const pause = this
    return function hold(request, call) {
      return pause.lasts ? pause.#wait(target, next, request, call) : next(request, call)
    }
  }

  /** Notes what the system asks for. Next to it, so that nobody who waits for a slot takes that of the call it was told. */
  readonly heed: Policy = (_, next) => {
    const note = (error: unknown): never => {
      const askedMs = error instanceof Problem ? error.failure?.retryAfterMs : undefined
      if (askedMs) this.#extend(Math.min(askedMs, this.#settings.maxMs))
      throw error
    }
    return function heed(request, call) {
      return next(request, call).then(undefined, note)
    }
  }

  snapshot(): PauseState {
    return { forMs: this.lasts ? this.#until - this.#clock() : 0, waiting: this.#waiting }
  }

  #extend(ms: number): void {
    this.#until = Math.max(this.#until, this.#clock() + ms)
  }

  async #wait(target: Target, next: Send, request: OperationRequest, call: Call) {
    const { waiting, spreadMs } = this.#settings
    // No more than can be sent when the pause is over.
    if (this.#waiting >= waiting) throw this.#refusal(target)
    this.#waiting++
    try {
      while (this.lasts) {
        const now = this.#clock()
        const spareMs = call.expiresAt - this.#until - ATTEMPT_MS_MIN
        if (spareMs < 0) throw this.#refusal(target)
        const ms = this.#until - now + Math.min(spreadMs, spareMs) * this.#random()
        if (!(await wait(ms, call))) throw this.#late(target, call)
      }
    } finally {
      this.#waiting--
    }
    return next(request, call)
  }

  /** Without `failure`: asking again would only come to the same pause. */
  #refusal({ contract, operation }: Target): Problem {
    const seconds = Math.ceil((this.#until - this.#clock()) / 1000)
    const message = `${operation.id} was not called: ${this.#system} wants no calls for another ${seconds} s`
    return new Problem('upstream-unavailable', message, {
      owner: contract.owner,
      headers: { 'retry-after': String(seconds) },
    })
  }

  #late({ contract, operation }: Target, { stopped }: Call): Problem {
    const message = `${contract.id} ${operation.id} was not called yet when ${stopped?.message}`
    return new Problem(stopped?.slug ?? 'deadline-exceeded', message, {
      owner: contract.owner,
      cause: stopped,
    })
  }
}
