/** A reply from outside this process is held against its contract before anybody sees it: never passed on, coerced or nulled. */
import { Problem } from '../problem.ts'
import type { Policy } from './policy.ts'

export const checkReply: Policy = ({ contract, operation }, next) => {
  const schemas = Object.fromEntries(
    Object.entries(operation.responses).map(([status, { schema }]) => [status, schema]),
  )
  return async function checkReply(request, call) {
    const reply = await next(request, call)
    const schema = schemas[reply.status]
    if (schema === undefined || schema.matches(reply.body)) return reply
    const [first] = schema.findings(reply.body)
    throw new Problem(
      'contract-broken',
      `${contract.id} ${operation.id} answered ${reply.status} with ${first?.pointer || '/'}: ${first?.detail}`,
      { owner: contract.owner },
    )
  }
}
