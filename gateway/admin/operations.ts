/** Open operations as the admin API shows them, and what operators decide about them. */
import { type implement, notFound, type Operation, ok, refuse } from '#contracts/admin'
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import { type OpenOperation, type OpenOperations, quietMsOf } from '../idempotency/open-operations.ts'
import { stepsOfRecord } from '../idempotency/operation-view.ts'
import type { WishRecord } from '../store/record.ts'
import { decidableFrom, dueAt } from '../store/reducer.ts'
import type { Log } from '../telemetry/log.ts'

export interface OperationsState {
  readonly operations: OpenOperations
  readonly contractOf: (id: string) => ContractData | undefined
  readonly log: Log
}

type Handlers = Pick<Parameters<typeof implement>[0], 'listOperations' | 'getOperation' | 'resolveOperation'>

export function operationHandlers({ operations, contractOf, log }: OperationsState): Handlers {
  const kindOf = ({ record: { about } }: OpenOperation): OperationData | undefined =>
    about && contractOf(about.api)?.operations[about.operation]

  const view = (open: OpenOperation): Operation => {
    const { operationId, state, record } = open
    const { api = '', operation = '', consumer = '' } = record.about ?? {}
    return {
      operationId,
      api,
      operation,
      owner: contractOf(api)?.owner.team ?? '',
      consumer,
      state,
      ...(record.reason && { reason: record.reason.slice(0, REASON_LENGTH) }),
      createdAt: timeOf(record.createdAt),
      attempts: record.attempts,
      ...(state === 'pending' && isWaiting(record) && { nextAttemptAt: timeOf(dueAt(record)) }),
      steps: [...stepsOfSaga(kindOf(open), record), ...sendsOf(record)],
    }
  }
  const unknown = (operationId: string) =>
    notFound(`There is no operation ${operationId}: it ended, and its answer is not kept any more.`)

  return {
    async listOperations({ query: { state, limit } }) {
      const found: OpenOperation[] = []
      for (const each of state ? [state] : (['parked', 'pending'] as const))
        found.push(...(await operations.list(each, limit - found.length)))
      return ok({ items: found.map(view) })
    },

    async getOperation({ params: { operationId } }) {
      const open = await operations.find(operationId)
      return open ? ok(view(open)) : unknown(operationId)
    },

    async resolveOperation({ params: { operationId }, body: { decision, note } }, { consumer }) {
      const open = await operations.find(operationId)
      if (!open) return unknown(operationId)
      const kind = kindOf(open)
      const answer = await operations.decide(open, decision, kind)
      const now = await operations.find(operationId)
      if (!now) return unknown(operationId)
      if (answer !== 'done') return refuse('conflict', whyNot(now.record, quietMsOf(kind)))
      log.info(
        { operationId, ...open.record.about, decision, note, operator: consumer },
        'operation resolved',
      )
      return ok(view(now))
    },
  }
}

const REASON_LENGTH = 500

const timeOf = (at: number): string => new Date(at).toISOString()

const isWaiting = ({ accepted, leaseUntil }: WishRecord): boolean =>
  accepted !== undefined && leaseUntil <= Date.now()

const stepsOfSaga = (kind: OperationData | undefined, record: WishRecord): Operation['steps'] =>
  kind ? stepsOfRecord(kind, record) : []

/** What was sent to backends, and must not be sent again; without the mark that tells one from another. */
const sendsOf = ({ steps }: WishRecord): Operation['steps'] =>
  Object.entries(steps).flatMap(([step, { phase }]) =>
    phase === 'sent' ? [{ step: step.replace(/ \S+$/, ''), state: 'in-doubt' as const }] : [],
  )

function whyNot(record: WishRecord, quietMs: number): string {
  if (record.state === 'completed') return 'It is completed; nothing is left to decide.'
  if (record.leaseUntil > Date.now()) return 'Somebody works on it now. See what becomes of it.'
  const from = decidableFrom(record, quietMs)
  if (from > Date.now())
    return `What was sent may still arrive until ${timeOf(from)}. Look at the system then, and decide.`
  return 'It waits for nobody but its caller, who can repeat it.'
}
