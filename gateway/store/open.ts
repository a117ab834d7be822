/** The store a URL names. */
import { Cluster, Redis } from 'ioredis'
import type { Driver } from './driver.ts'
import { MemoryDriver } from './memory.ts'
import { RedisDriver } from './redis.ts'
import { SqliteDriver } from './sqlite.ts'

/** Who waits for the store holds a request of a user. */
const ANSWER_MS = 250
/** A connection that says nothing for so long is lost, whatever the network says. */
const SILENCE_MS = 1_000
const RECONNECT_MS_MAX = 500

const options = {
  commandTimeout: ANSWER_MS,
  connectTimeout: SILENCE_MS,
  socketTimeout: SILENCE_MS,
  // A command that cannot be sent now fails now: whoever waits decides what to do.
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  retryStrategy: (attempt: number) => Math.min(50 * 2 ** attempt, RECONNECT_MS_MAX),
}

/**
 * - `memory:` for tests
 * - `sqlite:<path>` one file, for the processes of one machine
 * - `redis://…`, `rediss://…` (TLS), with user, password and database
 * - `redis+sentinel://host:port,host:port/<name of the master>`
 * - `redis+cluster://host:port,host:port`, `rediss+cluster://…`
 *
 * @param answerMs how long one Redis may take to answer
 */
export function openDriver(url: string, answerMs = ANSWER_MS): Driver {
  const { scheme, rest } = partsOf(url)
  if (scheme === 'memory') return new MemoryDriver()
  return scheme === 'sqlite' ? new SqliteDriver(rest) : new RedisDriver(openRedis(url, answerMs))
}

/** A connection of its own to the Redis a URL names. */
export function openRedis(url: string, answerMs = ANSWER_MS): Redis | Cluster {
  const { scheme, rest } = partsOf(url)
  switch (scheme) {
    case 'redis':
    case 'rediss':
      return new Redis(url, { ...options, commandTimeout: answerMs })
    case 'redis+sentinel':
      return sentinelOf(rest)
    case 'redis+cluster':
    case 'rediss+cluster':
      return clusterOf(rest, scheme === 'rediss+cluster')
    default:
      throw new Error('must begin with sqlite:, redis:, rediss:, redis+sentinel:, redis+cluster: or memory:')
  }
}

export function partsOf(url: string): { readonly scheme: string; readonly rest: string } {
  const [, scheme = '', rest = ''] = /^([a-z+]+):(.*)$/.exec(url) ?? []
  return { scheme, rest }
}

interface Nodes {
  readonly hosts: readonly { readonly host: string; readonly port: number }[]
  readonly credentials: { readonly username?: string; readonly password?: string }
  readonly path: string
}

/** Of `//user:password@host:port,host:port/path`. */
function nodesOf(rest: string): Nodes {
  const match = /^\/\/(?:(.*)@)?([^/]+)\/?(.*)$/.exec(rest)
  const [username, password] = (match?.[1] ?? '').split(':').map(decodeURIComponent)
  const hosts = (match?.[2] ?? '').split(',').map((node) => {
    const { hostname, port } = new URL(`redis://${node}`)
    return { host: hostname, port: Number(port || 6379) }
  })
  const credentials = { ...(username && { username }), ...(password && { password }) }
  return { hosts, credentials, path: match?.[3] ?? '' }
}

function sentinelOf(rest: string): Redis {
  const { hosts, credentials, path } = nodesOf(rest)
  return new Redis({ ...options, ...credentials, sentinels: [...hosts], name: path || 'mymaster' })
}

function clusterOf(rest: string, isEncrypted: boolean): Cluster {
  const { hosts, credentials } = nodesOf(rest)
  const { retryStrategy, enableOfflineQueue, ...ofNode } = options
  return new Cluster([...hosts], {
    clusterRetryStrategy: retryStrategy,
    enableOfflineQueue,
    // A slot that moved is followed; for one that is lost nobody waits.
    maxRedirections: 3,
    retryDelayOnFailover: 50,
    retryDelayOnClusterDown: 50,
    redisOptions: { ...ofNode, ...credentials, ...(isEncrypted && { tls: {} }) },
  })
}
