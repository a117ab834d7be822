/** One line per request at the door; a failure carries its cause and the owner who can do something about it. */
import pino from 'pino'
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import type { Caller } from '../call.ts'
import type { Problem } from '../problem.ts'
import { isoTime, type Log } from './log.ts'
import type { Trace } from './trace.ts'

export type RecordAccess = (
  status: number,
  durationMs: number,
  trace: Trace,
  caller: Caller | undefined,
  problem: Problem | undefined,
) => void

export interface AccessLog {
  of(contract: ContractData, operation: OperationData): RecordAccess
}

export const createAccessLog = (log: Log): AccessLog => ({
  of(contract, operation) {
    const own = log.child({ api: contract.id, operation: operation.id })
    const stream = log[pino.symbols.streamSym as never] as { write(line: string): void }
    const head = `{"level":"info"`
    const rest = `,"api":"${contract.id}","operation":"${operation.id}"`
    return function record(status, durationMs, { traceId }, caller, problem) {
      const duration = Math.round(durationMs * 100) / 100
      if (problem === undefined) {
        // The line every request has, in the form pino writes: by hand it costs a tenth.
        if (own.isLevelEnabled('info'))
          stream.write(
            `${head}${isoTime()}${rest},"status":${status},"durationMs":${duration},"consumer":${JSON.stringify(caller?.consumer ?? null)},"traceId":"${traceId}","msg":"request"}\n`,
          )
        return
      }
      const line = {
        status,
        durationMs: duration,
        consumer: caller?.consumer,
        traceId,
        problem: problem.slug,
      }
      if (status < 500) own.info({ ...line, reason: problem.message }, 'request')
      else own.error({ ...line, owner: problem.owner ?? contract.owner, err: problem }, problem.message)
    }
  },
})
