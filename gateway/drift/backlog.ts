/**
 * Answers that wait to be looked at: by reference, so many at most, and each turn of the event loop only for a moment.
 * Whoever waits for an answer has it by then.
 */

import type { Log } from '../telemetry/log.ts'

export interface Inspection {
  inspect(body: unknown): void
}

const WAITING_MAX = 1_024
const TURN_MS = 1
/** So often the clock is looked at. */
const LOOK_EVERY = 4

export class Backlog {
  #inspections: Inspection[] = []
  #bodies: unknown[] = []
  #next = 0
  readonly #log: Log
  #isScheduled = false
  /** Answers nobody looked at: there were too many. */
  dropped = 0
  readonly #run = (): void => {
    const endsAt = performance.now() + TURN_MS
    while (this.#next < this.#bodies.length) {
      const index = this.#next++
      this.#inspect(this.#inspections[index] as Inspection, this.#bodies[index])
      if (this.#next % LOOK_EVERY === 0 && performance.now() > endsAt) break
    }
    this.#isScheduled = false
    if (this.#next < this.#bodies.length) this.#schedule()
    else {
      this.#inspections = []
      this.#bodies = []
      this.#next = 0
    }
  }

  constructor(log: Log) {
    this.#log = log
  }

  get waiting(): number {
    return this.#bodies.length - this.#next
  }

  /** A mistake here must not harm whoever is served. */
  #inspect(inspection: Inspection, body: unknown): void {
    try {
      inspection.inspect(body)
    } catch (err) {
      this.#log.error({ err }, 'an answer could not be looked at')
    }
  }

  push(inspection: Inspection, body: unknown): void {
    if (this.waiting >= WAITING_MAX) {
      this.dropped++
      return
    }
    this.#inspections.push(inspection)
    this.#bodies.push(body)
    if (!this.#isScheduled) this.#schedule()
  }

  #schedule(): void {
    this.#isScheduled = true
    setImmediate(this.#run)
  }
}
