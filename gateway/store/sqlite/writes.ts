/** Records and events in SQLite, one statement each; whoever calls decides what is one transaction. */
import type { DatabaseSync } from 'node:sqlite'
import { deserialize, serialize } from 'node:v8'
import type { Answers, Command, CommandName } from '../commands.ts'
import type { OutboxEntry, WriteRecord } from '../record.ts'
import { isForgotten, reduce } from '../reducer.ts'

/** How many forgotten records are removed at once. */
const PURGE = 500

export type Writes = ReturnType<typeof writesIn>

export function writesIn(database: DatabaseSync) {
  const find = database.prepare('SELECT record FROM writes WHERE id = ?')
  const put = database.prepare('INSERT OR REPLACE INTO writes VALUES (?, ?, ?, ?, ?)')
  const remove = database.prepare('DELETE FROM writes WHERE id = ?')
  const publish = database.prepare('INSERT INTO outbox (id, topic, key, body) VALUES (?, ?, ?, ?)')
  const due = database.prepare(
    "SELECT id FROM writes WHERE state = 'pending' AND due_at <= ? ORDER BY due_at LIMIT ?",
  )
  const parked = database.prepare(
    "SELECT id FROM writes WHERE state = 'parked' AND expires_at > ? ORDER BY expires_at LIMIT ?",
  )
  const published = database.prepare('SELECT * FROM outbox WHERE position > ? ORDER BY position LIMIT ?')
  const trim = database.prepare('DELETE FROM outbox WHERE position <= ?')
  const purge = database.prepare(
    `DELETE FROM writes WHERE id IN (SELECT id FROM writes WHERE state <> 'pending' AND expires_at <= ? LIMIT ${PURGE})`,
  )
  const stored = (id: string) => {
    const row = find.get(id)
    return row && (deserialize(row.record as Uint8Array) as WriteRecord)
  }

  return {
    apply<Name extends CommandName>(now: number, id: string, command: Command<Name>): Answers[Name] {
      const before = stored(id)
      const { record, answer, events = [] } = reduce(before, command, now)
      if (record && record !== before)
        put.run(id, record.state, record.dueAt, record.expiresAt, serialize(record))
      if (!record && before) remove.run(id)
      for (const event of events) publish.run(event.id, event.topic, event.key, event.body)
      return answer
    },
    read(now: number, id: string): WriteRecord | undefined {
      const record = stored(id)
      return record && isForgotten(record, now) ? undefined : record
    },
    due: (now: number, limit: number) => due.all(now, limit).map(({ id }) => String(id)),
    parked: (now: number, limit: number) => parked.all(now, limit).map(({ id }) => String(id)),
    published: (after: string, limit: number): readonly OutboxEntry[] =>
      published.all(Number(after), limit).map(({ position, id, topic, key, body }) => ({
        position: String(position),
        id: String(id),
        topic: String(topic),
        key: String(key),
        body: body as Uint8Array,
      })),
    trim: (position: string) => void trim.run(Number(position)),
    purge: (now: number) => void purge.run(now),
  }
}
