/** One line per request at the door; a failure carries its cause and the owner who can do something about it. */
import pino from 'pino'
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import type { Call } from '../call.ts'
import type { Problem } from '../problem.ts'
import { isoTime, type Log } from './log.ts'
import type { Span } from './traces/span.ts'

export type WriteLine = (status: number, durationMs: number, call: Call, problem: Problem | undefined) => void

export function accessLine(log: Log, contract: ContractData, operation: OperationData): WriteLine {
  const own = log.child({ api: contract.id, operation: operation.id })
  const stream = log[pino.symbols.streamSym as never] as { write(line: string): void }
  const head = `{"level":"info"`
  const rest = `,"api":"${contract.id}","operation":"${operation.id}"`
  return function write(status, durationMs, { caller, trace: { traceId }, span }, problem) {
    const duration = rounded(durationMs)
    if (problem === undefined) {
      // The line every request has, in the form pino writes: by hand it costs a tenth.
      if (own.isLevelEnabled('info'))
        stream.write(
          `${head}${isoTime()}${rest},"status":${status},"durationMs":${duration},"consumer":${JSON.stringify(caller.consumer)},"traceId":"${traceId}"${attemptsOf(span)},"msg":"request"}\n`,
        )
      return
    }
    const line = {
      status,
      durationMs: duration,
      consumer: caller.consumer,
      traceId,
      attempts: span?.recording.spans.filter(isAttempt).map(toAttempt),
      problem: problem.slug,
    }
    if (status < 500) own.info({ ...line, reason: problem.message }, 'request')
    else own.error({ ...line, owner: problem.owner ?? contract.owner, err: problem }, problem.message)
  }
}

/** What left this process for the request, and what became of it. */
function attemptsOf(span: Span | undefined): string {
  let text = ''
  for (const attempt of span?.recording.spans ?? [])
    if (isAttempt(attempt)) text += `${text && ','}${attemptText(attempt)}`
  return text && `,"attempts":[${text}]`
}

const attemptText = ({ subject: { api, operation }, outcome, durationMs }: Span): string =>
  `{"to":"${api}","operation":"${operation}","outcome":${typeof outcome === 'number' ? outcome : `"${outcome}"`},"durationMs":${rounded(durationMs)}}`

const isAttempt = ({ subject }: Span): boolean => subject.kind === 'attempt'

const toAttempt = ({ subject, outcome, durationMs }: Span) => ({
  to: subject.api,
  operation: subject.operation,
  outcome,
  durationMs: rounded(durationMs),
})

const rounded = (ms: number): number => Math.round(ms * 100) / 100
