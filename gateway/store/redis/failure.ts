/** What an error of Redis or of its client means to whoever needs the store. */
import { StoreUnavailable } from '../unavailable.ts'

const full = /^OOM |^MISCONF /
const slow = /^Command timed out|^BUSY /
const unreachable =
  /^(?:READONLY|LOADING|CLUSTERDOWN|MASTERDOWN|NOREPLICAS|TRYAGAIN|UNBLOCKED)|Connection is closed|isn't writeable|max retries per request|Too many Cluster redirections|ClusterAllFailedError|All sentinels are unreachable|Socket timeout/i

/** `undefined`: a mistake of ours, which nobody shall take for bad weather. */
export function failureOf(error: unknown): StoreUnavailable | undefined {
  if (!(error instanceof Error)) return undefined
  const { message, name } = error
  const reason = full.test(message)
    ? 'full'
    : slow.test(message)
      ? 'slow'
      : unreachable.test(message) || name === 'ClusterAllFailedError' || 'syscall' in error
        ? 'unreachable'
        : undefined
  return reason && new StoreUnavailable(reason, `Redis: ${message}`, { cause: error })
}
