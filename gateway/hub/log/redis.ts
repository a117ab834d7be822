/**
 * Keeps events in Redis Streams, for processes on any number of machines. Each partition is a stream, each subscription
 * a consumer group of it with one consumer, which is whoever has the lease of the lane. What belongs to one partition
 * is in one slot, so that one script changes it together.
 */
import type { Cluster, Redis } from 'ioredis'
import { type Event, StoreUnavailable } from '../../store/driver.ts'
import { type Letter, type LetterState, letterStates, partitionOfLetter } from '../letter.ts'
import { fromOutbox, PARTITIONS, type Parcel } from '../parcel.ts'
import { type Backlog, type Delivery, inOrder, type Lane, type LogDriver } from './driver.ts'
import { type Client, type Entry, withScripts } from './redis-scripts.ts'

const partitions = Array.from({ length: PARTITIONS }, (_, partition) => partition)
const DAY_MS = 86_400_000
/** An event that comes again after so long is another one. */
const SEEN_MS = 2 * DAY_MS
/** More than any lane has under way. */
const LEFTOVERS_MAX = 10_000

export class RedisLog implements LogDriver {
  readonly #client: Client
  /** Where the next look into the outbox begins: each partition has its turn. */
  #turn = 0

  constructor(client: Redis | Cluster) {
    client.on('error', () => {
      // Told to whoever asks; between two connections there may be nobody.
    })
    this.#client = withScripts(client)
  }

  async append(parcels: readonly Parcel[]): Promise<void> {
    const byStream = Map.groupBy(parcels, ({ topic, partition }) => `${partition} ${topic}`)
    const day = Math.floor(Date.now() / DAY_MS)
    await guard(
      Promise.all(
        [...byStream.values()].map((own) => {
          const { topic, partition } = own[0] as Parcel
          const seen = (day: number) => `${slot(partition)}:seen:${topic}:${day}`
          const keys = [streamKey(topic, partition), seen(day), seen(day - 1)]
          return this.#client.hubAppend(...keys, SEEN_MS, ...own.flatMap(({ id, data }) => [id, data]))
        }),
      ),
    )
  }

  /** Taken away only when it is in the log; whoever repeats it adds nothing. */
  async relay(limit: number) {
    const from = this.#turn++ % PARTITIONS
    const order = [...partitions.slice(from), ...partitions.slice(0, from)]
    const keys = order.map((partition) => `{strata:${partition}}:outbox`)
    const found = await guard(
      Promise.all(keys.map((key) => this.#client.xrange(key, '-', '+', 'COUNT', limit))),
    )
    const parcels = found.flatMap((entries) => entries.map(toOutboxEvent)).map(fromOutbox)
    if (parcels.length === 0) return []
    await this.append(parcels)
    const removals = keys.flatMap((key, index) => {
      const ids = found[index]?.map(([id]) => id) ?? []
      return ids.length ? [this.#client.xdel(key, ...ids)] : []
    })
    await guard(Promise.all(removals))
    return parcels
  }

  async enlist(subscription: string, topic: string): Promise<void> {
    await Promise.all(partitions.map((partition) => this.#enlist({ subscription, topic, partition }, '$')))
  }

  async hold(lane: Lane, token: string, leaseMs: number): Promise<boolean> {
    return (await guard(this.#client.hubHold(leaseKey(lane), token, leaseMs))) === 1
  }

  async leave(lane: Lane, token: string, untouched: readonly string[]): Promise<void> {
    await guard(this.#client.hubLeave(...keysOf(lane), token, lane.subscription, ...untouched))
  }

  async leftovers(lane: Lane, token: string): Promise<readonly Delivery[] | undefined> {
    const ask = () => this.#client.hubLeftovers(...keysOf(lane), token, lane.subscription, LEFTOVERS_MAX)
    return (await this.#inGroup(lane, ask))?.map(toDelivery)
  }

  async read(lane: Lane, token: string, limit: number): Promise<readonly Delivery[] | undefined> {
    const ask = () => this.#client.hubRead(...keysOf(lane), token, lane.subscription, limit)
    return (await this.#inGroup(lane, ask))?.map(toDelivery)
  }

  async mark(lane: Lane, token: string, position: string, deliveries: number): Promise<boolean> {
    const args = [token, lane.subscription, position, deliveries]
    return (await guard(this.#client.hubMark(...keysOf(lane), ...args))) === 1
  }

  async settle(
    lane: Lane,
    token: string,
    positions: readonly string[],
    letters: readonly Letter[],
  ): Promise<boolean> {
    const answer = await guard(
      this.#client.hubSettle(
        ...keysOf(lane),
        ...letterKeys(lane.partition),
        token,
        lane.subscription,
        positions.length,
        ...positions,
        ...letters.flatMap((letter) => [
          letter.id,
          letterStates.indexOf(letter.state),
          letter.at,
          letter.revision,
          JSON.stringify(letter),
        ]),
      ),
    )
    return answer === 1
  }

  async trim(topic: string, before: number, subscriptions: readonly string[]): Promise<void> {
    await Promise.all(
      partitions.map(async (partition) => {
        const key = streamKey(topic, partition)
        const groups = (await guard(this.#client.xinfo('GROUPS', key)).catch(
          () => [],
        )) as readonly unknown[][]
        const own = groups.map(toGroup).filter(({ name }) => subscriptions.includes(name))
        const open = await Promise.all(own.map((group) => this.#firstOpen(key, group)))
        const first = [`${before}-0`, ...open].sort(inOrder)[0] as string
        if (groups.length) await guard(this.#client.xtrim(key, 'MINID', first))
      }),
    )
  }

  async backlog(subscription: string, topic: string): Promise<Backlog> {
    const found = await Promise.all(
      partitions.map(async (partition) => {
        const key = streamKey(topic, partition)
        const groups = (await guard(this.#client.xinfo('GROUPS', key)).catch(
          () => [],
        )) as readonly unknown[][]
        const group = groups.map(toGroup).find(({ name }) => name === subscription)
        if (!group) return { waiting: 0, oldestAt: Infinity }
        const [next] = await guard(this.#client.xrange(key, `(${group.last}`, '+', 'COUNT', 1))
        const oldest = group.pending ? await this.#firstOpen(key, group) : next?.[0]
        return {
          waiting: group.pending + (group.lag ?? (next ? 1 : 0)),
          oldestAt: oldest ? msOf(oldest) : Infinity,
        }
      }),
    )
    const oldestAt = Math.min(...found.map((part) => part.oldestAt))
    return {
      waiting: found.reduce((sum, { waiting }) => sum + waiting, 0),
      oldestAt: oldestAt === Infinity ? undefined : oldestAt,
    }
  }

  async history(topic: string, partition: number, from: number, to: number): Promise<readonly Delivery[]> {
    const entries = await guard(
      this.#client.xrange(streamKey(topic, partition), String(from), String(to - 1)),
    )
    return entries.map(toDelivery)
  }

  async letter(id: string): Promise<Letter | undefined> {
    const text = await guard(this.#client.hget(`${slot(partitionOfLetter(id))}:letters`, id))
    return text === null ? undefined : toLetter(text)
  }

  async letters(state: LetterState, limit: number): Promise<readonly Letter[]> {
    const found = await guard(
      Promise.all(
        partitions.map(async (partition) => {
          const ids = await this.#client.zrange(`${slot(partition)}:letters:${state}`, '0', String(limit - 1))
          return ids.length ? this.#client.hmget(`${slot(partition)}:letters`, ...ids) : []
        }),
      ),
    )
    return found
      .flat()
      .flatMap((text) => (text === null ? [] : toLetter(text)))
      .sort((a, b) => a.at - b.at)
      .slice(0, limit)
  }

  async swapLetter(expected: string, next: Letter): Promise<boolean> {
    const { id, revision, state, at } = next
    const args = [id, expected, revision, JSON.stringify(next), letterStates.indexOf(state), at]
    return (await guard(this.#client.hubSwapLetter(...letterKeys(partitionOfLetter(id)), ...args))) === 1
  }

  async forgetLetters(before: number): Promise<void> {
    const ended = partitions.flatMap((partition) =>
      ['replayed', 'discarded'].map((state) => ({ partition, list: `${slot(partition)}:letters:${state}` })),
    )
    await guard(
      Promise.all(
        ended.map(async ({ partition, list }) => {
          const ids = await this.#client.zrangebyscore(list, 0, `(${before}`, 'LIMIT', 0, 1000)
          if (ids.length === 0) return
          await this.#client.hdel(`${slot(partition)}:letters`, ...ids)
          await this.#client.zrem(list, ...ids)
        }),
      ),
    )
  }

  async close(): Promise<void> {
    this.#client.disconnect()
  }

  /** A group that is not there was lost with its stream: from now on it reads all there is. */
  async #inGroup<Answer>(lane: Lane, ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await guard(ask())
    } catch (error) {
      if (!/NOGROUP|no such key/.test((error as Error).message)) throw error
      await this.#enlist(lane, '0')
      return guard(ask())
    }
  }

  async #enlist({ subscription, topic, partition }: Lane, from: '$' | '0'): Promise<void> {
    const create = this.#client.xgroup('CREATE', streamKey(topic, partition), subscription, from, 'MKSTREAM')
    await guard(create).catch((error: Error) => {
      if (!error.message.includes('BUSYGROUP')) throw error
    })
  }

  async #firstOpen(key: string, { name, last, pending }: Group): Promise<string> {
    if (pending === 0) return last
    const [, first] = (await guard(this.#client.xpending(key, name))) as [number, string | null]
    return first ?? last
  }
}

interface Group {
  readonly name: string
  readonly last: string
  readonly pending: number
  readonly lag: number | null
}

function toGroup(fields: readonly unknown[]): Group {
  const fieldOf = (name: string) => fields[fields.indexOf(name) + 1]
  return {
    name: fieldOf('name') as string,
    last: fieldOf('last-delivered-id') as string,
    pending: fieldOf('pending') as number,
    lag: fields.includes('lag') ? (fieldOf('lag') as number | null) : null,
  }
}

const slot = (partition: number) => `{strata:hub:${partition}}`
const streamKey = (topic: string, partition: number) => `${slot(partition)}:log:${topic}`
const leaseKey = ({ partition, subscription }: Lane) => `${slot(partition)}:lease:${subscription}`
const keysOf = (lane: Lane) => [leaseKey(lane), streamKey(lane.topic, lane.partition)]
const letterKeys = (partition: number) => [
  `${slot(partition)}:letters`,
  ...letterStates.map((state) => `${slot(partition)}:letters:${state}`),
]

const msOf = (position: string) => Number(position.split('-')[0])

const toDelivery = ([position, [, id = '', , data = ''], deliveries = 0]: Entry): Delivery => ({
  position,
  id,
  data,
  at: msOf(position),
  deliveries,
})

const toOutboxEvent = ([, [, id = '', , data = '']]: Entry): Event => ({ id, data })

const toLetter = (stored: string): Letter => JSON.parse(stored.slice(stored.indexOf(' ') + 1)) as Letter

const guard = <Value>(answer: Promise<Value>): Promise<Value> =>
  answer.catch((cause: Error) => {
    throw new StoreUnavailable(`Redis does not answer: ${cause.message}`, { cause })
  })
