/** The traces this process kept, as the admin API shows them: which there are, and one with all its spans. */
import { type implement, notFound, ok, type Span as SpanView, type TraceSummary } from '#contracts/admin'
import { toInstant } from '../instant.ts'
import type { Span } from '../telemetry/traces/span.ts'
import type { KeptTrace, TraceStore } from '../telemetry/traces/trace-store.ts'

export interface TracesState {
  readonly traces: TraceStore
}

type Handlers = Pick<Parameters<typeof implement>[0], 'listTraces' | 'getTrace'>

export const traceHandlers = ({ traces }: TracesState): Handlers => ({
  listTraces({ query: { api, reason, limit } }) {
    const isWanted = (kept: KeptTrace) =>
      (reason === undefined || kept.reason === reason) &&
      (api === undefined || kept.recording.spans.some(({ subject }) => subject.api === api))
    return ok({ items: traces.list().filter(isWanted).slice(0, limit).map(toSummary) })
  },

  getTrace({ params: { traceId } }) {
    const kept = traces.get(traceId)
    if (kept.length === 0) return notFound(`This process keeps no trace ${traceId}.`)
    const spans = kept.flatMap((one) => one.recording.spans)
    const startedAt = Math.min(...spans.map((span) => span.startedAt))
    return ok({ traceId, spans: spans.map((span) => toView(span, startedAt)) })
  },
})

function toSummary({ reason, recording: { trace, spans } }: KeptTrace): TraceSummary {
  const [root] = spans as [Span, ...Span[]]
  return {
    traceId: trace.traceId,
    reason,
    startedAt: timeOf(root),
    api: root.subject.api,
    operation: root.subject.operation,
    outcome: String(root.outcome),
    durationMs: rounded(root.durationMs),
    spans: spans.length,
  }
}

function toView(span: Span, traceStartedAt: number): SpanView {
  const { id, parent, recording, subject, outcome, startedAt, endedAt } = span
  const parentId = parent?.id ?? recording.trace.parentId
  return {
    spanId: id,
    ...(parentId !== '' && { parentId }),
    ...subject,
    startedAt: timeOf(span),
    offsetMs: rounded(startedAt - traceStartedAt),
    ...(endedAt > 0 && { durationMs: rounded(endedAt - startedAt), outcome: String(outcome) }),
  }
}

const timeOf = ({ startedAt }: Span): string => toInstant(performance.timeOrigin + startedAt)

const rounded = (ms: number): number => Math.round(ms * 1_000) / 1_000
