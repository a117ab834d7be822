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

export class Completer {
  readonly #options: CompleterOptions
  readonly #working = new Map<string, Promise<void>>()
  #timer: NodeJS.Timeout | undefined

  constructor(options: CompleterOptions) {
    this.#options = options
  }

  start(): void {
    this.#timer = setInterval(() => void this.#look(), LOOK_MS).unref()
  }

  /** Takes on nothing more, and waits for what it works on. */
  async close(): Promise<void> {
    clearInterval(this.#timer)
    await Promise.all(this.#working.values())
  }

  async #look(): Promise<void> {
    const { sagas, log } = this.#options
    const room = AT_ONCE - this.#working.size
    if (room === 0) return
    try {
      for (const id of await sagas.due(room)) {
        if (this.#working.has(id)) continue
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
      if (!waiting) return
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
      log.error({ err, record: id }, 'could not go on with a request that was accepted')
    }
  }
}
