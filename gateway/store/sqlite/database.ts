/** The file: its tables, and settings with which what was committed survives a loss of power. */
import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Part of the format: files of another version are refused, never guessed at. */
const VERSION = 1
/** How long to wait for another process that is writing. */
const BUSY_MS = 1_000

const tables = `
  CREATE TABLE writes (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    record BLOB NOT NULL
  ) WITHOUT ROWID, STRICT;
  CREATE INDEX writes_due ON writes (due_at) WHERE state = 'pending';
  CREATE INDEX writes_parked ON writes (expires_at) WHERE state = 'parked';
  CREATE INDEX writes_ended ON writes (expires_at) WHERE state <> 'pending';
  CREATE TABLE outbox (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    topic TEXT NOT NULL,
    key TEXT NOT NULL,
    body BLOB NOT NULL
  ) STRICT;
  PRAGMA user_version = ${VERSION};
`

export function openDatabase(file: string): DatabaseSync {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(file, { timeout: BUSY_MS })
  database.exec('PRAGMA journal_mode = WAL')
  // An intent that is acknowledged and then forgotten is an effect twice. Commits share the price of the disk.
  database.exec('PRAGMA synchronous = FULL')
  database.exec('BEGIN IMMEDIATE')
  const version = database.prepare('PRAGMA user_version').get()?.user_version
  if (version === 0) database.exec(tables)
  database.exec('COMMIT')
  if (version !== 0 && version !== VERSION) {
    database.close()
    throw new Error(`${file} is of version ${version}; this release knows ${VERSION}`)
  }
  if (file !== ':memory:') chmodSync(file, 0o600)
  return database
}
