/** Takes note of how old a reply from another process is, and what systems it had to do without. */
import type { Policy } from '../policy.ts'

export const heedAge: Policy = ({ contract }, next) => {
  // Other backends have replies of their own, in which nobody says how old they are.
  if (contract.layer === 'backend' && contract.transport !== 'http-json') return next
  return function heedAge(request, call) {
    return next(request, call).then((reply) => {
      const { age, 'x-degraded': degraded } = reply.headers ?? {}
      if (age !== undefined && /^\d+$/.test(age)) call.noteBorn(performance.now() - Number(age) * 1_000)
      if (degraded !== undefined) for (const system of degraded.split(/, */)) call.noteDegraded(system)
      return reply
    })
  }
}
