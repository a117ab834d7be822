/** Connections that never hold a command back, never send one twice, and come back by themselves. */
import { readFileSync } from 'node:fs'
import { Cluster, Redis, type RedisOptions } from 'ioredis'
import type { Address } from './address.ts'

export type Client = Redis | Cluster

/** A connection that is silent that long while it owes an answer is dead, whatever TCP says. */
const SILENT_MS = 1_000
/** Known dead, a server is asked again that often. */
const RETRY_MS = 200

/** @param answerMs a command that takes longer has failed */
export function connect(address: Address, answerMs: number): Client {
  const { kind, nodes, username, password, db, master } = address
  const tls = address.tls ? { tls: address.caFile ? { ca: readFileSync(address.caFile) } : {} } : {}
  const options = {
    ...(username ? { username } : {}),
    ...(password ? { password } : {}),
    ...tls,
    commandTimeout: answerMs,
    socketTimeout: SILENT_MS,
    connectTimeout: SILENT_MS,
    keepAlive: 5_000,
    // A command whose outcome is not known is for the caller to repeat, not for the connection.
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (times: number) => Math.min(times * 50, RETRY_MS),
    // A master that became a replica: find the new one.
    reconnectOnError: (error: Error) => error.message.startsWith('READONLY'),
  } satisfies RedisOptions
  const client = kind === 'cluster' ? cluster() : kind === 'sentinel' ? sentinel() : single()
  // Without a listener an error would end the process. Callers learn of it from the commands that fail.
  client.on('error', () => {})
  return client

  function single() {
    return new Redis({ ...options, ...nodes[0], db })
  }

  function sentinel() {
    return new Redis({
      ...options,
      sentinels: [...nodes],
      name: master ?? '',
      db,
      enableTLSForSentinelMode: address.tls,
      ...(address.tls ? { sentinelTLS: tls.tls ?? {} } : {}),
      sentinelRetryStrategy: () => RETRY_MS,
      sentinelReconnectStrategy: () => RETRY_MS,
    })
  }

  function cluster() {
    return new Cluster([...nodes], {
      redisOptions: options,
      enableOfflineQueue: false,
      maxRedirections: 3,
      retryDelayOnFailover: 50,
      retryDelayOnClusterDown: 50,
      slotsRefreshTimeout: SILENT_MS,
      clusterRetryStrategy: () => RETRY_MS,
    })
  }
}
