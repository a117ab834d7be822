/** Spares a system that is not well, and its callers the wait: while its circuit is open they are told so at once. */
import type { Call } from '../../call.ts'
import { Problem } from '../../problem.ts'
import type { Policy, Target } from '../policy.ts'
import { begin } from './begin.ts'
import { type Circuit, type Outcome, REFUSED } from './circuit.ts'

/** @param circuit shared by all operations that fall ill together */
export const breaker =
  (circuit: Circuit): Policy =>
  (target, next) =>
    function breaker(request, call) {
      const pass = circuit.enter()
      if (pass === REFUSED) return Promise.reject(refusal(circuit, target))
      return begin(next, request, call).then(
        (reply) => {
          circuit.leave(pass, 'good')
          return reply
        },
        (error: unknown) => {
          circuit.leave(pass, outcomeOf(error, call))
          throw error
        },
      )
    }

/**
 * A refusal is an answer. What ended on our side, by a deadline, for want of a slot or by a mistake, tells nothing, and
 * neither does a connection that was closed while it was idle.
 */
function outcomeOf(error: unknown, call: Call): Outcome {
  if (!(error instanceof Problem)) return 'neutral'
  const { failure, slug } = error
  if (failure?.unhealthy) return failure.unreachable ? 'unreachable' : 'bad'
  const ours = slug === 'deadline-exceeded' || slug === 'overloaded'
  return ours || failure?.stale || call.stopped || call.remainingMs <= 0 ? 'neutral' : 'good'
}

/** Without `failure`: nobody shall ask again. */
function refusal({ upstream, openForMs }: Circuit, { contract, operation }: Target): Problem {
  const seconds = Math.max(1, Math.ceil(openForMs / 1000))
  return new Problem('upstream-unavailable', `${operation.id} was not called: ${upstream} is not well`, {
    owner: contract.owner,
    headers: { 'retry-after': String(seconds) },
  })
}
