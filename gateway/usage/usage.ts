/** How the APIs are used: by whom, how often, with which requests, and which of their fields. Known from what happens. */
import type { OperationRequest, Policy, Target } from '../hop/policy.ts'
import type { Sealer } from '../store/seal.ts'
import type { Tallies } from '../store/tallies/tallies.ts'
import type { Log } from '../telemetry/log.ts'
import { CallCounts, readCalls, type UsedOperation } from './calls.ts'
import { Flusher } from './flusher.ts'
import { FieldReads, type ReadField, readReads } from './reads.ts'
import { readSamples, type Sample, Samples } from './samples.ts'

export interface UsageOptions {
  readonly tallies: Tallies
  readonly sealer: Sealer
  /** Of so many calls one is looked at more closely; 0: none. */
  readonly every: number
  readonly log: Log
}

/** Sees the calls of one operation. */
export interface Watch {
  /** A call of somebody who may. @returns whether its request is to be kept */
  count(consumer: string): boolean
  keep(consumer: string, request: OperationRequest): void
}

export class Usage {
  readonly reads: FieldReads
  /** Sees calls of the layer above in this process. */
  readonly counted: Policy
  readonly #options: UsageOptions
  readonly #calls: CallCounts
  readonly #samples: Samples
  readonly #flusher: Flusher

  constructor(options: UsageOptions) {
    const { tallies, sealer, every, log } = options
    this.#options = options
    this.#calls = new CallCounts(every)
    this.#samples = new Samples(sealer)
    this.reads = new FieldReads(every)
    this.#flusher = new Flusher(tallies, log)
    for (const source of [this.#calls, this.#samples, this.reads]) this.#flusher.add(source)
    this.counted = (target, next) => {
      const watch = this.watch(target)
      return function counted(request, call) {
        const { consumer } = call.caller
        if (watch.count(consumer)) watch.keep(consumer, request)
        return next(request, call)
      }
    }
  }

  watch(target: Target): Watch {
    const meter = this.#calls.meterOf(target)
    const keep = this.#samples.of(target)
    return { count: (consumer) => meter.count(consumer), keep }
  }

  /** Of all processes that share the store, and up to now for this one. */
  async callsOf(api: string, days: number): Promise<readonly UsedOperation[]> {
    await this.#flusher.flush()
    return readCalls(this.#options.tallies, api, days)
  }

  async readsOf(api: string): Promise<readonly ReadField[]> {
    await this.#flusher.flush()
    return readReads(this.#options.tallies, api)
  }

  async samplesOf(api: string, operation: string, consumer: string): Promise<readonly Sample[]> {
    await this.#flusher.flush()
    return readSamples(this.#options.tallies, this.#options.sealer, api, operation, consumer)
  }

  async close(): Promise<void> {
    await this.#flusher.close()
    await this.#options.tallies.close()
  }
}
