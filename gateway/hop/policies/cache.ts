/** Keeps replies as long as the contract allows, and gives an old one when the system fails. `age` says how old it is. */
import type { Reply } from '../../../contracts/contract.ts'
import { Problem } from '../../problem.ts'
import type { Policy } from '../policy.ts'
import { Replies, type StoredReply } from './replies.ts'
import { cacheRules, keyOf } from './shared-replies.ts'

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
    const rules = cacheRules(target)
    if (!rules || rules.maxAgeMs + rules.staleIfErrorMs === 0) return next
    const { maxAgeMs, staleIfErrorMs } = rules
    const key = keyOf(target, rules.vary)
    return function cache(request, call) {
      const id = key(request, call.caller)
      const stored = replies.get(id)
      if (stored && clock() - stored.bornAt < maxAgeMs) {
        counts.hits++
        return Promise.resolve(aged(stored, clock()))
      }
      counts.misses++
      return next(request, call).then(
        (reply) => {
          if (reply.status === 200) replies.set(id, reply, clock() - ageOf(reply))
          return reply
        },
        (error) => {
          const now = clock()
          if (!stored || !failed(error) || now - stored.bornAt >= maxAgeMs + staleIfErrorMs) throw error
          counts.stale++
          return aged(stored, now)
        },
      )
    }
  }
  return { policy, snapshot: () => ({ replies: replies.count, size: replies.size, ...counts }) }
}

/** RFC 5861, section 4: a server error; what is wrong with the request stays wrong. */
const failed = (error: unknown): boolean => Problem.from(error).status >= 500

const aged = ({ reply, bornAt }: StoredReply, now: number): Reply => ({
  ...reply,
  headers: { ...reply.headers, age: String(Math.floor((now - bornAt) / 1_000)) },
})

/** How old the reply was already, from a cache on the way. */
const ageOf = ({ headers }: Reply): number => (Number(headers?.age) || 0) * 1_000
