/** What an answer says of its age (RFC 9111, section 5.1), and of the systems it had to do without. */
import type { Reply } from '../../contracts/contract.ts'
import type { Call } from '../call.ts'

export function withAge(reply: Reply, { bornAt, degraded }: Call): Reply {
  if (bornAt === undefined && degraded === undefined) return reply
  const headers: Record<string, string> = { ...reply.headers }
  if (bornAt !== undefined) headers.age = String(Math.floor((performance.now() - bornAt) / 1_000))
  if (degraded !== undefined) headers['x-degraded'] = [...degraded].sort().join(', ')
  return { ...reply, headers }
}
