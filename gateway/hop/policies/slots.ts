/** How many calls a system gets at once, and who waits for one of them to end. */
import type { BulkheadSettings } from '../settings.ts'
import { Place, WaitingLine } from './waiting-line.ts'

/** A call that waits; `begin` is its turn, with the slot taken for it. */
export abstract class Turn extends Place {
  abstract begin(): void
}

export interface SlotsOptions {
  readonly upstream: string
  readonly settings: BulkheadSettings
  /** Calls at once right now, where that is less than it should be. @default settings.limit */
  readonly limit?: () => number
}

export interface SlotsSnapshot {
  readonly inFlight: number
  readonly waiting: number
  readonly limit: number
}

export class Slots {
  readonly upstream: string
  readonly waitMs: number
  readonly #limit: () => number
  readonly #line: WaitingLine<Turn>
  #inFlight = 0

  constructor({ upstream, settings, limit = () => settings.limit }: SlotsOptions) {
    this.upstream = upstream
    this.waitMs = settings.waitMs
    this.#limit = limit
    this.#line = new WaitingLine(settings.queue)
  }

  /** Takes a slot, unless somebody waits for it. */
  take(): boolean {
    if (this.#line.length > 0 || this.#inFlight >= this.#limit()) return false
    this.#inFlight++
    return true
  }

  /** Gives a slot back. */
  free(): void {
    this.#inFlight--
    this.#serve()
  }

  /** Whether nobody else can wait. */
  get crowded(): boolean {
    return this.#line.full
  }

  wait(turn: Turn): void {
    this.#line.join(turn)
    this.#serve()
  }

  giveUp(turn: Turn): void {
    this.#line.leave(turn)
  }

  snapshot(): SlotsSnapshot {
    return { inFlight: this.#inFlight, waiting: this.#line.length, limit: this.#limit() }
  }

  #serve(): void {
    while (this.#line.length > 0 && this.#inFlight < this.#limit()) {
      this.#inFlight++
      this.#line.shift()?.begin()
    }
  }
}
