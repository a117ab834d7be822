/** The hop: what happens to every call from one layer to the next, in this order, outermost first. */
import { checkReply } from './check-reply.ts'
import { deadline } from './deadline.ts'
import { reconnect } from './policies/reconnect.ts'
import type { Policy, Surroundings } from './policy.ts'
import { report } from './report.ts'
import { stepKey } from './step-key.ts'

/** To an API that runs in this process: its service has checked the reply already. */
export const direct = (): readonly Policy[] => [deadline, stepKey]

/** To an API that runs elsewhere. */
export const remote = (surroundings: Surroundings): readonly Policy[] => [
  deadline,
  stepKey,
  reconnect,
  checkReply(surroundings),
]

/** To a backend. */
export const outside = (surroundings: Surroundings): readonly Policy[] => [
  deadline,
  report(surroundings),
  surroundings.cache.policy,
  surroundings.coalescing.policy,
  surroundings.upstreams.retry,
  surroundings.upstreams.pause,
  surroundings.upstreams.hedge,
  surroundings.upstreams.breaker,
  surroundings.upstreams.bulkhead,
  checkReply(surroundings),
  surroundings.upstreams.heed,
]
