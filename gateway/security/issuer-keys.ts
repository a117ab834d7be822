/**
 * The keys of the issuer (JWK Set, RFC 7517): fetched when the first token comes, fetched again for a key that is not
 * known and after a while, and used on while the issuer is away.
 */
import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose'
import { Problem } from '../problem.ts'

/** How old the keys may be before they are fetched again, beside the requests. */
const FRESH_MS = 10 * 60_000
/** How long they are used while the issuer is away. */
const KEPT_MS = 24 * 3_600_000
/** Tokens with made-up keys must not become requests to the issuer. */
const UNKNOWN_EVERY_MS = 30_000
const RETRY_EVERY_MS = 1_000
const ANSWER_MS = 3_000

export interface IssuerKeysOptions {
  /** Told that the keys could not be fetched, whether or not that matters yet. */
  warn(error: unknown): void
}

export function issuerKeys(url: string, { warn }: IssuerKeysOptions): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(url), {
    cacheMaxAge: Infinity,
    cooldownDuration: Infinity,
    timeoutDuration: ANSWER_MS,
  })
  let loadedAt = -Infinity
  let triedAt = -Infinity
  let failure: Problem | undefined
  let loading: Promise<void> | undefined

  const load = (everyMs: number): Promise<void> => {
    if (loading) return loading
    if (performance.now() - triedAt < everyMs) return failure ? Promise.reject(failure) : Promise.resolve()
    triedAt = performance.now()
    loading = keys.reload().then(
      () => {
        loadedAt = performance.now()
        failure = undefined
      },
      (cause) => {
        failure = unavailable(cause)
        warn(cause)
        throw failure
      },
    )
    loading = loading.finally(() => {
      loading = undefined
    })
    return loading
  }

  return async function keyOf(header, token) {
    const ageMs = performance.now() - loadedAt
    if (ageMs > KEPT_MS) await load(RETRY_EVERY_MS)
    else if (ageMs > FRESH_MS) load(RETRY_EVERY_MS).catch(() => undefined)
    try {
      return await keys(header, token)
    } catch (cause) {
      if (!(cause instanceof errors.JWKSNoMatchingKey)) throw cause
      await load(failure ? RETRY_EVERY_MS : UNKNOWN_EVERY_MS)
      return keys(header, token)
    }
  }
}

/** That the keys cannot be had is no fault of the token. */
const unavailable = (cause: unknown) =>
  new Problem('upstream-unavailable', 'the keys of the issuer cannot be had', {
    cause,
    headers: { 'retry-after': '5' },
  })
