/** Keeps records in this process, for tests: the reducer over a map. Nothing survives the process. */
import type { Command } from '../commands.ts'
import type { OutboxEntry, WriteRecord } from '../record.ts'
import { isForgotten, reduce } from '../reducer.ts'
import type { Driver } from '../store.ts'

/** @param now time in milliseconds since 1970 */
export function memoryDriver(now: () => number): Driver {
  const records = new Map<string, WriteRecord>()
  let outbox: OutboxEntry[] = []
  let position = 0

  const put = (id: string, record: WriteRecord | undefined) =>
    record ? void records.set(id, record) : void records.delete(id)
  const read = (id: string) => {
    const record = records.get(id)
    if (record && isForgotten(record, now())) records.delete(id)
    return records.get(id)
  }
  const all = (state: WriteRecord['state']) =>
    [...records.keys()].flatMap((id) => {
      const record = read(id)
      return record?.state === state ? [{ id, ...record }] : []
    })
  const first = (found: ReturnType<typeof all>, time: 'dueAt' | 'expiresAt', limit: number) =>
    found
      .sort((a, b) => a[time] - b[time])
      .slice(0, limit)
      .map(({ id }) => id)

  return {
    async apply(id, name, command) {
      const change = reduce(records.get(id), { name, ...command } as Command<typeof name>, now())
      put(id, change.record)
      for (const event of change.events ?? []) outbox.push({ ...event, position: String(++position) })
      return change.answer
    },
    read: async (id) => read(id),
    due: async (limit) =>
      first(
        all('pending').filter(({ dueAt }) => dueAt <= now()),
        'dueAt',
        limit,
      ),
    parked: async (limit) => first(all('parked'), 'expiresAt', limit),
    outbox: {
      partitions: 1,
      read: async (_partition, after, limit) =>
        outbox.filter((entry) => Number(entry.position) > Number(after)).slice(0, limit),
      async trim(_partition, upTo) {
        outbox = outbox.filter((entry) => Number(entry.position) > Number(upTo))
      },
    },
    suspect: () => false,
    readiness: async () => [],
    async close() {},
  }
}
