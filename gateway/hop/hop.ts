/** The hop: what happens to every call from one layer to the next, in this order, outermost first. */
import { checkReply } from './check-reply.ts'
import { deadline } from './deadline.ts'
import { heedAge } from './policies/age.ts'
import { attempt, hop } from './policies/observe.ts'
import { once } from './policies/once.ts'
import { reconnect } from './policies/reconnect.ts'
import type { Policy, Shared, Surroundings } from './policy.ts'
import { report } from './report.ts'
import { stepKey } from './step-key.ts'

/** To an API that runs in this process: its service has checked the reply already. */
export const direct = ({ from, metrics }: Surroundings): readonly Policy[] => [
  hop(from, metrics),
  deadline,
  stepKey,
]

/** To an API that runs elsewhere. */
export const remote = (surroundings: Surroundings): readonly Policy[] => [
  hop(surroundings.from, surroundings.metrics),
  deadline,
  stepKey,
  heedAge,
  reconnect,
  checkReply(surroundings),
  attempt(surroundings.metrics),
]

/** To a backend. */
export const outside = (surroundings: Surroundings): readonly Policy[] => [
  hop(surroundings.from, surroundings.metrics),
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
  attempt(surroundings.metrics),
]

/** Around the handler of an operation, whoever asks: its request is allowed and checked by then. */
export const served = ({ cache, coalescing }: Shared): readonly Policy[] => [cache.policy, coalescing.policy]
