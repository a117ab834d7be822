/**
 * What this process works on, for all to see who share the store: leases, renewed by one timer while the work goes on.
 * Who finds that another process took over stops.
 */
import type { Call } from '../call.ts'
import { Problem } from '../problem.ts'

/** Renewed three times before it ends. */
const RENEWALS = 3
/** A stopped call's work has this long to come to its end. */
const GRACE_MS = 5_000

export class Lease {
  readonly #leases: Set<Lease>
  readonly #call: Call
  readonly #durationMs: number
  #renew: (() => Promise<void>) | undefined
  /** On the clock of `performance.now()`: earlier than by the clock of the store. */
  #endsAt: number

  constructor(leases: Set<Lease>, call: Call, durationMs: number) {
    this.#leases = leases
    this.#call = call
    this.#durationMs = durationMs
    this.#endsAt = performance.now() + durationMs
  }

  get durationMs(): number {
    return this.#durationMs
  }

  get remainingMs(): number {
    return this.#endsAt - performance.now()
  }

  begin(renew: () => Promise<void>): void {
    this.#renew = renew
    this.#leases.add(this)
  }

  end(): void {
    this.#leases.delete(this)
  }

  async renew(): Promise<void> {
    const endsAt = performance.now() + this.#durationMs
    await this.#renew?.()
    this.#endsAt = endsAt
  }

  /** On time, and no longer than the work can go on. */
  async tend(): Promise<void> {
    if (this.#call.remainingMs < -GRACE_MS) return this.end()
    if (this.remainingMs > this.#durationMs * (1 - 1 / RENEWALS)) return
    try {
      await this.renew()
    } catch (error) {
      const problem = Problem.from(error)
      // The store may be back before the lease ends.
      if (problem.slug === 'idempotency-store-unavailable' && this.remainingMs > 0) return
      this.end()
      this.#call.stop(problem)
    }
  }
}

export class Leases {
  readonly #leases = new Set<Lease>()
  readonly #durationMs: number
  readonly #timer: NodeJS.Timeout

  constructor(durationMs: number) {
    this.#durationMs = durationMs
    this.#timer = setInterval(
      () => {
        for (const lease of this.#leases) void lease.tend()
      },
      durationMs / RENEWALS / 2,
    ).unref()
  }

  /** Counts from now, before the store is asked. */
  take(call: Call): Lease {
    return new Lease(this.#leases, call, this.#durationMs)
  }

  close(): void {
    clearInterval(this.#timer)
  }
}
