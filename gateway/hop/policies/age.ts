/** Takes note of how old a reply from another process is, and whether because a system failed. */
import type { Policy } from '../policy.ts'

export const heedAge: Policy = (_, next) =>
  function heedAge(request, call) {
    return next(request, call).then((reply) => {
      const { age, 'x-degraded': degraded } = reply.headers ?? {}
      if (age !== undefined && /^\d+$/.test(age))
        call.noteStored({ bornAt: performance.now() - Number(age) * 1_000, degraded })
      return reply
    })
  }
