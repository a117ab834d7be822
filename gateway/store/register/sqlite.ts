/** Keeps the register in the file of the store, for the processes of one machine. */
import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { StoreUnavailable } from '../driver.ts'
import type { Entry, Register } from './register.ts'

const schema = `
  CREATE TABLE IF NOT EXISTS entry (kind TEXT, id TEXT, data TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS revision (kind TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS log (sequence INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, data TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS log_by_name ON log (name, sequence);
`

const sql = {
  revision: 'SELECT number FROM revision WHERE kind = ?',
  entries: 'SELECT id, data FROM entry WHERE kind = ? ORDER BY id',
  add: 'INSERT OR IGNORE INTO entry (kind, id, data) VALUES (?, ?, ?)',
  replace: 'UPDATE entry SET data = ? WHERE kind = ? AND id = ? AND data = ?',
  count: 'INSERT INTO revision VALUES (?, 1) ON CONFLICT DO UPDATE SET number = number + 1',
  append: 'INSERT INTO log (name, data) VALUES (?, ?)',
  latest: 'SELECT data FROM log WHERE name = ? ORDER BY sequence DESC LIMIT ?',
}

/** How long another process may hold the file. */
const BUSY_MS = 250

export class SqliteRegister implements Register {
  readonly #database: DatabaseSync
  readonly #statements: Record<keyof typeof sql, StatementSync>

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

  async revision(kind: string): Promise<string> {
    const row = guard(() => this.#statements.revision.get(kind)) as { number: number } | undefined
    return String(row?.number ?? 0)
  }

  async entries(kind: string): Promise<readonly Entry[]> {
    return guard(() => this.#statements.entries.all(kind)) as unknown as readonly Entry[]
  }

  async put(kind: string, { id, data }: Entry, expected: string | undefined): Promise<boolean> {
    return guard(() => {
      this.#database.exec('BEGIN IMMEDIATE')
      try {
        const { changes } =
          expected === undefined
            ? this.#statements.add.run(kind, id, data)
            : this.#statements.replace.run(data, kind, id, expected)
        if (changes) this.#statements.count.run(kind)
        this.#database.exec('COMMIT')
        return Number(changes) > 0
      } catch (error) {
        if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
        throw error
      }
    })
  }

  async append(log: string, data: string): Promise<void> {
    guard(() => this.#statements.append.run(log, data))
  }

  async latest(log: string, limit: number): Promise<readonly string[]> {
    const rows = guard(() => this.#statements.latest.all(log, limit)) as unknown as { data: string }[]
    return rows.map(({ data }) => data)
  }

  async close(): Promise<void> {
    this.#database.close()
  }
}

function guard<Result>(act: () => Result): Result {
  try {
    return act()
  } catch (cause) {
    throw new StoreUnavailable('the store file cannot be used', { cause })
  }
}
