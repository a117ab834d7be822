/** Tells clients how long they may keep an answer (RFC 9111, RFC 5861), as the contract declares with `x-cache`. */
import type { CacheData, OperationData } from '../../contracts/runtime/load.ts'
import type { Policy } from '../hop/policy.ts'

export const cacheControl: Policy = ({ operation }, next) => {
  const { cache } = operation
  if (!cache) return next
  const own = headersOf(operation, cache)
  return function cacheControl(request, call) {
    return next(request, call).then((reply) =>
      reply.status === 200 ? { ...reply, headers: { ...reply.headers, ...own } } : reply,
    )
  }
}

/** Who may see an answer is decided here, each time: nobody on the way may hand it on, nor another user of one browser. */
function headersOf({ security, parameters }: OperationData, cache: CacheData): Record<string, string> {
  const { maxAgeSeconds, staleIfErrorSeconds } = cache
  const declared = parameters.flatMap(({ in: place, name }) => (place === 'header' ? name.toLowerCase() : []))
  const vary = [...(security.length ? ['authorization'] : []), ...(cache.vary ?? declared)]
  return {
    'cache-control': [
      security.length ? 'private' : 'public',
      `max-age=${maxAgeSeconds}`,
      ...(staleIfErrorSeconds ? [`stale-if-error=${staleIfErrorSeconds}`] : []),
    ].join(', '),
    ...(vary.length ? { vary: vary.join(', ') } : {}),
  }
}
