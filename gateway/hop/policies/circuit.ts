/**
 * Whether a system is well enough to be called. Closed, calls pass and failures are counted; open, none passes; half-open,
 * a few probes find out. After closing, the system gets its load back by and by.
 */
import { type IBackoff, IterableBackoff } from 'cockatiel'
import type { BreakerSettings } from '../settings.ts'
import { SlidingWindow } from './sliding-window.ts'

// Not a wrapper around cockatiel's breaker: that one makes callers wait for probes, takes a cancelled probe and late
// failures at face value and lives by the wall clock. Keeping it from each of these took more code than a breaker does.
// How long it stays open is cockatiel's: a list whose last entry repeats.

export type CircuitState = 'closed' | 'open' | 'half-open'

/** What a call says about the system; `neutral` is nothing. */
export type Outcome = 'good' | 'bad' | 'unreachable' | 'neutral'

export interface CircuitChange {
  /** As `backend/erp/v1 read`. */
  readonly upstream: string
  readonly from: CircuitState
  readonly to: CircuitState
}

export interface CircuitOptions {
  readonly upstream: string
  readonly settings: BreakerSettings
  readonly onChange?: ((change: CircuitChange) => void) | undefined
  /** Monotonic, in milliseconds. @default performance.now */
  readonly clock?: (() => number) | undefined
  /** From 0 to 1. @default Math.random */
  readonly random?: (() => number) | undefined
}

export interface CircuitSnapshot {
  readonly state: CircuitState
  /** Calls and failures in the window. */
  readonly calls: number
  readonly failures: number
  /** Until probes are let through; 0 when they are, or when it is closed. */
  readonly openForMs: number
}

/** Shows that a call was let through, and when: an outcome counts only in the state the call began in. */
export type Pass = number
export const REFUSED: Pass = -1

/** How far the time it stays open is spread, so that gateways do not probe in step. */
const SPREAD = 0.2
const SLOW_START_FROM = 0.1
/** How long a probe that brought no good news is not followed by another. */
const PROBE_EVERY_MS = 1_000

export class Circuit {
  readonly upstream: string
  readonly #settings: BreakerSettings
  readonly #onChange: CircuitOptions['onChange']
  readonly #clock: () => number
  readonly #random: () => number
  readonly #window: SlidingWindow
  readonly #openings: IterableBackoff
  #state: CircuitState = 'closed'
  /** Grows with each change of state. */
  #epoch: Pass = 0
  #unreachableInARow = 0
  /** The longer, the more often it has opened since the system was last fully back. */
  #opening: IBackoff<unknown> | undefined
  /** No call passes before. */
  #openUntil = 0
  #closedAt = 0
  #recovering = false
  #probing = false
  #probesGood = 0
  #probesBad = 0

  constructor({ upstream, settings, onChange, clock, random }: CircuitOptions) {
    this.upstream = upstream
    this.#settings = settings
    this.#onChange = onChange
    this.#clock = clock ?? (() => performance.now())
    this.#random = random ?? Math.random
    this.#window = new SlidingWindow(settings.windowMs)
    this.#openings = new IterableBackoff(settings.openMs)
  }

  /** Lets a call through, who then has to `leave`, or refuses it at once. */
  enter(): Pass {
    if (this.#state === 'closed') return this.#epoch
    if (this.#probing || this.#clock() < this.#openUntil) return REFUSED
    if (this.#state === 'open') this.#halfOpen()
    this.#probing = true
    return this.#epoch
  }

  leave(pass: Pass, outcome: Outcome): void {
    if (pass !== this.#epoch) return
    if (this.#state === 'closed') this.#count(outcome)
    else this.#judge(outcome)
  }

  /** How many calls at once, of `full`, the system is trusted with now. */
  limit(full: number): number {
    // What waited for a slot when the circuit opened must not run into the open.
    if (this.#state === 'open') return 0
    if (!this.#recovering) return full
    const share = (this.#clock() - this.#closedAt) / this.#settings.slowStartMs
    if (share < 1) return Math.max(1, Math.floor(full * Math.max(share, SLOW_START_FROM)))
    this.#recovering = false
    return full
  }

  get openForMs(): number {
    return this.#state === 'closed' ? 0 : Math.max(0, this.#openUntil - this.#clock())
  }

  snapshot(): CircuitSnapshot {
    const now = this.#clock()
    return {
      state: this.#state,
      calls: this.#window.calls(now),
      failures: this.#window.failures(now),
      openForMs: this.openForMs,
    }
  }

  #count(outcome: Outcome): void {
    if (outcome === 'neutral') return
    const { callsMin, failureRatio, unreachableMax } = this.#settings
    const now = this.#clock()
    this.#window.record(outcome !== 'good', now)
    this.#unreachableInARow = outcome === 'unreachable' ? this.#unreachableInARow + 1 : 0
    if (outcome === 'good') return
    const calls = this.#window.calls(now)
    const failing = calls >= callsMin && this.#window.failures(now) >= failureRatio * calls
    if (failing || this.#unreachableInARow >= unreachableMax) this.#open()
  }

  #judge(outcome: Outcome): void {
    const { probes, probesGood } = this.#settings
    this.#probing = false
    if (outcome !== 'good') this.#openUntil = this.#clock() + PROBE_EVERY_MS
    if (outcome === 'neutral') return
    if (outcome === 'good') this.#probesGood++
    else this.#probesBad++
    if (this.#probesGood >= probesGood) this.#close()
    else if (this.#probesBad > probes - probesGood) this.#open()
  }

  #open(): void {
    const { slowStartMs } = this.#settings
    const now = this.#clock()
    // Falling ill while recovering is the same illness.
    const again = this.#state === 'half-open' || (this.#recovering && now - this.#closedAt < slowStartMs)
    this.#recovering = false
    this.#opening = ((again && this.#opening) || this.#openings).next(undefined)
    this.#openUntil = now + this.#opening.duration * (1 + SPREAD * (2 * this.#random() - 1))
    this.#change('open')
  }

  #halfOpen(): void {
    this.#probing = false
    this.#probesGood = this.#probesBad = 0
    this.#change('half-open')
  }

  #close(): void {
    this.#window.clear()
    this.#unreachableInARow = 0
    this.#closedAt = this.#clock()
    this.#recovering = true
    this.#change('closed')
  }

  #change(to: CircuitState): void {
    const from = this.#state
    this.#state = to
    this.#epoch++
    this.#onChange?.({ upstream: this.upstream, from, to })
  }
}
