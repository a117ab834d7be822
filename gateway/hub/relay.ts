/**
 * Moves events from the outbox of the store, where they were written down with the answer they belong to, into the log.
 * Every process does, for all of them: an event that is moved twice is in the log once.
 */
import type { Log } from '../telemetry/log.ts'
import type { LogDriver } from './log/driver.ts'
import type { Parcel } from './parcel.ts'

export interface RelayOptions {
  readonly driver: LogDriver
  readonly log: Log
  /** Something was added to a partition. */
  arrived(where: Pick<Parcel, 'topic' | 'partition'>): void
}

const AT_ONCE = 500
const BUSY_MS = 10
const IDLE_MS = 250
const AWAY_MS = 500
/** How long to look closely after something was told here. */
const ALERT_MS = 2_000

export class Relay {
  readonly #options: RelayOptions
  #alertUntil = 0
  #isClosed = false
  #timer: NodeJS.Timeout | undefined
  #wake: (() => void) | undefined
  #loop: Promise<void> | undefined

  constructor(options: RelayOptions) {
    this.#options = options
  }

  start(): void {
    this.#loop = this.#run()
  }

  /** An event is about to be in the outbox. */
  expect(): void {
    const now = performance.now()
    if (now > this.#alertUntil) this.#wake?.()
    this.#alertUntil = now + ALERT_MS
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#wake?.()
    await this.#loop
  }

  async #run(): Promise<void> {
    while (!this.#isClosed) {
      const waitMs = await this.#move()
      if (waitMs > 0) await this.#sleep(waitMs)
    }
  }

  /** @returns how long to wait before looking again */
  async #move(): Promise<number> {
    const { driver, log, arrived } = this.#options
    try {
      const moved = await driver.relay(AT_ONCE)
      for (const where of moved) arrived(where)
      return moved.length ? 0 : performance.now() < this.#alertUntil ? BUSY_MS : IDLE_MS
    } catch (err) {
      log.warn({ err }, 'the outbox cannot be read')
      return AWAY_MS
    }
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#timer = setTimeout(resolve, ms)
      this.#wake = () => {
        clearTimeout(this.#timer)
        resolve()
      }
    })
  }
}
