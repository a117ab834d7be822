/** The hop: what happens to every call from one layer to the next, in this order, outermost first. */
import { checkReply } from './check-reply.ts'
import { deadline } from './deadline.ts'
import { heedAge } from './policies/age.ts'
import { once } from './policies/once.ts'
import { reconnect } from './policies/reconnect.ts'
import type { Policy, Shared, Surroundings } from './policy.ts'
import { report } from './report.ts'
import { stepKey } from './step-key.ts'

/** To an API that runs in this process: its service has checked the reply already. */
export const direct = (): readonly Policy[] => [deadline, stepKey]

/** To an API that runs elsewhere. */
export const remote = (surroundings: Surroundings): readonly Policy[] => [
  deadline,
  stepKey,
  heedAge,
  reconnect,
  checkReply(surroundings),
]

/** To a backend. */
export const outside = (surroundings: Surroundings): readonly Policy[] => [
  deadline,
  once,
  report(surroundings),
  surroundings.cache.policy,
  surroundings.coalescing.policy,
  heedAge,
  surroundings.upstreams.retry,
  surroundings.upstreams.pause,
  surroundings.upstreams.hedge,
  surroundings.upstreams.breaker,
  surroundings.upstreams.bulkhead,
  checkReply(surroundings),
  surroundings.upstreams.heed,
]

/** Around the handler of an operation, whoever asks: its request is allowed and checked by then. */
export const served = ({ cache, coalescing }: Shared): readonly Policy[] => [cache.policy, coalescing.policy]
