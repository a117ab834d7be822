/** A trace as rows: each span below what it is a part of, and how much of its time was its own. */
import type { Span } from '#contracts/admin'

export interface Row {
  readonly span: Span
  readonly depth: number
  /** Which attempt of its hop, when there were several. */
  readonly attempt: number | undefined
  /** Until the end of the trace, when it goes on. */
  readonly durationMs: number
  /** What it did not wait for in a part of it. */
  readonly ownMs: number
}

export interface Waterfall {
  readonly rows: readonly Row[]
  readonly totalMs: number
  /** Where most of the time went. */
  readonly slowest: Row | undefined
}

export function waterfallOf(spans: readonly Span[]): Waterfall {
  const endOf = ({ offsetMs, durationMs = 0 }: Span) => offsetMs + durationMs
  const totalMs = Math.max(0, ...spans.map(endOf))
  const ids = new Set(spans.map(({ spanId }) => spanId))
  const below = Map.groupBy(spans, ({ parentId = '' }) => (ids.has(parentId) ? parentId : ''))
  const rows: Row[] = []
  const add = (parent: string, depth: number) => {
    const own = (below.get(parent) ?? []).toSorted((a, b) => a.offsetMs - b.offsetMs)
    const attempts = own.filter(({ kind }) => kind === 'attempt')
    for (const span of own) {
      const durationMs = span.durationMs ?? totalMs - span.offsetMs
      rows.push({
        span,
        depth,
        attempt: attempts.length > 1 && span.kind === 'attempt' ? attempts.indexOf(span) + 1 : undefined,
        durationMs,
        ownMs: durationMs - covered(below.get(span.spanId) ?? [], span.offsetMs, span.offsetMs + durationMs),
      })
      add(span.spanId, depth + 1)
    }
  }
  add('', 0)
  return {
    rows,
    totalMs,
    slowest: rows.reduce<Row | undefined>(
      (most, row) => (most && most.ownMs >= row.ownMs ? most : row),
      undefined,
    ),
  }
}

/** How much of a time its parts fill, where they overlap once. */
function covered(parts: readonly Span[], from: number, until: number): number {
  let filled = 0
  let reached = from
  for (const { offsetMs, durationMs = Infinity } of parts.toSorted((a, b) => a.offsetMs - b.offsetMs)) {
    const end = Math.min(until, offsetMs + durationMs)
    if (end <= reached) continue
    filled += end - Math.max(reached, offsetMs)
    reached = end
  }
  return filled
}
