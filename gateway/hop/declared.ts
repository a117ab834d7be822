/**
 * Replies are what the contract declares by status. Anything else is a failure, thrown: it keeps its slug on the way
 * up, unless it blames the caller, who at this point is one of our own layers.
 */

import type { Reply } from '../../contracts/contract.ts'
import { type ProblemSlug, problems } from '../../contracts/problems.ts'
import { Problem } from '../problem.ts'
import type { Policy, Target } from './policy.ts'

export const declared: Policy = (target, next) => {
  const { responses } = target.operation
  return async function declared(request, call) {
    let reply: Reply
    try {
      reply = await next(request, call)
    } catch (error) {
      throw blame(target, Problem.from(error))
    }
    if (responses[reply.status] !== undefined) return reply
    throw blame(target, problemOf(target, reply))
  }
}

function blame({ contract, operation }: Target, problem: Problem): Problem {
  if (problem.status >= 500) return problem
  return new Problem(
    'internal-error',
    `${contract.id} ${operation.id} refused our call: ${problem.message}`,
    {
      owner: contract.owner,
      cause: problem,
    },
  )
}

/** The problem an undeclared reply stands for. */
function problemOf({ contract, operation }: Target, { status, body, headers }: Reply): Problem {
  const { type, owner } = (body ?? {}) as { type?: unknown; owner?: unknown }
  const slug =
    typeof type === 'string' && type.startsWith('/problems/') ? type.slice('/problems/'.length) : undefined
  const message = `${contract.id} ${operation.id} answered ${status} ${slug ?? ''}`.trim()
  const retryAfter = headers?.['retry-after']
  const options = {
    owner: typeof owner === 'string' ? { ...contract.owner, team: owner } : contract.owner,
    ...(retryAfter === undefined ? {} : { headers: { 'retry-after': retryAfter } }),
  }
  if (slug !== undefined && slug in problems) return new Problem(slug as ProblemSlug, message, options)
  if (status >= 500 || status === 429) return new Problem('upstream-unavailable', message, options)
  return new Problem('contract-broken', `${message}, which its contract does not name`, options)
}
