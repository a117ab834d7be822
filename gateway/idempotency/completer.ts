/**
 * Finishes what was accepted and not completed: sagas that wait for a system to come back, and those whose process
 * died. Every replica looks; a lease keeps two from working on the same one.
 */
import { Call } from '../call.ts'
import type { Deadlines } from '../deadlines.ts'
import type { Log } from '../telemetry/log.ts'
import type { Sagas } from './sagas.ts'

export interface CompleterOptions {
  readonly sagas: Sagas
  readonly deadlines: Deadlines
  readonly log: Log
}

const LOOK_MS = 1_000
/** At once in this process: what was accepted must not crowd out what is asked. */
const AT_ONCE = 8
const REST_MS = 60_000

export class Completer {
  readonly #options: CompleterOptions
  readonly #working = new Map<string, Promise<void>>()
  /** What nobody here can go on with, and when to try again: it must not stand in the way of the rest. */
  readonly #resting = new Map<string, number>()
  #timer: NodeJS.Timeout | undefined

  constructor(options: CompleterOptions) {
    this.#options = options
  }

  start(): void {
    this.#timer = setInterval(() => void this.#look(), LOOK_MS).unref()
  }

  /** Takes on nothing more. */
  stop(): void {
    clearInterval(this.#timer)
  }

  /** Waits for what it works on. */
  async close(): Promise<void> {
    this.stop()
    await Promise.all(this.#working.values())
  }

  async #look(): Promise<void> {
    const { sagas, log } = this.#options
    if (this.#working.size >= AT_ONCE) return
    try {
      const now = performance.now()
      for (const [id, until] of this.#resting) if (until <= now) this.#resting.delete(id)
      for (const id of await sagas.due(AT_ONCE + this.#resting.size)) {
        if (this.#working.size >= AT_ONCE) break
        if (this.#working.has(id) || this.#resting.has(id)) continue
        const work = this.#finish(id).finally(() => this.#working.delete(id))
        this.#working.set(id, work)
      }
    } catch (err) {
      log.warn({ err }, 'the store cannot tell what is due')
    }
  }

  async #finish(id: string): Promise<void> {
    const { sagas, deadlines, log } = this.#options
    try {
      const waiting = await sagas.waiting(id)
      if (!waiting) {
        this.#rest(id)
        return
      }
      const { saga, accepted } = waiting
      const call = new Call(performance.now() + saga.operation.deadlineMs, accepted.trace, accepted.key)
      call.caller = accepted.caller
      const live = deadlines.enter(call, undefined)
      try {
        const record = await waiting.claim(call)
        if (!record) return
        const { status } = await saga.run(record, accepted.request, call)
        const labels = { api: saga.contract.id, operation: saga.operation.id, traceId: call.trace.traceId }
        log.info({ ...labels, record: id, status }, 'went on with a request that was accepted')
      } finally {
        deadlines.leave(live)
      }
    } catch (err) {
      this.#rest(id)
      log.error({ err, record: id }, 'could not go on with a request that was accepted')
    }
  }

  #rest(id: string): void {
    this.#resting.set(id, performance.now() + REST_MS)
  }
}
