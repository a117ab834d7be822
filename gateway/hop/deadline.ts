/** Does not start what cannot be finished: a call whose time is up is not sent. */
import { Problem } from '../problem.ts'
import type { Policy } from './policy.ts'

export const deadline: Policy = ({ contract, operation }, next) =>
  function deadline(request, call) {
    if (call.stopped) return Promise.reject(call.stopped)
    if (call.remainingMs <= 0)
      return Promise.reject(
        new Problem('deadline-exceeded', `no time left to call ${contract.id} ${operation.id}`, {
          owner: contract.owner,
        }),
      )
    return next(request, call)
  }
