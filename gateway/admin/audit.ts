/** Writes down what operators do, whatever it is: each operation of the admin API that is no look. */
import { type implement, ok } from '#contracts/admin'
import type { Api, Context, Handler } from '../../contracts/contract.ts'
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import { masked } from '../../contracts/runtime/mask.ts'
import { Problem } from '../problem.ts'
import type { Audit } from '../security/audit.ts'
import { StoreUnavailable } from '../store/driver.ts'
import type { Log } from '../telemetry/log.ts'

export interface AuditState {
  readonly audit: Audit
  readonly log: Log
}

type Handlers = Pick<Parameters<typeof implement>[0], 'listAudit'>

export const auditHandlers = ({ audit }: AuditState): Handlers => ({
  listAudit: async ({ query: { limit } }) => ok({ items: await audit.latest(limit) }),
})

/** The same API, whose changes are written down before they are made. */
export const audited = ({ contract, handlers, ...api }: Api, state: AuditState): Api => ({
  ...api,
  contract,
  handlers: Object.fromEntries(
    Object.entries(handlers).map(([id, handler]) => {
      const operation = contract.operations[id]
      return [
        id,
        operation && operation.method !== 'GET' ? recorded(handler, contract, operation, state) : handler,
      ]
    }),
  ),
})

function recorded(
  handler: Handler,
  { document }: ContractData,
  { id, body }: OperationData,
  { audit, log }: AuditState,
): Handler {
  return async function record(request, context: Context) {
    const schema = body?.media[request.mediaType ?? 'application/json']?.schema
    const entry = {
      operator: context.consumer,
      action: id,
      target: Object.fromEntries(
        Object.entries({ ...request.params, ...request.query }).map(([name, value]) => [name, String(value)]),
      ),
      ...(request.body !== undefined && {
        request: masked(document, { $ref: schema?.pointer ?? '' }, request.body) as Readonly<
          Record<string, unknown>
        >,
      }),
    }
    const auditId = await audit.begin(entry).catch(refuse)
    log.info({ auditId, ...entry }, 'operator')
    const end = (status: number) =>
      audit
        .end(auditId, status)
        .catch((err) => log.error({ err, auditId, status }, 'the audit log cannot be written'))
    try {
      const reply = await handler(request, context)
      await end(reply.status)
      return reply
    } catch (error) {
      await end(Problem.from(error).status)
      throw error
    }
  }
}

function refuse(cause: unknown): never {
  if (!(cause instanceof StoreUnavailable)) throw cause
  throw new Problem('idempotency-store-unavailable', 'what an operator does cannot be written down', {
    cause,
  })
}
