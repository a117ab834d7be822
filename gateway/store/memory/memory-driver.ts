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
  const oldest = (state: WriteRecord['state'], time: 'dueAt' | 'endedAt', limit: number) =>
    [...records.keys()]
      .map((id) => ({ id, record: read(id) }))
      .filter(({ record }) => record?.state === state && record[time] <= now())
      .sort((a, b) => (a.record?.[time] ?? 0) - (b.record?.[time] ?? 0))
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
    due: async (limit) => oldest('pending', 'dueAt', limit),
    parked: async (limit) => oldest('parked', 'endedAt', limit),
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
