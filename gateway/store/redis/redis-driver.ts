/** Records in Redis, shared by any number of processes: every command is one script on one slot. */
import type { Answers, Command, CommandName } from '../commands.ts'
import { Guard } from '../guard.ts'
import { isForgotten } from '../reducer.ts'
import type { Driver } from '../store.ts'
import { readAddress } from './address.ts'
import { codecs } from './command-codec.ts'
import { connect } from './connect.ts'
import { watchContinuity } from './continuity.ts'
import { failureOf } from './failure.ts'
import { keysOf, PARTITIONS, partitionOf } from './partitions.ts'
import { readinessOf } from './readiness.ts'
import { decodeRecord } from './record-codec.ts'
import { redisOutbox } from './redis-outbox.ts'
import { type ScriptName, scriptsOn } from './scripts.ts'

export interface RedisOptions {
  /** A call that takes longer has failed. @default 250 */
  readonly answerMs?: number
  /** Whether every write must be on disk before it counts: see `Demands`. @default false */
  readonly always?: boolean
  /** How long `suspect` holds after Redis came back. @default 60000 */
  readonly suspectMs?: number
  /** For tests: other time than that of the server. */
  readonly clock?: (() => number) | undefined
}

export async function redisDriver(
  url: string,
  { answerMs = 250, always = false, suspectMs = 60_000, clock }: RedisOptions = {},
): Promise<Driver> {
  const address = readAddress(url)
  const client = connect(address, answerMs)
  const run = scriptsOn(client)
  const continuity = watchContinuity(client, suspectMs)
  const partitions = Array.from({ length: PARTITIONS }, (_, index) => keysOf(index))
  // The servers of a cluster fall ill one by one.
  const guardCount = address.kind === 'cluster' ? PARTITIONS : 1
  const guards = Array.from({ length: guardCount }, () => new Guard({ answerMs, failureOf }))
  const guarded = <T>(partition: number, call: () => Promise<T>) =>
    (guards[partition % guardCount] as Guard).run(call)
  const keys = (partition: number) => partitions[partition] as (typeof partitions)[number]
  const time = () => clock?.() ?? ''
  await answering(client)

  /** Of all partitions, the lowest first. */
  const lowest = async (name: ScriptName & ('due' | 'parked'), limit: number) => {
    const found = await Promise.all(
      partitions.map((partition, index) =>
        guarded(index, () => run(name, [partition[name as 'due' | 'parked']], [time(), limit])),
      ),
    )
    return found
      .flatMap((flat) => pairs(flat as Buffer[]))
      .sort((a, b) => a.time - b.time)
      .slice(0, limit)
      .map(({ id }) => id)
  }

  return {
    async apply<Name extends CommandName>(id: string, name: Name, command: object): Promise<Answers[Name]> {
      const { encode, decode } = codecs[name]
      const partition = partitionOf(id)
      const { record, due, parked, outbox } = keys(partition)
      const args = [id, time(), ...encode(command as Command<Name>)]
      return decode(await guarded(partition, () => run(name, [record(id), due, parked, outbox], args)))
    },
    async read(id) {
      const partition = partitionOf(id)
      const key = keys(partition).record(id)
      const flat = await guarded(partition, () => client.callBuffer('HGETALL', key))
      const record = decodeRecord(flatOf(flat))
      return record && clock && isForgotten(record, clock()) ? undefined : record
    },
    due: (limit) => lowest('due', limit),
    parked: (limit) => lowest('parked', limit),
    outbox: redisOutbox(client, guarded, (partition) => keys(partition).outbox),
    suspect: () => continuity.suspect(),
    readiness: () => readinessOf(client, { always }),
    async close() {
      client.disconnect()
    },
  }
}

const START_MS = 2_000

/** A store that is not there yet is for `readiness` to tell, not a reason to stop. */
const answering = (client: ReturnType<typeof connect>) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, START_MS)
    client.once('ready', () => {
      clearTimeout(timer)
      resolve()
    })
  })

const pairs = (flat: readonly Buffer[]) =>
  flat.flatMap((id, at) => (at % 2 ? [] : [{ id: String(id), time: Number(flat[at + 1]) }]))

/** The client may give a hash as a map of its own. */
const flatOf = (reply: unknown): readonly Buffer[] =>
  Array.isArray(reply)
    ? reply
    : Object.entries(reply as object).flatMap(([name, value]) => [Buffer.from(name), value])
