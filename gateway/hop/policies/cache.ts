/** Keeps replies as long as the contract allows, and gives an old one when a system fails. The call learns how old it is. */
import { Step, sparedMs } from '../../call.ts'
import { Problem } from '../../problem.ts'
import type { Policy } from '../policy.ts'
import { Replies } from './replies.ts'
import { keyOf, onBehalfOf } from './shared-replies.ts'

export interface CacheOptions {
  /** For the replies of all operations together, as the length of their JSON. @default 32 MiB */
  readonly sizeMax?: number
  readonly clock?: () => number
}

export interface Cache {
  readonly policy: Policy
  snapshot(): CacheState
}

export interface CacheState {
  readonly replies: number
  readonly size: number
  readonly hits: number
  readonly misses: number
  /** Old replies given because the system failed. */
  readonly stale: number
}

export function cache({ sizeMax = 32 << 20, clock = () => performance.now() }: CacheOptions = {}): Cache {
  const replies = new Replies(sizeMax)
  const counts = { hits: 0, misses: 0, stale: 0 }
  const policy: Policy = (target, next) => {
    const { cache: rules, effect } = target.operation
    if (!rules || effect !== 'read' || rules.maxAgeSeconds + rules.staleIfErrorSeconds === 0) return next
    const maxAgeMs = rules.maxAgeSeconds * 1_000
    const staleMs = maxAgeMs + rules.staleIfErrorSeconds * 1_000
    const key = keyOf(target, rules.vary)
    const onBehalf = onBehalfOf(target)
    const [, self = ''] = target.contract.id.split('/')
    return function cache(request, call) {
      const askedAt = clock()
      const id = key(request, call.caller)
      const stored = replies.get(id)
      if (stored && askedAt - stored.bornAt < maxAgeMs) {
        counts.hits++
        call.noteBorn(stored.bornAt)
        return Promise.resolve(stored.reply)
      }
      counts.misses++
      const spare = stored !== undefined && askedAt - stored.bornAt < staleMs
      // There has to be time to give the old one.
      const attempt = new Step(call, call.key, spare ? sparedMs(call) : 0)
      attempt.caller = onBehalf(call.caller)
      return next(request, attempt).then(
        (reply) => {
          // A degraded reply is no better than what is there, and no younger than what it was made of.
          if (reply.status === 200 && !attempt.degraded)
            replies.set(id, reply, Math.min(askedAt, attempt.bornAt ?? askedAt))
          return reply
        },
        (error) => {
          if (!stored || !isBelow(error) || clock() - stored.bornAt >= staleMs) throw error
          counts.stale++
          call.noteBorn(stored.bornAt)
          call.noteDegraded(error.upstream ?? self)
          return stored.reply
        },
      )
    }
  }
  return { policy, snapshot: () => ({ replies: replies.count, size: replies.size, ...counts }) }
}

/** A system below fails (RFC 5861, section 4). What is wrong with the request, or with us, stays wrong. */
const isBelow = (error: unknown): error is Problem => error instanceof Problem && error.status > 500
