/**
 * Whether the Redis we talk to may have forgotten what it acknowledged: it was started anew, or another server took its
 * place. For a while then nobody may conclude from a missing record that nothing happened.
 */
import { Redis } from 'ioredis'
import type { Client } from './connect.ts'

export interface Continuity {
  suspect(): boolean
}

/** @param suspectMs longer than any lease, so that whoever worked at the time has ended */
export function watchContinuity(client: Client, suspectMs: number): Continuity {
  let suspectUntil = Number.POSITIVE_INFINITY
  const seen = new Set<string>()
  const suspectFor = (ms: number) => {
    const until = performance.now() + ms
    suspectUntil = Number.isFinite(suspectUntil) ? Math.max(suspectUntil, until) : until
  }
  const arrive = async (node: Redis) => {
    const info = await node.info('server').catch(() => '')
    const run = /^run_id:(\w+)/m.exec(info)?.[1]
    const uptimeMs = Number(/^uptime_in_seconds:(\d+)/m.exec(info)?.[1] ?? 0) * 1000
    if (run && seen.has(run)) return
    // What we have never talked to can have lost nothing we know of, unless it has just been started.
    suspectFor(run && seen.size === 0 ? suspectMs - uptimeMs : suspectMs)
    if (run) seen.add(run)
  }
  if (client instanceof Redis) client.on('ready', () => arrive(client))
  else {
    // A cluster replaces a master without telling: any break may be that.
    client.once('ready', () => {
      suspectFor(0)
      client.on('node error', () => suspectFor(suspectMs))
      client.on('+node', () => suspectFor(suspectMs))
    })
  }
  return { suspect: () => performance.now() < suspectUntil }
}
