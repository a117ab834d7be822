/** All that a process remembers of requests with a key, from the store to the loop that finishes what waits. */
import type { Deadlines } from '../deadlines.ts'
import { createMarker } from '../store/mark.ts'
import { openDriver } from '../store/open.ts'
import { createSealer, type Sealer } from '../store/seal.ts'
import { Store } from '../store/store.ts'
import type { Log } from '../telemetry/log.ts'
import { Completer } from './completer.ts'
import { Leases } from './leases.ts'
import { Ledger } from './ledger.ts'
import { OpenOperations } from './open-operations.ts'
import { Records } from './records.ts'

export interface IdempotencyOptions {
  readonly storeUrl: string
  /** The first one seals, all of them open. */
  readonly dataKeys: readonly string[]
  readonly leaseMs: number
  /** Whether what may be lost keeps the process from being ready. */
  readonly production: boolean
  readonly deadlines: Deadlines
  readonly log: Log
}

const LOOK_AGAIN_MS = 1_000

export class Idempotency {
  readonly records: Records
  readonly operations: OpenOperations
  readonly #options: IdempotencyOptions
  readonly store: Store
  readonly sealer: Sealer
  readonly #leases: Leases
  readonly #completer: Completer
  #notReady: readonly string[] = ['the store has not answered yet']
  #timer: NodeJS.Timeout | undefined

  constructor(options: IdempotencyOptions) {
    const { storeUrl, dataKeys, leaseMs, deadlines, log } = options
    this.#options = options
    this.store = new Store(openDriver(storeUrl))
    this.sealer = createSealer(dataKeys)
    this.#leases = new Leases(leaseMs)
    const ledger = new Ledger({
      store: this.store,
      sealer: this.sealer,
      marker: createMarker(dataKeys),
      leases: this.#leases,
    })
    this.records = new Records(ledger)
    this.operations = new OpenOperations(ledger)
    this.#completer = new Completer({ sagas: this.records.sagas, deadlines, log })
  }

  /** Why requests with a key should not be taken; a store that goes away later is no reason: reads go on without it. */
  get notReady(): readonly string[] {
    return this.#notReady
  }

  async start(): Promise<void> {
    this.#completer.start()
    await this.#check()
  }

  /** Takes on nothing of others any more. */
  stop(): void {
    this.#completer.stop()
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#completer.close()
    this.#leases.close()
    await this.store.driver.close()
  }

  async #check(): Promise<void> {
    const { production, log } = this.#options
    try {
      const concerns = await this.store.driver.concerns()
      for (const concern of concerns) log.warn({ concern }, 'store')
      this.#notReady = production ? concerns : []
    } catch (err) {
      log.warn({ err }, 'the store does not answer')
      this.#timer = setTimeout(() => void this.#check(), LOOK_AGAIN_MS).unref()
    }
  }
}
