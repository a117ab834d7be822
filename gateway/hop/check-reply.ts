/**
 * What comes from outside this process is held to its contract before anybody sees it: a status the contract names,
 * with a body it allows. Anything else is a failure, never passed on, coerced or nulled.
 */
import type { Reply } from '../../contracts/contract.ts'
import { type ProblemSlug, problems } from '../../contracts/problems.ts'
import type { Schema } from '../../contracts/runtime/schema.ts'
import type { Lookout } from '../drift/lookout.ts'
import { Problem } from '../problem.ts'
import type { Policy, Surroundings, Target } from './policy.ts'

export const checkReply =
  ({ ownerOf, drift }: Surroundings): Policy =>
  (target, next) => {
    const lookout = drift.of(target)
    const declared = new Map<number, Schema | undefined>()
    for (const [status, { schema }] of Object.entries(target.operation.responses))
      if (status !== 'default') declared.set(Number(status), schema)
    const isLayer = target.contract.layer !== 'backend'
    const accept = (reply: Reply): Reply => {
      if (isLayer && isOfTheGateway(reply)) throw problemOf(target, reply, ownerOf)
      const schema = declared.get(reply.status)
      if (schema?.matches(reply.body)) {
        if (!isLayer) lookout.accepted(reply)
        return reply
      }
      if (schema !== undefined) throw broken(target, reply, schema, lookout)
      if (declared.has(reply.status)) return reply
      const problem = problemOf(target, reply, ownerOf)
      if (isOurs(problem, reply)) lookout.undeclared(reply.status)
      throw problem
    }
    const refuse = (error: unknown): never => {
      if (error instanceof Problem && error.slug === 'contract-broken') lookout.unreadable(error)
      throw error
    }
    return function checkReply(request, call) {
      return next(request, call).then(accept, refuse)
    }
  }

/** Said of the request under its key, not by the API below; whatever its contract says of 409. */
const isOfTheGateway = ({ status, body }: Reply): boolean =>
  status === 409 &&
  /^\/problems\/(idempotency-|operation-abandoned$)/.test(
    String((body as { type?: unknown } | undefined)?.type),
  )

/** Said by us of the reply, not by a layer below of a reply it got. */
const isOurs = ({ slug }: Problem, { status }: Reply): boolean => slug === 'contract-broken' && status < 500

function broken({ contract, operation }: Target, reply: Reply, schema: Schema, lookout: Lookout): Problem {
  const { status, body } = reply
  const [first] = schema.findings(body)
  lookout.broken(reply, first)
  const where = `${contract.id} ${operation.id} answered ${status} with ${first?.pointer || '/'}: ${first?.detail}`
  return new Problem('contract-broken', where, { owner: contract.owner })
}

/** The problem an undeclared reply stands for. It keeps its slug, unless it blames us, who are its caller. */
function problemOf(
  { contract, operation }: Target,
  { status, body, headers }: Reply,
  ownerOf: Surroundings['ownerOf'],
): Problem {
  const { type, owner, upstream } = (body ?? {}) as { type?: unknown; owner?: unknown; upstream?: unknown }
  const slug =
    typeof type === 'string' && type.startsWith('/problems/') ? type.slice('/problems/'.length) : undefined
  const message = `${contract.id} ${operation.id} answered ${status} ${slug ?? ''}`.trim()
  const retryAfter = headers?.['retry-after']
  const options = {
    owner: (typeof owner === 'string' ? ownerOf(owner) : undefined) ?? contract.owner,
    upstream: typeof upstream === 'string' ? upstream : undefined,
    ...(retryAfter === undefined ? {} : { headers: { 'retry-after': retryAfter } }),
  }
  if (slug !== undefined && Object.hasOwn(problems, slug))
    return new Problem(
      status < 500 && !isOfTheGateway({ status, body }) ? 'internal-error' : (slug as ProblemSlug),
      message,
      options,
    )
  if (status >= 500 || status === 429) return new Problem('upstream-unavailable', message, options)
  return new Problem('contract-broken', `${message}, which its contract does not name`, options)
}
