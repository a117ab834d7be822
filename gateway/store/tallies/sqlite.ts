/** Counts in the file of the store, for the processes of one machine. */
import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { StoreUnavailable } from '../driver.ts'
import type { Kept, Tallies, Tally } from './tallies.ts'

const schema = `
  CREATE TABLE IF NOT EXISTS tally (
    group_id TEXT, name TEXT, count INTEGER NOT NULL, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL, PRIMARY KEY (group_id, name)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tally_batch (id TEXT PRIMARY KEY, expires_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS collected (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, list_id TEXT NOT NULL, item TEXT NOT NULL, expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS collected_by_list ON collected (list_id, sequence);
`

const sql = {
  begin: 'INSERT OR IGNORE INTO tally_batch VALUES (?, ?)',
  add: `INSERT INTO tally VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
    count = count + excluded.count, first_at = min(first_at, excluded.first_at),
    last_at = max(last_at, excluded.last_at), expires_at = excluded.expires_at`,
  counts: `SELECT name, count, first_at AS firstAt, last_at AS lastAt FROM tally
    WHERE group_id = ? AND expires_at > ? ORDER BY name`,
  collect: 'INSERT INTO collected (list_id, item, expires_at) VALUES (?, ?, ?)',
  trim: `DELETE FROM collected WHERE list_id = ? AND sequence <=
    (SELECT sequence FROM collected WHERE list_id = ? ORDER BY sequence DESC LIMIT 1 OFFSET ?)`,
  collected: 'SELECT item FROM collected WHERE list_id = ? AND expires_at > ? ORDER BY sequence DESC',
  forgetTallies: 'DELETE FROM tally WHERE expires_at <= ?',
  forgetBatches: 'DELETE FROM tally_batch WHERE expires_at <= ?',
  forgetCollected: 'DELETE FROM collected WHERE expires_at <= ?',
}

/** How long another process may hold the file when it is opened, and later: who counts can try again. */
const OPEN_BUSY_MS = 250
const BUSY_MS = 25
/** Nobody sends a batch again after so long. */
const BATCH_MS = 3_600_000

export class SqliteTallies implements Tallies {
  readonly #database: DatabaseSync
  readonly #statements: Record<keyof typeof sql, StatementSync>
  #forgotAt = 0

  /** @param path of the file; its folder is made */
  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    this.#database = new DatabaseSync(path, { timeout: OPEN_BUSY_MS })
    chmodSync(path, 0o600)
    // Counts of the last moment may be lost with the machine; nothing else waits for the disk because of them.
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;')
    this.#database.exec(schema)
    this.#database.exec(`PRAGMA busy_timeout = ${BUSY_MS}`)
    this.#statements = Object.fromEntries(
      Object.entries(sql).map(([name, text]) => [name, this.#database.prepare(text)]),
    ) as Record<keyof typeof sql, StatementSync>
  }

  async add({ id, keepMs }: Kept, batch: string, tallies: readonly Tally[]): Promise<void> {
    this.#write((now) => {
      if (this.#statements.begin.run(`${id} ${batch}`, now + BATCH_MS).changes === 0) return
      for (const { name, count, firstAt, lastAt } of tallies)
        this.#statements.add.run(id, name, count, firstAt, lastAt, now + keepMs)
    })
  }

  async counts(groupId: string): Promise<readonly Tally[]> {
    return guard(() => this.#statements.counts.all(groupId, Date.now())) as unknown as readonly Tally[]
  }

  async collect({ id, keepMs }: Kept, items: readonly string[], itemsMax: number): Promise<void> {
    this.#write((now) => {
      for (const item of items) this.#statements.collect.run(id, item, now + keepMs)
      this.#statements.trim.run(id, id, itemsMax)
    })
  }

  async collected(listId: string): Promise<readonly string[]> {
    const rows = guard(() => this.#statements.collected.all(listId, Date.now()))
    return (rows as unknown as { item: string }[]).map(({ item }) => item)
  }

  async close(): Promise<void> {
    this.#database.close()
  }

  #write(act: (now: number) => void): void {
    const now = Date.now()
    guard(() => {
      this.#database.exec('BEGIN IMMEDIATE')
      try {
        act(now)
        if (now - this.#forgotAt > BATCH_MS) this.#forget(now)
        this.#database.exec('COMMIT')
      } catch (error) {
        if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
        throw error
      }
    })
  }

  #forget(now: number): void {
    const { forgetTallies, forgetBatches, forgetCollected } = this.#statements
    for (const statement of [forgetTallies, forgetBatches, forgetCollected]) statement.run(now)
    this.#forgotAt = now
  }
}

function guard<Result>(act: () => Result): Result {
  try {
    return act()
  } catch (cause) {
    throw new StoreUnavailable('the store file cannot be used', { cause })
  }
}
