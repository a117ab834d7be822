/** Keeps the register in Redis (Sentinel and Cluster too), for processes on any number of machines: one slot, it is small. */
import type { Cluster, Redis } from 'ioredis'
import { StoreUnavailable } from '../driver.ts'
import type { Entry, Register } from './register.ts'

const entriesKey = (kind: string) => `{strata:register}:${kind}`
const revisionKey = (kind: string) => `{strata:register}:${kind}:revision`
const logKey = (log: string) => `{strata:register}:log:${log}`

/** KEYS: entries, revision. ARGV: id, data, what is expected (absent: nothing). */
const put = `
local found = redis.call('HGET', KEYS[1], ARGV[1])
if found == ARGV[2] then return 1 end
if found ~= (ARGV[3] or false) then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('INCR', KEYS[2])
return 1
`

type Client = (Redis | Cluster) & { putEntry(...args: readonly string[]): Promise<number> }

export class RedisRegister implements Register {
  readonly #client: Client

  constructor(client: Redis | Cluster) {
    client.defineCommand('putEntry', { numberOfKeys: 2, lua: put })
    client.on('error', () => {
      // Told to whoever asks; between two connections there may be nobody.
    })
    this.#client = client as Client
  }

  async revision(kind: string): Promise<string> {
    return (await guard(this.#client.get(revisionKey(kind)))) ?? '0'
  }

  async entries(kind: string): Promise<readonly Entry[]> {
    const found = await guard(this.#client.hgetall(entriesKey(kind)))
    return Object.entries(found).map(([id, data]) => ({ id, data }))
  }

  async put(kind: string, { id, data }: Entry, expected: string | undefined): Promise<boolean> {
    const condition = expected === undefined ? [] : [expected]
    const keys = [entriesKey(kind), revisionKey(kind)]
    return (await guard(this.#client.putEntry(...keys, id, data, ...condition))) === 1
  }

  async append(log: string, data: string): Promise<void> {
    await guard(this.#client.xadd(logKey(log), '*', 'data', data))
  }

  async latest(log: string, limit: number): Promise<readonly string[]> {
    const found = await guard(this.#client.xrevrange(logKey(log), '+', '-', 'COUNT', limit))
    return found.map(([, [, data = '']]) => data)
  }

  async close(): Promise<void> {
    this.#client.disconnect()
  }
}

const guard = <Value>(answer: Promise<Value>): Promise<Value> =>
  answer.catch((cause: Error) => {
    throw new StoreUnavailable(`Redis does not answer: ${cause.message}`, { cause })
  })
