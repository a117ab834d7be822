/** One operation as its layer serves it, however the request came: checked, handled, and the reply held to the contract. */
import type { Api, Handler, Reply } from '../../contracts/contract.ts'
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import type { Finding, Schema } from '../../contracts/runtime/schema.ts'
import type { OperationRequest, Send } from '../hop/policy.ts'
import { Problem, type ProblemError } from '../problem.ts'
import type { ContextClass } from './context.ts'

/** Everything the layer needs of an API; schemas are compiled now, not on the first request. */
export function serveOperation(
  { contract, handlers }: Api,
  operation: OperationData,
  Context: ContextClass,
): Send {
  const handler = handlers[operation.id] as Handler
  const { parametersSchema, body } = operation
  const bodySchemas = Object.fromEntries(
    Object.entries(body?.media ?? {}).map(([type, { schema }]) => [type, schema]),
  )
  const [firstSchema] = Object.values(bodySchemas)
  const checks = replyChecks(operation)
  const defaults = operation.parameters.filter(
    (parameter) => parameter.in === 'query' && 'default' in parameter,
  )

  return async function serve(incoming, call) {
    const request = defaults.length ? withDefaults(incoming, defaults) : incoming
    if (!parametersSchema.matches(request)) throw badParameters(parametersSchema.findings(request))
    if (body !== undefined && (request.body !== undefined || body.required))
      checkBody(request.body, request.mediaType === undefined ? firstSchema : bodySchemas[request.mediaType])
    const reply = await handler(request, new Context(call))
    const check = checks[reply.status]
    if (check === undefined)
      throw broken(contract, operation, `status ${reply.status}, which the contract does not name`)
    const [finding] = check(reply)
    if (finding) throw broken(contract, operation, `${finding.pointer || '/'}: ${finding.detail}`)
    return reply
  }
}

function replyChecks({ responses }: OperationData): Record<string, (reply: Reply) => readonly Finding[]> {
  return Object.fromEntries(
    Object.entries(responses)
      .filter(([status]) => status !== 'default')
      .map(([status, { schema }]) => [
        status,
        ({ body }) => (schema === undefined || schema.matches(body) ? none : schema.findings(body)),
      ]),
  )
}

const none: readonly Finding[] = []

function withDefaults(request: OperationRequest, parameters: OperationData['parameters']): OperationRequest {
  const query = { ...request.query }
  for (const { name, default: preset } of parameters) query[name] ??= preset
  return { ...request, query }
}

function checkBody(value: unknown, schema: Schema | undefined): void {
  if (schema === undefined || (value !== undefined && schema.matches(value))) return
  if (value === undefined)
    throw new Problem('validation-failed', 'no body', {
      errors: [{ in: 'body', pointer: '#', detail: 'is required' }],
    })
  const errors = schema
    .findings(value)
    .map(
      ({ pointer, detail }) =>
        ({ in: 'body', pointer: `#${pointer.slice(0, POINTER_MAX)}`, detail }) as const,
    )
  throw new Problem('validation-failed', summaryOf(errors), { errors })
}

/** Names of unknown properties are the caller's text: enough to recognise, not enough to fill a log. */
const POINTER_MAX = 200

const placeOf = { params: 'path', query: 'query', headers: 'header', cookies: 'cookie' } as const

function badParameters(findings: readonly Finding[]): Problem {
  const errors = findings.map(({ pointer, detail }): ProblemError => {
    const [, part = 'query', ...rest] = pointer.split('/')
    return { in: placeOf[part as keyof typeof placeOf], pointer: `#/${rest.join('/')}`, detail }
  })
  return new Problem('validation-failed', summaryOf(errors), { errors })
}

const summaryOf = (errors: readonly ProblemError[]) =>
  errors.map(({ in: place, pointer, detail }) => `${place} ${pointer} ${detail}`).join('; ')

const broken = (contract: ContractData, operation: OperationData, what: string) =>
  new Problem('internal-error', `the handler of ${contract.id} ${operation.id} answered ${what}`, {
    owner: contract.owner,
  })
