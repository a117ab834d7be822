/**
 * Keeps events in the file of the store, for the processes of one machine. Writes that come together share one
 * transaction, and so one wait for the disk; what is in the outbox moves to the log in one step.
 */
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { StoreUnavailable } from '../../store/driver.ts'
import type { Letter, LetterState } from '../letter.ts'
import { fromOutbox, PARTITIONS, type Parcel } from '../parcel.ts'
import type { Backlog, Delivery, Lane, LogDriver } from './driver.ts'

const schema = `
  CREATE TABLE IF NOT EXISTS hub_event (
    position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, topic TEXT NOT NULL, part INTEGER NOT NULL,
    data TEXT NOT NULL, at INTEGER NOT NULL, UNIQUE (topic, id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS hub_event_order ON hub_event (topic, part, position);
  CREATE TABLE IF NOT EXISTS hub_reader (
    subscription TEXT NOT NULL, topic TEXT NOT NULL, part INTEGER NOT NULL, next INTEGER NOT NULL,
    token TEXT NOT NULL DEFAULT '', lease_until INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (subscription, topic, part)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS hub_pending (
    subscription TEXT NOT NULL, topic TEXT NOT NULL, part INTEGER NOT NULL, position INTEGER NOT NULL,
    deliveries INTEGER NOT NULL DEFAULT 1, PRIMARY KEY (subscription, topic, part, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS hub_letter (
    id TEXT PRIMARY KEY, state TEXT NOT NULL, at INTEGER NOT NULL, revision TEXT NOT NULL, text TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS hub_letter_state ON hub_letter (state, at);
`

/** How long another process may hold the file. */
const BUSY_MS = 1_000

interface Write {
  act(): unknown
  result?: unknown
  resolve(result: unknown): void
  reject(error: unknown): void
}

export class SqliteLog implements LogDriver {
  readonly #database: DatabaseSync
  readonly #sql: Record<keyof typeof sql, StatementSync>
  #writes: Write[] = []

  /** @param path of the store, which has made it */
  constructor(path: string) {
    this.#database = new DatabaseSync(path, { timeout: BUSY_MS })
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
    this.#database.exec(schema)
    this.#sql = Object.fromEntries(
      Object.entries(sql).map(([name, text]) => [name, this.#database.prepare(text)]),
    ) as Record<keyof typeof sql, StatementSync>
  }

  append(parcels: readonly Parcel[]): Promise<void> {
    return this.#write(() => this.#append(parcels))
  }

  async relay(limit: number) {
    if (this.#read(() => this.#sql.outbox.all(1)).length === 0) return []
    return this.#write(() => {
      const rows = this.#sql.outbox.all(limit) as unknown as { sequence: number; id: string; data: string }[]
      const parcels = rows.map(fromOutbox)
      this.#append(parcels)
      this.#sql.took.run(rows.at(-1)?.sequence ?? 0)
      return parcels
    })
  }

  async enlist(subscription: string, topic: string): Promise<void> {
    await this.#write(() => {
      for (let part = 0; part < PARTITIONS; part++) this.#sql.enlist.run(subscription, topic, part)
    })
  }

  hold({ subscription, topic, partition }: Lane, token: string, leaseMs: number): Promise<boolean> {
    const now = Date.now()
    const hold = () =>
      this.#sql.hold.run(token, now + leaseMs, subscription, topic, partition, token, now).changes === 1
    return this.#write(hold)
  }

  leave(lane: Lane, token: string, untouched: readonly string[]): Promise<void> {
    const { subscription, topic, partition } = lane
    return this.#write(() => {
      if (!this.#isHeld(lane, token)) return
      for (const position of untouched)
        this.#sql.mark.run(0, subscription, topic, partition, Number(position))
      this.#sql.leave.run(subscription, topic, partition)
    })
  }

  async leftovers(lane: Lane, token: string): Promise<readonly Delivery[] | undefined> {
    const { subscription, topic, partition } = lane
    return this.#read(() =>
      this.#isHeld(lane, token)
        ? this.#sql.leftovers.all(subscription, topic, partition).map(toDelivery)
        : undefined,
    )
  }

  async read(lane: Lane, token: string, limit: number): Promise<readonly Delivery[] | undefined> {
    const { subscription, topic, partition } = lane
    const isIdle = this.#read(() => {
      const reader = this.#sql.reader.get(subscription, topic, partition) as Reader | undefined
      return reader?.token === token && this.#sql.fresh.get(topic, partition, reader.next) === undefined
    })
    // Mostly there is nothing, and nothing to write.
    if (isIdle) return []
    return this.#write(() => {
      if (!this.#isHeld(lane, token)) return undefined
      const { next } = this.#sql.reader.get(subscription, topic, partition) as unknown as Reader
      const found = this.#sql.read.all(topic, partition, next, limit).map(toDelivery)
      for (const { position } of found)
        this.#sql.pending.run(subscription, topic, partition, Number(position))
      const last = found.at(-1)
      if (last) this.#sql.advance.run(Number(last.position) + 1, subscription, topic, partition)
      return found
    })
  }

  mark(lane: Lane, token: string, position: string, deliveries: number): Promise<boolean> {
    const { subscription, topic, partition } = lane
    return this.#write(
      () =>
        this.#isHeld(lane, token) &&
        this.#sql.mark.run(deliveries, subscription, topic, partition, Number(position)).changes === 1,
    )
  }

  settle(
    lane: Lane,
    token: string,
    positions: readonly string[],
    letters: readonly Letter[],
  ): Promise<boolean> {
    const { subscription, topic, partition } = lane
    return this.#write(() => {
      if (!this.#isHeld(lane, token)) return false
      for (const position of positions) this.#sql.settle.run(subscription, topic, partition, Number(position))
      for (const letter of letters)
        this.#sql.post.run(letter.id, letter.state, letter.at, letter.revision, JSON.stringify(letter))
      return true
    })
  }

  async trim(topic: string, before: number, subscriptions: readonly string[]): Promise<void> {
    await this.#write(() => {
      const names = JSON.stringify(subscriptions)
      for (let part = 0; part < PARTITIONS; part++) {
        const { first } = this.#sql.firstOpen.get({ $topic: topic, $part: part, $names: names }) as {
          first: number | null
        }
        this.#sql.trim.run(topic, part, before, first ?? Number.MAX_SAFE_INTEGER)
      }
    })
  }

  async backlog(subscription: string, topic: string): Promise<Backlog> {
    return this.#read(() => {
      const row = this.#sql.backlog.get({ $subscription: subscription, $topic: topic })
      const { waiting, oldest } = row as { waiting: number; oldest: number | null }
      return { waiting, oldestAt: oldest ?? undefined }
    })
  }

  async history(topic: string, partition: number, from: number, to: number): Promise<readonly Delivery[]> {
    return this.#read(() => this.#sql.history.all(topic, partition, from, to).map(toDelivery))
  }

  async letter(id: string): Promise<Letter | undefined> {
    const row = this.#read(() => this.#sql.letter.get(id))
    return row && toLetter(row)
  }

  async letters(state: LetterState, limit: number): Promise<readonly Letter[]> {
    return this.#read(() => this.#sql.letters.all(state, limit).map(toLetter))
  }

  swapLetter(expected: string, next: Letter): Promise<boolean> {
    const { id, state, revision, at } = next
    const text = JSON.stringify(next)
    return this.#write(() => {
      const { changes } =
        expected === ''
          ? this.#sql.post.run(id, state, at, revision, text)
          : this.#sql.swapLetter.run(state, revision, text, id, expected)
      return changes === 1
    })
  }

  async forgetLetters(before: number): Promise<void> {
    await this.#write(() => this.#sql.forgetLetters.run(before))
  }

  async close(): Promise<void> {
    this.#flush()
    this.#database.close()
  }

  #append(parcels: readonly Parcel[]): void {
    const now = Date.now()
    for (const { id, topic, partition, data } of parcels)
      this.#sql.append.run(id, topic, partition, data, now)
  }

  #isHeld({ subscription, topic, partition }: Lane, token: string): boolean {
    const reader = this.#sql.reader.get(subscription, topic, partition) as Reader | undefined
    return reader?.token === token && reader.lease_until > Date.now()
  }

  #write<Result>(act: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#writes.length === 0) setImmediate(() => this.#flush())
      this.#writes.push({ act, resolve: resolve as Write['resolve'], reject })
    })
  }

  #flush(): void {
    const writes = this.#writes
    if (writes.length === 0) return
    this.#writes = []
    try {
      this.#read(() => {
        this.#database.exec('BEGIN IMMEDIATE')
        try {
          for (const write of writes) write.result = write.act()
          this.#database.exec('COMMIT')
        } catch (error) {
          if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
          throw error
        }
      })
      for (const { resolve, result } of writes) resolve(result)
    } catch (error) {
      for (const { reject } of writes) reject(error)
    }
  }

  #read<Result>(act: () => Result): Result {
    try {
      return act()
    } catch (cause) {
      throw new StoreUnavailable('the log file cannot be used', { cause })
    }
  }
}

interface Reader {
  readonly next: number
  readonly token: string
  readonly lease_until: number
}

const lane = 'subscription = ? AND topic = ? AND part = ?'
const sql = {
  append: 'INSERT OR IGNORE INTO hub_event (id, topic, part, data, at) VALUES (?, ?, ?, ?, ?)',
  outbox: 'SELECT sequence, id, data FROM outbox ORDER BY sequence LIMIT ?',
  took: 'DELETE FROM outbox WHERE sequence <= ?',
  enlist: `INSERT OR IGNORE INTO hub_reader (subscription, topic, part, next)
    VALUES (?, ?, ?, (SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'hub_event'))`,
  hold: `UPDATE hub_reader SET token = ?, lease_until = ? WHERE ${lane} AND (token = ? OR lease_until <= ?)`,
  leave: `UPDATE hub_reader SET lease_until = 0 WHERE ${lane}`,
  reader: `SELECT next, token, lease_until FROM hub_reader WHERE ${lane}`,
  leftovers: `SELECT position, id, data, at, deliveries FROM hub_pending JOIN hub_event USING (topic, part, position)
    WHERE ${lane} ORDER BY position`,
  fresh: 'SELECT 1 FROM hub_event WHERE topic = ? AND part = ? AND position >= ? LIMIT 1',
  read: 'SELECT position, id, data, at FROM hub_event WHERE topic = ? AND part = ? AND position >= ? ORDER BY position LIMIT ?',
  pending: 'INSERT OR IGNORE INTO hub_pending (subscription, topic, part, position) VALUES (?, ?, ?, ?)',
  advance: `UPDATE hub_reader SET next = ? WHERE ${lane}`,
  mark: `UPDATE hub_pending SET deliveries = ? WHERE ${lane} AND position = ?`,
  settle: `DELETE FROM hub_pending WHERE ${lane} AND position = ?`,
  firstOpen: `SELECT min(position) AS first FROM (
    SELECT next AS position FROM hub_reader
      WHERE topic = $topic AND part = $part AND subscription IN (SELECT value FROM json_each($names))
    UNION ALL SELECT position FROM hub_pending
      WHERE topic = $topic AND part = $part AND subscription IN (SELECT value FROM json_each($names)))`,
  trim: 'DELETE FROM hub_event WHERE topic = ? AND part = ? AND at < ? AND position < ?',
  backlog: `SELECT count(*) AS waiting, min(at) AS oldest FROM hub_event AS event
    JOIN hub_reader AS reader ON reader.topic = event.topic AND reader.part = event.part
    WHERE reader.subscription = $subscription AND event.topic = $topic AND (event.position >= reader.next
      OR EXISTS (SELECT 1 FROM hub_pending AS open WHERE open.subscription = $subscription
        AND open.topic = event.topic AND open.part = event.part AND open.position = event.position))`,
  history:
    'SELECT position, id, data, at FROM hub_event WHERE topic = ? AND part = ? AND at >= ? AND at < ? ORDER BY position',
  post: 'INSERT OR IGNORE INTO hub_letter (id, state, at, revision, text) VALUES (?, ?, ?, ?, ?)',
  letter: 'SELECT text FROM hub_letter WHERE id = ?',
  letters: 'SELECT text FROM hub_letter WHERE state = ? ORDER BY at LIMIT ?',
  swapLetter: 'UPDATE hub_letter SET state = ?, revision = ?, text = ? WHERE id = ? AND revision = ?',
  forgetLetters: `DELETE FROM hub_letter WHERE state IN ('replayed', 'discarded') AND at < ?`,
}

const toLetter = (row: unknown): Letter => JSON.parse((row as { text: string }).text) as Letter

function toDelivery(row: unknown): Delivery {
  const { position, deliveries = 0, ...kept } = row as Omit<Delivery, 'position'> & { position: number }
  return { ...kept, position: String(position), deliveries }
}
