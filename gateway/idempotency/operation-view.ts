/** A request that takes longer than it lasts, as its caller sees it: `shared/operation.yaml` in the contracts. */
import type { AcceptedOperation, Reply } from '../../contracts/contract.ts'
import { accepted } from '../../contracts/reply.ts'
import type { OperationData } from '../../contracts/runtime/load.ts'
import type { WishRecord } from '../store/record.ts'
import type { HeldRecord } from './held-record.ts'

type Steps = ReadonlyMap<string, { readonly phase: string }>

const PREFIX = 'OP-'

export const operationIdOf = (id: string): string => PREFIX + id

export const recordIdOf = (operationId: string): string | undefined =>
  operationId.startsWith(PREFIX) ? operationId.slice(PREFIX.length) : undefined

/** The note that says that a step was taken back. */
export const undoOf = (step: string): string => `.undo.${step}`

export const acceptedReply = ({ id, steps }: HeldRecord, operation: OperationData): Reply =>
  accepted({ operationId: operationIdOf(id), state: 'pending', steps: stepsOf(operation, steps) })

/** @param reply the answer, once there is one */
export function viewOf(
  id: string,
  operation: OperationData,
  record: WishRecord,
  reply: Reply | undefined,
): AcceptedOperation {
  const isRefused = (reply?.status ?? 0) >= 400
  const location = reply?.headers?.location
  return {
    operationId: operationIdOf(id),
    state: isRefused ? 'refused' : record.state,
    steps: stepsOfRecord(operation, record),
    ...(location !== undefined && { location }),
    ...(isRefused && { problem: reply?.body as NonNullable<AcceptedOperation['problem']> }),
  }
}

export const stepsOfRecord = (operation: OperationData, { state, steps }: WishRecord) =>
  stepsOf(operation, new Map(Object.entries(steps)), state === 'completed' ? 'not-needed' : 'pending')

/** @param untaken what a step is that was not taken */
const stepsOf = (
  { saga }: OperationData,
  steps: Steps,
  untaken: 'pending' | 'not-needed' = 'pending',
): AcceptedOperation['steps'] =>
  (saga?.steps ?? []).map((step) => ({
    step,
    state: steps.has(undoOf(step)) ? 'undone' : steps.get(step)?.phase === 'done' ? 'done' : untaken,
  }))
