/** Events published with completed writes, as Redis streams: one for each partition. */
import type { OutboxEntry } from '../record.ts'
import type { Outbox } from '../store.ts'
import type { Client } from './connect.ts'
import { PARTITIONS } from './partitions.ts'

export function redisOutbox(
  client: Client,
  guarded: <T>(partition: number, call: () => Promise<T>) => Promise<T>,
  keyOf: (partition: number) => string,
): Outbox {
  return {
    partitions: PARTITIONS,
    async read(partition, after, limit) {
      const from = after === '' ? '-' : `(${after}`
      const entries = await guarded(partition, () =>
        client.callBuffer('XRANGE', keyOf(partition), from, '+', 'COUNT', limit),
      )
      return (entries as [Buffer, Buffer[]][]).map(([position, flat]) => entryOf(String(position), flat))
    },
    async trim(partition, position) {
      const [ms, sequence] = position.split('-')
      const next = `${ms}-${Number(sequence) + 1}`
      await guarded(partition, () => client.call('XTRIM', keyOf(partition), 'MINID', '=', next))
    },
  }
}

/** In the order `complete` writes them. */
function entryOf(position: string, flat: readonly Buffer[]): OutboxEntry {
  const [, id, , topic, , key, , body = Buffer.of()] = flat
  return { position, id: String(id), topic: String(topic), key: String(key), body }
}
