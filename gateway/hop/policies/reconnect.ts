/**
 * Asks a layer in another process once more, at once, when only the connection was at fault: refused, or closed while it
 * was idle. Nothing else is repeated between layers: the hop next to the fault does that, and retries multiply.
 */
import { Problem } from '../../problem.ts'
import type { Policy } from '../policy.ts'

export const reconnect: Policy = ({ operation }, next) => {
  const isRead = operation.effect === 'read'
  const takesKey = operation.idempotency !== 'none'
  return function reconnect(request, call) {
    return next(request, call).catch((first: unknown) => {
      const repeatable = isRead || (takesKey && call.key !== undefined)
      if (!isOfConnection(first, repeatable) || call.stopped || call.remainingMs <= 0) throw first
      return next(request, call).catch((second: unknown) => {
        // That the second was never sent does not settle what the first one did.
        throw first instanceof Problem && first.slug === 'outcome-unknown' ? first : second
      })
    })
  }
}

/** @param repeatable whether a second attempt does no harm when the first one had an effect */
function isOfConnection(error: unknown, repeatable: boolean): boolean {
  if (!(error instanceof Problem) || !error.failure) return false
  const { stale, effect } = error.failure
  if (stale) return repeatable || effect === 'none'
  return effect === 'none' && (error.cause as { code?: unknown } | undefined)?.code === 'ECONNREFUSED'
}
