/**
 * The traces worth looking at: those that failed or took too long, those a caller asked for, and a few of the rest. Kept
 * in memory, so that there is something to see with nothing else installed; the oldest go first.
 */
import type { Recording, Span } from './span.ts'

export interface TraceStoreOptions {
  /** Of what is neither failed nor slow, from 0 to 1. */
  readonly sampleRatio: number
  /** @default 20,000 */
  readonly spansMax?: number
  readonly random?: () => number
  /** Gets what is kept. */
  readonly onKept?: (kept: KeptTrace) => void
}

export type Reason = 'failed' | 'slow' | 'sampled'

export interface KeptTrace {
  readonly reason: Reason
  readonly recording: Recording
  /** Milliseconds since 1970. */
  readonly at: number
}

const SPANS_MAX = 20_000

export class TraceStore {
  readonly #options: TraceStoreOptions
  /** By trace id, oldest first. A trace comes twice through a process that hosts two layers it crosses by HTTP. */
  readonly #kept = new Map<string, KeptTrace[]>()
  #spans = 0

  constructor(options: TraceStoreOptions) {
    this.#options = options
  }

  /** Whether a new trace is kept whatever becomes of it. */
  sample(): boolean {
    const { sampleRatio, random = Math.random } = this.#options
    return sampleRatio > 0 && random() < sampleRatio
  }

  /** @param slowMs what this request should not take */
  end(root: Span, slowMs: number): void {
    const { recording, outcome, durationMs } = root
    const failed = typeof outcome === 'number' ? outcome >= 500 : true
    if (failed) this.#keep('failed', recording)
    else if (durationMs > slowMs) this.#keep('slow', recording)
    else if (recording.trace.sampled) this.#keep('sampled', recording)
  }

  get(traceId: string): readonly KeptTrace[] {
    return this.#kept.get(traceId) ?? []
  }

  /** Newest first. */
  list(): readonly KeptTrace[] {
    return [...this.#kept.values()].flat().toReversed()
  }

  #keep(reason: Reason, recording: Recording): void {
    const { spansMax = SPANS_MAX, onKept } = this.#options
    const kept = { reason, recording, at: Date.now() }
    const { traceId } = recording.trace
    const known = this.#kept.get(traceId)
    if (known) known.push(kept)
    else this.#kept.set(traceId, [kept])
    this.#spans += recording.spans.length
    for (const [id, oldest] of this.#kept) {
      if (this.#spans <= spansMax) break
      this.#kept.delete(id)
      for (const { recording } of oldest) this.#spans -= recording.spans.length
    }
    onKept?.(kept)
  }
}
