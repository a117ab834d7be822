/** One operation as its layer serves it, however the request came: checked, handled, and the reply held to the contract. */
import type { Api, Handler, Reply } from '../../contracts/contract.ts'
import type { Finding } from '../../contracts/runtime/findings.ts'
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import type { Schema } from '../../contracts/runtime/schema.ts'
import type { Call } from '../call.ts'
import { compose, type OperationRequest, type Policy, type Send } from '../hop/policy.ts'
import type { Journal } from '../idempotency/journal.ts'
import type { KeepOptions, Records } from '../idempotency/records.ts'
import { Problem, type ProblemError } from '../problem.ts'
import type { Observer } from '../usage/reads.ts'
import type { ContextClass } from './context.ts'

/** Who sends a request that breaks the contract: a client, who is told where, or a layer of ours, whose mistake it is. */
export type Sender = 'client' | 'layer'

export interface ServeOptions {
  readonly Context: ContextClass
  readonly records: Records
  readonly keep: KeepOptions
  /** Between the check of a request and its handler. */
  readonly policies: readonly Policy[]
  readonly sender: Sender
  /** Looks at some runs of the handler, to see what it uses; `undefined`: it uses nothing. */
  readonly observer: Observer | undefined
}

/** Everything the layer needs of an API; schemas are compiled now, not on the first request. */
export function serveOperation(
  { contract, handlers }: Api,
  operation: OperationData,
  { Context, records, keep, policies, sender, observer }: ServeOptions,
): Send {
  const handler = handlers[operation.id] as Handler
  const { parametersSchema, body } = operation
  const bodySchemas = Object.fromEntries(
    Object.entries(body?.media ?? {}).map(([type, { schema }]) => [type, schema]),
  )
  const [firstSchema] = Object.values(bodySchemas)
  const declared = new Map(
    Object.entries(operation.responses).map(([status, { schema }]) => [Number(status), schema]),
  )
  const defaults = operation.parameters.filter(
    (parameter) => parameter.in === 'query' && 'default' in parameter,
  )
  const refuse = (errors: readonly ProblemError[]) =>
    sender === 'client'
      ? new Problem('validation-failed', summaryOf(errors), { errors })
      : new Problem('internal-error', `${contract.id} ${operation.id} was called with ${summaryOf(errors)}`, {
          owner: contract.owner,
        })

  const check = (request: OperationRequest): void => {
    if (!parametersSchema.matches(request)) throw refuse(parameterErrors(parametersSchema.findings(request)))
    if (body === undefined || (request.body === undefined && !body.required)) return
    const schema = request.mediaType === undefined ? firstSchema : bodySchemas[request.mediaType]
    if (request.body === undefined || schema?.matches(request.body) === false)
      throw refuse(bodyErrors(request.body, schema))
  }
  const accept = (reply: Reply): Reply => {
    const schema = declared.get(reply.status)
    if (schema?.matches(reply.body) || (schema === undefined && declared.has(reply.status))) return reply
    throw broken(contract, operation, reply, schema)
  }

  const handle = (request: OperationRequest, call: Call, journal?: Journal): Promise<Reply> => {
    const observation = observer?.begin()
    const reply = handler(request, new Context(call, journal, observation))
    if (observation) return Promise.resolve(reply).then((own) => accept(observation.settle(own)))
    return reply instanceof Promise ? reply.then(accept) : Promise.resolve(accept(reply))
  }
  const act = compose(policies, { contract, operation }, records.keep(contract, operation, handle, keep))

  return function serve(incoming, call) {
    try {
      const request = defaults.length ? withDefaults(incoming, defaults) : incoming
      check(request)
      return act(request, call)
    } catch (error) {
      return Promise.reject(error)
    }
  }
}

function withDefaults(request: OperationRequest, parameters: OperationData['parameters']): OperationRequest {
  const query = { ...request.query }
  for (const { name, default: preset } of parameters) query[name] ??= preset
  return { ...request, query }
}

function bodyErrors(value: unknown, schema: Schema | undefined): readonly ProblemError[] {
  if (value === undefined) return [{ in: 'body', pointer: '#', detail: 'is required' }]
  return (schema?.findings(value) ?? []).map(({ pointer, detail }) => ({
    in: 'body',
    pointer: `#${pointer.slice(0, POINTER_MAX)}`,
    detail,
  }))
}

/** Names of unknown properties are the caller's text: enough to recognise, not enough to fill a log. */
const POINTER_MAX = 200

const placeOf = { params: 'path', query: 'query', headers: 'header', cookies: 'cookie' } as const

const parameterErrors = (findings: readonly Finding[]): readonly ProblemError[] =>
  findings.map(({ pointer, detail }) => {
    const [, part = 'query', ...rest] = pointer.split('/')
    return { in: placeOf[part as keyof typeof placeOf], pointer: `#/${rest.join('/')}`, detail }
  })

const summaryOf = (errors: readonly ProblemError[]) =>
  errors.map(({ in: place, pointer, detail }) => `${place} ${pointer} ${detail}`).join('; ')

function broken(
  { id, owner }: ContractData,
  operation: OperationData,
  { status, body }: Reply,
  schema: Schema | undefined,
): Problem {
  const [finding] = schema?.findings(body) ?? []
  const what = finding
    ? `${status} with ${finding.pointer || '/'}: ${finding.detail}`
    : `${status}, which the contract does not name`
  return new Problem('internal-error', `the handler of ${id} ${operation.id} answered ${what}`, { owner })
}
