/**
 * Keeps wishes in Redis (7.0 or newer, Sentinel and Cluster too), for processes on any number of machines. A wish lives
 * with its lists in one of a few partitions, each of which is one slot: so one script changes them together.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Cluster, Redis } from 'ioredis'
import { type Driver, type Event, type Stored, StoreUnavailable } from './driver.ts'
import type { WishRecord } from './record.ts'
import { dueAt, parkedFrom } from './reducer.ts'

export type Client = (Redis | Cluster) & {
  swapWish(...args: readonly (string | number)[]): Promise<[number, string?, string?]>
}

const PARTITIONS = 16
const partitions = Array.from({ length: PARTITIONS }, (_, partition) => `{strata:${partition}}`)
const partitionOf = (id: string) => partitions[crc32(id) % PARTITIONS] as string

/** Records without a request to go on with, that nobody came back for. */
const DESERTED_MS = 24 * 3_600_000
const swap = readFileSync(join(import.meta.dirname, 'swap.lua'), 'utf8')

export class RedisDriver implements Driver {
  readonly #client: Client
  /** Of Redis, less the time its answers take: never ahead. */
  #aheadMs: number | undefined

  constructor(client: Redis | Cluster) {
    client.defineCommand('swapWish', { numberOfKeys: 5, lua: swap })
    client.on('error', () => {
      // Told to whoever asks; between two connections there may be nobody.
    })
    // After each connection: it may be another server.
    client.on('ready', () => void this.#readClock().catch(() => undefined))
    this.#client = client as Client
  }

  now(): number {
    if (this.#aheadMs === undefined) throw new StoreUnavailable('the clock of Redis is not known yet')
    return Math.floor(performance.now() + this.#aheadMs)
  }

  async load(id: string): Promise<Stored> {
    if (this.#aheadMs === undefined) await this.#readClock()
    const [revision, record] = await guard(this.#client.hmget(recordKey(id), 'revision', 'record'))
    return toStored(revision, record)
  }

  async swap(
    id: string,
    expected: Stored,
    next: Stored,
    events: readonly Event[],
  ): Promise<Stored | undefined> {
    const partition = partitionOf(id)
    const { revision, record } = next
    const { accepted } = record ?? expected.record ?? {}
    const isOpen = record?.state === 'pending' && accepted !== undefined
    const parkedAt = record ? parkedFrom(record) : Infinity
    const keys = [
      recordKey(id),
      `${partition}:due:${accepted?.queue ?? ''}`,
      `${partition}:open`,
      `${partition}:parked`,
    ]
    const [now, found, text] = await guard(
      this.#client.swapWish(
        ...keys,
        `${partition}:outbox`,
        id,
        expected.revision,
        revision,
        record ? JSON.stringify(record) : '',
        record?.expiresAt ?? (accepted || parkedAt < Infinity ? 0 : this.now() + DESERTED_MS),
        isOpen ? dueAt(record) : -1,
        parkedAt < Infinity ? parkedAt : -1,
        ...events.flatMap(({ id: eventId, data }) => [eventId, data]),
      ),
    )
    this.#aheadMs = now - performance.now()
    return found === undefined ? undefined : toStored(found, text)
  }

  async due(queue: string, limit: number): Promise<readonly string[]> {
    const now = this.now()
    const ask = (partition: string) =>
      this.#client.zrangebyscore(`${partition}:due:${queue}`, 0, now, 'WITHSCORES', 'LIMIT', 0, limit)
    return this.#merge(ask, limit)
  }

  async list(state: 'parked' | 'pending', limit: number): Promise<readonly string[]> {
    const list = state === 'parked' ? 'parked' : 'open'
    const now = this.now()
    const ask = (partition: string) =>
      this.#client.zrangebyscore(`${partition}:${list}`, 0, now, 'WITHSCORES', 'LIMIT', 0, limit)
    return this.#merge(ask, limit)
  }

  async concerns(): Promise<readonly string[]> {
    const info = await guard(this.#client.info())
    const settingOf = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1]
    return [
      settingOf('maxmemory_policy') === 'noeviction'
        ? ''
        : `Redis may evict what was accepted: set maxmemory-policy noeviction (it is ${settingOf('maxmemory_policy')})`,
      settingOf('aof_enabled') === '1'
        ? ''
        : 'Redis loses what was accepted when it ends: set appendonly yes',
      (await this.#fsync()) === 'no'
        ? 'Redis loses what was accepted when its machine ends: set appendfsync everysec or always'
        : '',
    ].filter((concern) => concern !== '')
  }

  async close(): Promise<void> {
    this.#client.disconnect()
  }

  async #readClock(): Promise<void> {
    const [seconds, micros] = await guard(this.#client.time())
    this.#aheadMs = Number(seconds) * 1000 + Math.floor(Number(micros) / 1000) - performance.now()
  }

  /** Some who run Redis let nobody read its settings. */
  async #fsync(): Promise<string | undefined> {
    try {
      const [, value] = (await this.#client.config('GET', 'appendfsync')) as string[]
      return value
    } catch {
      return undefined
    }
  }

  /** The first of all partitions. */
  async #merge(ask: (partition: string) => Promise<string[]>, limit: number): Promise<readonly string[]> {
    const found = await guard(Promise.all(partitions.map(ask)))
    const scored = found.flatMap((list) =>
      list.flatMap((id, index) => (index % 2 === 0 ? { id, score: Number(list[index + 1]) } : [])),
    )
    return scored
      .sort((a, b) => a.score - b.score)
      .slice(0, limit)
      .map(({ id }) => id)
  }
}

const recordKey = (id: string) => `${partitionOf(id)}:wish:${id}`

const toStored = (revision: string | null | undefined, record: string | null | undefined): Stored =>
  revision && record
    ? { revision, record: JSON.parse(record) as WishRecord }
    : { revision: '', record: undefined }

const guard = <Value>(answer: Promise<Value>): Promise<Value> =>
  answer.catch((cause: Error) => {
    const reason = cause.message.startsWith('OOM') ? 'Redis is full' : 'Redis does not answer'
    throw new StoreUnavailable(`${reason}: ${cause.message}`, { cause })
  })
