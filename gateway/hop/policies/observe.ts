/** Times what passes, as a span of the trace and in the metrics. A hop has all its retries in it; an attempt is one. */
import type { Reply } from '../../../contracts/contract.ts'
import { Part } from '../../call.ts'
import { Problem } from '../../problem.ts'
import type { Counter, Histogram, Labels } from '../../telemetry/metrics/instruments.ts'
import type { Metrics } from '../../telemetry/metrics/metrics.ts'
import type { Span, Subject } from '../../telemetry/traces/span.ts'
import type { Policy } from '../policy.ts'
import { begin } from './begin.ts'

/** @param from the API whose handlers call */
export const hop = (from: string, { hops, hopDuration }: Metrics): Policy =>
  observe('hop', hops, hopDuration, { from })

export const attempt = ({ attempts, attemptDuration }: Metrics): Policy =>
  observe('attempt', attempts, attemptDuration)

const observe =
  (kind: Subject['kind'], counter: Counter, histogram: Histogram, own: Labels = {}): Policy =>
  ({ contract, operation }, next) => {
    const isLeaf = kind === 'attempt' && contract.layer === 'backend' && contract.transport !== 'http-json'
    const subject = { kind, api: contract.id, operation: operation.id }
    const labels = { ...own, to: contract.id, operation: operation.id }
    const timing = histogram.of(labels)
    const countOf = (outcome: Outcome) => counter.of({ ...labels, outcome })
    const counts = { ok: countOf('ok'), refused: countOf('refused'), failed: countOf('failed') }
    const end = (span: Span | undefined, startedAt: number, outcome: number | string) => {
      const now = performance.now()
      span?.end(outcome, now)
      timing.record(now - startedAt)
      counts[nameOf(outcome)].value++
    }
    return function observe(request, call) {
      const startedAt = performance.now()
      const span = call.span?.begin(subject, startedAt)
      // Nothing below an exchange with a backend asks whose part it is.
      const own = span && !isLeaf ? new Part(call, span) : call
      return begin(next, request, own).then(
        (reply: Reply) => {
          end(span, startedAt, reply.status)
          return reply
        },
        (error: unknown) => {
          end(span, startedAt, error instanceof Problem ? error.slug : 'internal-error')
          throw error
        },
      )
    }
  }

type Outcome = 'ok' | 'refused' | 'failed'

const nameOf = (outcome: number | string): Outcome =>
  typeof outcome === 'string' || outcome >= 500 ? 'failed' : outcome >= 400 ? 'refused' : 'ok'
