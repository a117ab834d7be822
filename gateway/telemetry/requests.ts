/** Each request at the door, from its beginning to its answer: a line in the log, figures, and the root of its trace. */
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import type { Call } from '../call.ts'
import type { Problem } from '../problem.ts'
import { accessLine } from './access-log.ts'
import type { Log } from './log.ts'
import type { Count } from './metrics/instruments.ts'
import type { Metrics } from './metrics/metrics.ts'
import { Recording, type Subject } from './traces/span.ts'
import type { TraceStore } from './traces/trace-store.ts'

export interface Requests {
  /** Whether a trace that begins here is kept whatever becomes of it. */
  sample(): boolean
  of(contract: ContractData, operation: OperationData): RequestObserver
}

export interface RequestObserver {
  begin(call: Call, startedAt: number): void
  end(status: number, durationMs: number, call: Call, problem: Problem | undefined): void
}

export interface RequestsOptions {
  readonly log: Log
  readonly metrics: Metrics
  readonly traces: TraceStore
}

/** What is slow when the contract promises nothing. */
const SLOW_MS = 1_000
/** An answer at the 95th percentile that was promised is no matter of concern. */
const SLOW_RATIO = 2

export const observeRequests = ({ log, metrics, traces }: RequestsOptions): Requests => ({
  sample: () => traces.sample(),
  of(contract, operation) {
    const subject: Subject = { kind: 'request', api: contract.id, operation: operation.id }
    const labels = { api: contract.id, operation: operation.id }
    const writeLine = accessLine(log, contract, operation)
    const duration = metrics.requestDuration.of(labels)
    const slowMs = operation.slo ? operation.slo.p95Ms * SLOW_RATIO : SLOW_MS
    const counts = new Map<string, Count>()
    const countOf = (status: number, consumer: string): Count => {
      const key = `${status} ${consumer}`
      const known = counts.get(key)
      if (known) return known
      const count = metrics.requests.of({ ...labels, status: String(status), consumer })
      if (counts.size < COUNTS_MAX) counts.set(key, count)
      return count
    }
    return {
      begin(call, startedAt) {
        call.span = new Recording(call.trace).begin(subject, startedAt)
      },
      end(status, durationMs, call, problem) {
        duration.record(durationMs)
        countOf(status, call.caller.consumer).value++
        if (problem) metrics.problems.of({ ...labels, problem: problem.slug }).value++
        const { span } = call
        if (span) {
          span.end(status, span.startedAt + durationMs)
          traces.end(span, slowMs)
        }
        writeLine(status, durationMs, call, problem)
      },
    }
  },
})

/** Remembered per operation; the rest is looked up. */
const COUNTS_MAX = 1_000
