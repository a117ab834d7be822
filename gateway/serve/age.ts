/** What an answer says of its age (RFC 9111, section 5.1): as old as the oldest part it was made of. */
import type { Reply } from '../../contracts/contract.ts'
import type { Call } from '../call.ts'

export function withAge(reply: Reply, { oldest }: Call): Reply {
  if (oldest === undefined) return reply
  const age = String(Math.max(0, Math.floor((performance.now() - oldest.bornAt) / 1_000)))
  const { degraded } = oldest
  return {
    ...reply,
    headers: { ...reply.headers, age, ...(degraded !== undefined && { 'x-degraded': degraded }) },
  }
}
