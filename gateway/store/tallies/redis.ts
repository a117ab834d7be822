/** Counts in Redis (Sentinel and Cluster too), for processes on any number of machines: each group in a slot of its own. */
import type { Cluster, Redis } from 'ioredis'
import { StoreUnavailable } from '../driver.ts'
import type { Kept, Tallies, Tally } from './tallies.ts'

const groupKey = (id: string) => `{strata:tally:${id}}`
const batchKey = (id: string, batch: string) => `${groupKey(id)}:batch:${batch}`
const listKey = (id: string) => `{strata:collected:${id}}`

/** KEYS: group, batch. ARGV: keep ms, how long a batch may be sent again, then name, count, first at, last at each. */
const add = `
if not redis.call('SET', KEYS[2], '1', 'NX', 'PX', ARGV[2]) then return 0 end
for at = 3, #ARGV, 4 do
  local count, first, last = ARGV[at + 1], ARGV[at + 2], ARGV[at + 3]
  local found = redis.call('HGET', KEYS[1], ARGV[at])
  if found then
    local c, f, l = string.match(found, '^(%d+) (%d+) (%d+)$')
    count = string.format('%.0f', tonumber(c) + tonumber(count))
    if tonumber(f) < tonumber(first) then first = f end
    if tonumber(l) > tonumber(last) then last = l end
  end
  redis.call('HSET', KEYS[1], ARGV[at], count .. ' ' .. first .. ' ' .. last)
end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return 1
`

type Client = (Redis | Cluster) & { addTallies(...args: readonly (string | number)[]): Promise<number> }

/** Nobody sends a batch again after so long. */
const BATCH_MS = 3_600_000

export class RedisTallies implements Tallies {
  readonly #client: Client

  constructor(client: Redis | Cluster) {
    client.defineCommand('addTallies', { numberOfKeys: 2, lua: add })
    client.on('error', () => {
      // Told to whoever asks; between two connections there may be nobody.
    })
    this.#client = client as Client
  }

  async add({ id, keepMs }: Kept, batch: string, tallies: readonly Tally[]): Promise<void> {
    const values = tallies.flatMap(({ name, count, firstAt, lastAt }) => [name, count, firstAt, lastAt])
    await guard(this.#client.addTallies(groupKey(id), batchKey(id, batch), keepMs, BATCH_MS, ...values))
  }

  async counts(groupId: string): Promise<readonly Tally[]> {
    const found = await guard(this.#client.hgetall(groupKey(groupId)))
    return Object.entries(found).map(([name, text]) => {
      const [count = 0, firstAt = 0, lastAt = 0] = text.split(' ').map(Number)
      return { name, count, firstAt, lastAt }
    })
  }

  async collect({ id, keepMs }: Kept, items: readonly string[], itemsMax: number): Promise<void> {
    const key = listKey(id)
    await guard(
      this.#client
        .multi()
        .lpush(key, ...items)
        .ltrim(key, 0, itemsMax - 1)
        .pexpire(key, keepMs)
        .exec(),
    )
  }

  async collected(listId: string): Promise<readonly string[]> {
    return guard(this.#client.lrange(listKey(listId), 0, -1))
  }

  async close(): Promise<void> {
    this.#client.disconnect()
  }
}

const guard = <Value>(answer: Promise<Value>): Promise<Value> =>
  answer.catch((cause: Error) => {
    throw new StoreUnavailable(`Redis does not answer: ${cause.message}`, { cause })
  })
