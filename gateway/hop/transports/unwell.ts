/** What a status says about a backend that is not well, told the same way for every kind of backend. */
import { type Failure, Problem } from '../../problem.ts'
import type { Purpose, WireReply } from '../exchange.ts'

/** @throws Problem for 429 and 5xx; any other status is an answer */
export function refuseUnwell({ name, owner, changes }: Purpose, { status, headers }: WireReply): void {
  if (status !== 429 && status < 500) return
  const retryAfterMs = retryAfterOf(headers['retry-after'])
  // 429, and 503 with a date, are said before anything is done.
  const refused = status === 429 || (status === 503 && retryAfterMs !== undefined)
  const failure: Failure = {
    effect: refused ? 'none' : 'unknown',
    unhealthy: status !== 429,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  }
  const message = `${name} answered ${status}`
  if (changes && !refused) throw new Problem('outcome-unknown', `${message} to a change`, { owner, failure })
  const seconds = Math.max(1, Math.ceil((retryAfterMs ?? 1000) / 1000))
  throw new Problem('upstream-unavailable', message, {
    owner,
    failure,
    headers: { 'retry-after': String(seconds) },
  })
}

/** Delta seconds or an HTTP date (RFC 9110, section 10.2.3), in milliseconds from now; garbage is ignored. */
export function retryAfterOf(
  value: string | string[] | undefined,
  nowMs: number = Date.now(),
): number | undefined {
  if (typeof value !== 'string') return undefined
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs)
}
