/** One line per request at the door; a failure carries its cause and the owner who can do something about it. */
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import type { Caller } from '../call.ts'
import type { Problem } from '../problem.ts'
import type { Log } from './log.ts'
import type { Trace } from './trace.ts'

export type Record = (
  status: number,
  durationMs: number,
  trace: Trace,
  caller: Caller | undefined,
  problem: Problem | undefined,
) => void

export interface AccessLog {
  of(contract: ContractData, operation: OperationData): Record
}

export const createAccessLog = (log: Log): AccessLog => ({
  of(contract, operation) {
    // Looking for secrets costs more than writing the line, and these fields are all ours.
    const own = log.child({ api: contract.id, operation: operation.id }, { redact: [] })
    return function record(status, durationMs, { traceId }, caller, problem) {
      const line = {
        status,
        durationMs: Math.round(durationMs * 100) / 100,
        consumer: caller?.consumer,
        traceId,
      }
      if (problem === undefined) own.info(line, 'request')
      else if (status < 500) own.info({ ...line, problem: problem.slug, reason: problem.message }, 'request')
      else
        own.error(
          { ...line, problem: problem.slug, owner: problem.owner ?? contract.owner, err: problem },
          problem.message,
        )
    }
  },
})
