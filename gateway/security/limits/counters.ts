/**
 * Counts what was asked for, for all processes of a deployment together: in Redis, or here when there is none, or none
 * that answers. Processes fetch shares of a quota, so that hardly a request waits for a counter.
 */
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { openRedis, partsOf } from '../../store/open.ts'
import type { Log } from '../../telemetry/log.ts'
import type { Limit } from './plan.ts'

export interface Share {
  /** How much of what was wanted may be used. */
  readonly granted: number
  /** What is left for all. */
  readonly left: number
  readonly resetsInMs: number
}

export interface Counter {
  take(key: string, wanted: number): Promise<Share>
}

/** How long a Redis that failed is not asked again. */
const AWAY_MS = 1_000

export class Counters {
  readonly #redis: ReturnType<typeof openRedis> | undefined
  readonly #log: Log
  #awayUntil = 0

  constructor(storeUrl: string, log: Log) {
    const { scheme } = partsOf(storeUrl)
    this.#redis = scheme === 'memory' || scheme === 'sqlite' ? undefined : openRedis(storeUrl)
    this.#redis?.on('error', () => {
      // Told to whoever asks; between two connections there may be nobody.
    })
    this.#log = log
  }

  /** @param name tells its counts from those of other limits */
  of(name: string, { requests: points, seconds: duration }: Limit): Counter {
    const options = { keyPrefix: `strata:limit:${name}`, points, duration }
    const here = new RateLimiterMemory(options)
    const shared =
      this.#redis &&
      new RateLimiterRedis({ ...options, storeClient: this.#redis, rejectIfRedisNotReady: true })
    return {
      take: async (key, wanted) => {
        if (!shared || performance.now() < this.#awayUntil) return consume(here, key, wanted)
        try {
          return await consume(shared, key, wanted)
        } catch (err) {
          this.#awayUntil = performance.now() + AWAY_MS
          this.#log.warn({ err }, 'each process counts requests for itself')
          return consume(here, key, wanted)
        }
      },
    }
  }

  close(): void {
    this.#redis?.disconnect()
  }
}

async function consume(
  limiter: RateLimiterMemory | RateLimiterRedis,
  key: string,
  wanted: number,
): Promise<Share> {
  try {
    const { remainingPoints, msBeforeNext } = await limiter.consume(key, wanted)
    return { granted: wanted, left: remainingPoints, resetsInMs: msBeforeNext }
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    const { consumedPoints, msBeforeNext } = refusal
    const before = consumedPoints - wanted
    return { granted: Math.max(0, limiter.points - before), left: 0, resetsInMs: msBeforeNext }
  }
}
