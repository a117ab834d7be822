/** Looks now and then whether requests are parked, and tells the owners of their APIs. */
import type { ContractData } from '../../contracts/runtime/load.ts'
import type { OpenOperations } from '../idempotency/open-operations.ts'
import type { Log } from '../telemetry/log.ts'
import type { Alerting } from './alerting.ts'

export interface ParkedOptions {
  readonly operations: OpenOperations
  readonly alerting: Alerting
  readonly contractOf: (id: string) => ContractData | undefined
  readonly log: Log
  /** @default 30_000 */
  readonly everyMs?: number
}

const EVERY_MS = 30_000
const OPERATIONS_MAX = 100

/** @returns stops looking */
export function watchParked(options: ParkedOptions): () => void {
  const { everyMs = EVERY_MS, log } = options
  const timer = setInterval(() => {
    tell(options).catch((err) => log.debug({ err }, 'the store does not say what is parked'))
  }, everyMs).unref()
  return () => clearInterval(timer)
}

async function tell({ operations, alerting, contractOf }: ParkedOptions): Promise<void> {
  const parked = await operations.list('parked', OPERATIONS_MAX)
  const kinds = Map.groupBy(parked, ({ record: { about } }) => `${about?.api} ${about?.operation}`)
  for (const [kind, own] of kinds) {
    const [api = '', subject = ''] = kind.split(' ')
    const contract = contractOf(api)
    if (!contract) continue
    alerting.alert({
      kind: 'operation-parked',
      api,
      subject,
      owner: contract.owner,
      summary: `${own.length} requests to ${kind} are parked: strata operations list --state parked shows them`,
      facts: { operationIds: own.slice(0, 10).map(({ operationId }) => operationId) },
    })
  }
  if (parked.length === OPERATIONS_MAX) return
  for (const { kind, api, subject } of alerting.open('operation-parked'))
    if (!kinds.has(`${api} ${subject}`)) alerting.resolve({ kind, api, subject })
}
