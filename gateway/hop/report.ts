/** Tells the owner of a backend when it fails, whatever becomes of the call: a handler may well do without the answer. */
import { Problem } from '../problem.ts'
import type { Policy, Surroundings } from './policy.ts'

export const report =
  ({ log }: Surroundings): Policy =>
  ({ contract, operation }, next) => {
    const own = log.child({ api: contract.id, operation: operation.id })
    const [, upstream] = contract.id.split('/')
    return function report(request, call) {
      return next(request, call).then(undefined, (error: unknown) => {
        const problem = Problem.from(error)
        problem.upstream ??= upstream
        const line = {
          problem: problem.slug,
          owner: contract.owner,
          traceId: call.trace.traceId,
          err: problem,
        }
        // When the call itself has ended, the backend may have been slow, or its caller impatient.
        if (call.stopped) own.warn(line, problem.message)
        else own.error(line, problem.message)
        throw problem
      })
    }
  }
