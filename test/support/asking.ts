/** A user who asks the same again and again, over connections of its own, and notes what came of it. */
import { performance } from 'node:perf_hooks'
import { setTimeout as after } from 'node:timers/promises'
import { Pool } from 'undici'
import type { Strata } from './topologies.ts'

export interface Question {
  /** Below the layer's URL, as `experience/mobile/v1/home`. */
  readonly path: string
  readonly consumer: string
  readonly customerId?: string | undefined
}

export interface AskOptions {
  /** How long the user waits. */
  readonly timeoutMs?: number
  /** When the user goes away. */
  readonly signal?: AbortSignal
}

export interface Asked {
  readonly status: number
  readonly text: string
  /** Of the problem, without `/problems/`. */
  readonly problem: string | undefined
  readonly retryAfter: string | undefined
  readonly traceId: string | undefined
  /** On the clock of `performance.now()`. */
  readonly beganAt: number
  readonly tookMs: number
}

export type Ask = (options?: AskOptions) => Promise<Asked>

export async function asking(strata: Strata, { path, consumer, customerId }: Question): Promise<Ask> {
  const authorization = `Bearer ${await strata.token(consumer, customerId)}`
  const pool = poolOf(strata.urlOf[path.split('/')[0] as keyof Strata['urlOf']])
  return async ({ timeoutMs, signal } = {}) => {
    const headers: Record<string, string> = { authorization }
    if (timeoutMs !== undefined) headers['request-timeout-ms'] = String(timeoutMs)
    const beganAt = performance.now()
    const reply = await pool.request({
      method: 'GET',
      path: `/${path}`,
      headers,
      signal: signal ?? null,
    })
    return asked(reply.statusCode, reply.headers['retry-after'], await reply.body.text(), beganAt)
  }
}

function asked(
  status: number,
  retryAfter: string | string[] | undefined,
  text: string,
  beganAt: number,
): Asked {
  const { type, traceId } = status < 400 ? {} : JSON.parse(text)
  return {
    status,
    text,
    problem: type?.replace('/problems/', ''),
    retryAfter: retryAfter as string | undefined,
    traceId,
    beganAt,
    tookMs: performance.now() - beganAt,
  }
}

/** So many a second, whatever becomes of them. */
export async function steadily(perSecond: number, seconds: number, ask: Ask): Promise<readonly Asked[]> {
  const startedAt = performance.now()
  const all: Promise<Asked>[] = []
  for (let count = 0; count < perSecond * seconds; count++) {
    const waitMs = startedAt + (count * 1_000) / perSecond - performance.now()
    if (waitMs > 0) await after(waitMs)
    all.push(ask())
  }
  return Promise.all(all)
}

/** So many in all, by so many users, each asking again when it is answered. @param eachDone once per answer */
export async function busily(total: number, users: number, ask: Ask, eachDone: (asked: Asked) => unknown) {
  let left = total
  const user = async () => {
    while (left-- > 0) await eachDone(await ask())
  }
  await Promise.all(Array.from({ length: users }, user))
}

const pools = new Map<string, Pool>()

function poolOf(url: string): Pool {
  const pool = pools.get(url) ?? new Pool(url, { connections: 512, pipelining: 1 })
  pools.set(url, pool)
  return pool
}
