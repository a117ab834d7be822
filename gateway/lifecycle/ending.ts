/** A version that is gone: after its sunset for good, in a brown-out for a while. */
import type { BrownOut } from '../../contracts/lifecycle.ts'
import type { ContractData } from '../../contracts/runtime/load.ts'
import type { Policy } from '../hop/policy.ts'
import { toInstant } from '../instant.ts'
import { Problem } from '../problem.ts'

/** Why a version is not there now; `undefined` when it is. */
export type Ending = () => Problem | undefined

/** `undefined`: it never ends, and nobody has to ask. */
export function endingOf({ id, lifecycle }: ContractData): Ending | undefined {
  const { status, sunsetAt = Infinity, successor, brownOuts } = lifecycle
  const instead = successor === undefined ? 'There is no version after it.' : `Use /${successor}.`
  const isRetired = status === 'retired'
  if (!isRetired && sunsetAt === Infinity) return undefined
  const over = () =>
    new Problem('version-gone', `${id} is called after its sunset`, {
      detail: `${id} ended at ${toInstant(sunsetAt)}. ${instead}`,
    })
  return function ending() {
    const now = Date.now()
    if (isRetired || now >= sunsetAt) return over()
    const brownOut = brownOuts.find(({ fromAt, untilAt }) => now >= fromAt && now < untilAt)
    return brownOut && pausing(id, brownOut, `${id} ends at ${toInstant(sunsetAt)}. ${instead}`, now)
  }
}

/** The version comes back. */
const pausing = (id: string, { untilAt }: BrownOut, detail: string, now: number) =>
  new Problem('version-gone', `${id} is called in a brown-out`, {
    detail: `Switched off until ${toInstant(untilAt)}, as a reminder: ${detail}`,
    headers: {
      'retry-after': String(Math.ceil((untilAt - now) / 1_000)),
    },
  })

/** For the layer above in this process: that it still uses what is gone is a mistake of ours, not of its caller. */
export const unlessEnded: Policy = ({ contract }, next) => {
  const ending = endingOf(contract)
  if (!ending) return next
  return function unlessEnded(request, call) {
    const gone = ending()
    if (!gone) return next(request, call)
    return Promise.reject(new Problem('internal-error', gone.message, { owner: contract.owner, cause: gone }))
  }
}
