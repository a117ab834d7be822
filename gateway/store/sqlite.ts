/**
 * Keeps wishes in one file, for the processes of one machine. Writes that come together share one transaction, and so
 * one wait for the disk.
 */
import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { type Driver, type Event, type Stored, StoreUnavailable } from './driver.ts'
import { dueAt, parkedFrom } from './reducer.ts'

const schema = `
  CREATE TABLE IF NOT EXISTS wish (
    id TEXT PRIMARY KEY, revision TEXT NOT NULL, record TEXT NOT NULL, state TEXT NOT NULL,
    queue TEXT, due_at INTEGER NOT NULL, expires_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS wish_due ON wish (queue, due_at) WHERE state IN ('pending', 'in doubt') AND queue IS NOT NULL;
  CREATE INDEX IF NOT EXISTS wish_parked ON wish (due_at) WHERE state IN ('parked', 'in doubt');
  CREATE INDEX IF NOT EXISTS wish_expiry ON wish (expires_at) WHERE expires_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS outbox (sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, data TEXT NOT NULL) STRICT;
`

/** How long another process may hold the file. */
const BUSY_MS = 250
const FORGET_MS = 60_000
const FORGET_AT_ONCE = 1_000
/** Records without a request to go on with, that nobody came back for. */
const DESERTED_MS = 24 * 3_600_000

interface Write {
  readonly id: string
  readonly expected: Stored
  readonly next: Stored
  readonly events: readonly Event[]
  found: Stored | undefined
  resolve(found: Stored | undefined): void
  reject(error: unknown): void
}

export class SqliteDriver implements Driver {
  readonly #database: DatabaseSync
  readonly #statements: Record<keyof typeof sql, StatementSync>
  #writes: Write[] = []
  readonly #forgetting = setInterval(() => this.#forget(), FORGET_MS).unref()
  #isOpen = true

  /** @param path of the file; its folder is made */
  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    this.#database = new DatabaseSync(path, { timeout: BUSY_MS })
    chmodSync(path, 0o600)
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
    this.#database.exec(schema)
    this.#statements = Object.fromEntries(
      Object.entries(sql).map(([name, text]) => [name, this.#database.prepare(text)]),
    ) as Record<keyof typeof sql, StatementSync>
  }

  now(): number {
    return Date.now()
  }

  async load(id: string): Promise<Stored> {
    return this.#guard(() => this.#load(id))
  }

  swap(id: string, expected: Stored, next: Stored, events: readonly Event[]): Promise<Stored | undefined> {
    return new Promise((resolve, reject) => {
      if (this.#writes.length === 0) setImmediate(() => this.#flush())
      this.#writes.push({ id, expected, next, events, found: undefined, resolve, reject })
    })
  }

  async due(queue: string, limit: number): Promise<readonly string[]> {
    return this.#guard(() => idsOf(this.#statements.due.all(queue, this.now(), limit)))
  }

  async list(state: 'parked' | 'pending', limit: number): Promise<readonly string[]> {
    const { parked, pending } = this.#statements
    return this.#guard(() => idsOf(state === 'parked' ? parked.all(this.now(), limit) : pending.all(limit)))
  }

  async concerns(): Promise<readonly string[]> {
    return []
  }

  async close(): Promise<void> {
    this.#isOpen = false
    clearInterval(this.#forgetting)
    this.#flush()
    this.#database.close()
  }

  #load(id: string): Stored {
    const row = this.#statements.load.get(id) as { revision: string; record: string } | undefined
    return row
      ? { revision: row.revision, record: JSON.parse(row.record) }
      : { revision: '', record: undefined }
  }

  #flush(): void {
    const writes = this.#writes
    if (writes.length === 0) return
    this.#writes = []
    try {
      this.#guard(() => {
        this.#database.exec('BEGIN IMMEDIATE')
        try {
          for (const write of writes) write.found = this.#swap(write)
          this.#database.exec('COMMIT')
        } catch (error) {
          if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
          throw error
        }
      })
      for (const { resolve, found } of writes) resolve(found)
    } catch (error) {
      for (const { reject } of writes) reject(error)
    }
  }

  #swap({ id, expected, next: { revision, record }, events }: Write): Stored | undefined {
    const stored = this.#load(id)
    if (stored.revision !== expected.revision) return stored
    if (record) {
      const parkedAt = parkedFrom(record)
      const isParked = parkedAt < Infinity
      this.#statements.save.run(
        id,
        revision,
        JSON.stringify(record),
        record.state === 'pending' && isParked ? 'in doubt' : record.state,
        record.accepted?.queue ?? null,
        isParked ? parkedAt : dueAt(record),
        record.expiresAt ?? (record.accepted || isParked ? null : this.now() + DESERTED_MS),
      )
    } else this.#statements.drop.run(id)
    for (const event of events) this.#statements.publish.run(event.id, event.data)
    return undefined
  }

  /** A batch at a time: whoever asks should not wait for it. */
  #forget(): void {
    try {
      const { changes } = this.#statements.forget.run(this.now(), FORGET_AT_ONCE)
      if (Number(changes) === FORGET_AT_ONCE) setImmediate(() => this.#isOpen && this.#forget())
    } catch {
      // Another process may be at it.
    }
  }

  #guard<Result>(act: () => Result): Result {
    try {
      return act()
    } catch (cause) {
      throw new StoreUnavailable('the store file cannot be used', { cause })
    }
  }
}

const sql = {
  load: 'SELECT revision, record FROM wish WHERE id = ?',
  save: 'INSERT OR REPLACE INTO wish (id, revision, record, state, queue, due_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  drop: 'DELETE FROM wish WHERE id = ?',
  publish: 'INSERT OR IGNORE INTO outbox (id, data) VALUES (?, ?)',
  due: `SELECT id FROM wish WHERE queue = ? AND state IN ('pending', 'in doubt') AND due_at <= ? ORDER BY due_at LIMIT ?`,
  parked: `SELECT id FROM wish WHERE state IN ('parked', 'in doubt') AND due_at <= ? ORDER BY due_at LIMIT ?`,
  pending: `SELECT id FROM wish WHERE state IN ('pending', 'in doubt') AND queue IS NOT NULL ORDER BY due_at LIMIT ?`,
  forget: 'DELETE FROM wish WHERE id IN (SELECT id FROM wish WHERE expires_at <= ? LIMIT ?)',
}

const idsOf = (rows: readonly unknown[]): readonly string[] => (rows as { id: string }[]).map(({ id }) => id)
