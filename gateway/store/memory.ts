/** Keeps wishes as long as the process lives: for tests, and to try things out. */
import type { Driver, Event, Stored } from './driver.ts'
import type { WishRecord } from './record.ts'
import { dueAt, parkedFrom } from './reducer.ts'

export class MemoryDriver implements Driver {
  readonly events: Event[] = []
  readonly #stored = new Map<string, Stored>()
  readonly #clock: () => number

  constructor(clock: () => number = Date.now) {
    this.#clock = clock
  }

  now(): number {
    return this.#clock()
  }

  async load(id: string): Promise<Stored> {
    return this.#load(id)
  }

  async swap(
    id: string,
    expected: Stored,
    next: Stored,
    events: readonly Event[],
  ): Promise<Stored | undefined> {
    const stored = this.#load(id)
    if (stored.revision !== expected.revision) return stored
    if (next.record) this.#stored.set(id, next)
    else this.#stored.delete(id)
    this.events.push(...events)
    return undefined
  }

  async due(queue: string, limit: number): Promise<readonly string[]> {
    const now = this.now()
    return this.#ids(
      (record) => record.state === 'pending' && record.accepted?.queue === queue && dueAt(record) <= now,
      limit,
    )
  }

  async list(state: 'parked' | 'pending', limit: number): Promise<readonly string[]> {
    const now = this.now()
    return this.#ids(
      (record) =>
        state === 'parked'
          ? parkedFrom(record) <= now
          : record.state === state && record.accepted !== undefined,
      limit,
    )
  }

  async concerns(): Promise<readonly string[]> {
    return ['STORE_URL is memory: what was accepted is lost when the process ends']
  }

  async close(): Promise<void> {}

  #load(id: string): Stored {
    return this.#stored.get(id) ?? { revision: '', record: undefined }
  }

  #ids(matches: (record: WishRecord) => boolean, limit: number): string[] {
    return [...this.#stored]
      .flatMap(([id, { record }]) => (record && matches(record) ? { id, at: dueAt(record) } : []))
      .sort((a, b) => a.at - b.at)
      .slice(0, limit)
      .map(({ id }) => id)
  }
}
