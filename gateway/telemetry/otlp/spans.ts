/** Our spans as OpenTelemetry has them. */
import type { SpanContext } from '@opentelemetry/api'
import type { ReadableSpan } from '@opentelemetry/sdk-trace'
import { hrTime } from '../metrics/data.ts'
import type { Span } from '../traces/span.ts'
import type { KeptTrace } from '../traces/trace-store.ts'

export async function toReadableSpans(): Promise<(kept: KeptTrace) => readonly ReadableSpan[]> {
  const [{ resourceFromAttributes }, { SpanKind, SpanStatusCode }] = await Promise.all([
    import('@opentelemetry/resources'),
    import('@opentelemetry/api'),
  ])
  const resource = resourceFromAttributes({ 'service.name': 'strata' })
  const kinds = { request: SpanKind.SERVER, hop: SpanKind.INTERNAL, attempt: SpanKind.CLIENT }

  const toReadable = (span: Span): ReadableSpan => {
    const { subject, outcome, parent, recording, startedAt, durationMs, endedAt } = span
    const { traceId, parentId } = recording.trace
    const contextOf = (spanId: string): SpanContext => ({ traceId, spanId, traceFlags: 1 })
    const above = parent?.id ?? parentId
    const failed = typeof outcome === 'string' || outcome >= 500
    return {
      name: `${subject.api} ${subject.operation}`,
      kind: kinds[subject.kind],
      spanContext: () => contextOf(span.id),
      ...(above !== '' && { parentSpanContext: contextOf(above) }),
      startTime: hrTime(performance.timeOrigin + startedAt),
      endTime: hrTime(performance.timeOrigin + startedAt + durationMs),
      duration: hrTime(durationMs),
      status: { code: failed ? SpanStatusCode.ERROR : SpanStatusCode.UNSET },
      attributes: {
        'strata.api': subject.api,
        'strata.operation': subject.operation,
        ...(typeof outcome === 'number'
          ? { 'http.response.status_code': outcome }
          : { 'error.type': outcome || 'unfinished' }),
      },
      ended: endedAt > 0,
      links: [],
      events: [],
      resource,
      instrumentationScope: { name: 'strata' },
      droppedAttributesCount: 0,
      droppedEventsCount: 0,
      droppedLinksCount: 0,
    }
  }
  return ({ recording }) => recording.spans.map(toReadable)
}
