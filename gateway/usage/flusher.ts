/**
 * Carries what was counted to the store, in batches and in the background: no request waits for it, and none fails
 * because of it. What cannot be written down now is sent again, and counts once.
 */
import { newToken } from '../store/store.ts'
import type { Kept, Tallies, Tally } from '../store/tallies/tallies.ts'
import type { Log } from '../telemetry/log.ts'

/** Something that counts: gives what it has counted, and begins anew. */
export interface Source {
  take(now: number): readonly Batch[]
}

/** Counts for one group, or items for one list. */
export type Batch =
  | { readonly group: Kept; readonly tallies: readonly Tally[] }
  | { readonly list: Kept; readonly items: readonly string[]; readonly itemsMax: number }

interface Waiting {
  readonly token: string
  readonly batch: Batch
}

const FLUSH_MS = 10_000
/** Batches that wait for a store that is away; then the oldest are lost. */
const WAITING_MAX = 5_000

export class Flusher {
  readonly #tallies: Tallies
  readonly #log: Log
  readonly #sources: Source[] = []
  readonly #timer = setInterval(() => void this.flush(), FLUSH_MS).unref()
  readonly #waiting: Waiting[] = []
  #flushing: Promise<void> | undefined
  #isBehind = false

  constructor(tallies: Tallies, log: Log) {
    this.#tallies = tallies
    this.#log = log
  }

  add(source: Source): void {
    this.#sources.push(source)
  }

  /** Everything that was counted before is in the store then, if the store is there. */
  async flush(): Promise<void> {
    await this.#flushing
    this.#flushing ??= this.#flush().finally(() => {
      this.#flushing = undefined
    })
    await this.#flushing
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.flush()
  }

  async #flush(): Promise<void> {
    const now = Date.now()
    for (const source of this.#sources)
      for (const batch of source.take(now)) this.#waiting.push({ token: newToken(), batch })
    const lost = this.#waiting.splice(0, this.#waiting.length - WAITING_MAX).length
    if (lost) this.#log.warn({ lost }, 'counts of calls are lost: the store is away')
    try {
      while (this.#waiting[0]) {
        await this.#send(this.#waiting[0])
        this.#waiting.shift()
      }
      this.#isBehind = false
    } catch (err) {
      if (!this.#isBehind) this.#log.warn({ err }, 'counts of calls wait for the store')
      this.#isBehind = true
    }
  }

  #send({ token, batch }: Waiting): Promise<void> {
    return 'group' in batch
      ? this.#tallies.add(batch.group, token, batch.tallies)
      : this.#tallies.collect(batch.list, batch.items, batch.itemsMax)
  }
}
