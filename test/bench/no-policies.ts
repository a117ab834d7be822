/** Stands in for `gateway/hop/hop.ts`, to show what policies cost: calls are counted and replies checked as with them. */
import { checkReply } from '../../gateway/hop/check-reply.ts'
import type * as hop from '../../gateway/hop/hop.ts'
import { attempt, hop as seen } from '../../gateway/hop/policies/observe.ts'
import type { Surroundings } from '../../gateway/hop/policy.ts'

const overTheWire = (surroundings: Surroundings) => [
  seen(surroundings.from, surroundings.metrics),
  checkReply(surroundings),
  attempt(surroundings.metrics),
]

export const direct: typeof hop.direct = ({ from, metrics }) => [seen(from, metrics)]
export const remote: typeof hop.remote = overTheWire
export const outside: typeof hop.outside = overTheWire
export const served: typeof hop.served = () => []
