/** Stands in for `gateway/hop/hop.ts`, to show what policies cost. */
import type * as hop from '../../gateway/hop/hop.ts'

export const direct: typeof hop.direct = () => []
export const remote: typeof hop.remote = () => []
export const outside: typeof hop.outside = () => []
export const served: typeof hop.served = () => []
