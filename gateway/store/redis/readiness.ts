/** What a Redis must be set to, so that it keeps what it acknowledged. */
import { Redis } from 'ioredis'
import type { Client } from './connect.ts'
import { failureOf } from './failure.ts'

export interface Demands {
  /** Every write reaches the disk before it is acknowledged: for backends that cannot tell a repetition. */
  readonly always: boolean
}

/** One sentence for each thing that is wrong. */
export async function readinessOf(client: Client, demands: Demands): Promise<readonly string[]> {
  const nodes = client instanceof Redis ? [client] : client.nodes('master')
  if (!nodes.length) return ['no server of the Redis cluster can be reached']
  const found = await Promise.all(nodes.map((node) => complaints(node, demands)))
  return [...new Set(found.flat())]
}

async function complaints(node: Redis, { always }: Demands): Promise<string[]> {
  try {
    const info = await node.info()
    const value = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim()
    const found: string[] = []
    const demand = (holds: boolean, sentence: string) => void (holds || found.push(sentence))
    demand(value('loading') !== '1', 'Redis is still loading its data')
    demand(value('role') === 'master', 'Redis is a replica: it takes no writes')
    demand(
      value('maxmemory_policy') === 'noeviction',
      `Redis may drop records: maxmemory-policy is ${value('maxmemory_policy')}, not noeviction`,
    )
    demand(value('aof_enabled') === '1', 'Redis forgets everything when it stops: appendonly is not yes')
    demand(value('aof_last_write_status') !== 'err', 'Redis cannot write its append-only file')
    if (!found.length)
      found.push(...(await complaintsOfSettings(node, always, Number(value('connected_slaves')))))
    return found
  } catch (error) {
    const failure = failureOf(error)
    if (failure) return [failure.message]
    throw error
  }
}

async function complaintsOfSettings(node: Redis, always: boolean, replicas: number): Promise<string[]> {
  const settings = await setting(node, 'appendfsync', 'min-replicas-to-write').catch(() => undefined)
  if (!settings) return ['Redis does not tell its settings: CONFIG GET is not permitted']
  const found: string[] = []
  const fsync = settings.get('appendfsync')
  if (fsync !== 'always' && (always || fsync !== 'everysec'))
    found.push(
      `Redis may lose what it acknowledged: appendfsync is ${fsync}, not ${always ? 'always' : 'everysec'}`,
    )
  if (always && replicas > 0 && settings.get('min-replicas-to-write') === '0')
    found.push('Redis acknowledges what its replicas do not have: min-replicas-to-write is 0')
  return found
}

async function setting(node: Redis, ...names: string[]): Promise<ReadonlyMap<string, string>> {
  const pairs = await Promise.all(names.map((name) => node.config('GET', name)))
  return new Map(pairs.map((pair) => pair as [string, string]))
}
