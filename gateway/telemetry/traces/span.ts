/**
 * What one request did, as a tree of spans: the request itself, each hop to an API or backend, and each attempt of a hop.
 * Written down for every request; what becomes of it is decided when the request ends.
 */
import { newId, type Trace } from '../trace.ts'

export type SpanKind = 'request' | 'hop' | 'attempt'

/** What a span is about; made at start-up, shared by all its spans. */
export interface Subject {
  readonly kind: SpanKind
  /** Id of the contract. */
  readonly api: string
  readonly operation: string
}

/** The spans of one request in this process. */
export class Recording {
  readonly trace: Trace
  readonly spans: Span[] = []

  constructor(trace: Trace) {
    this.trace = trace
  }

  begin(subject: Subject, startedAt: number): Span {
    return new Span(this, undefined, subject, startedAt)
  }
}

export class Span {
  readonly recording: Recording
  readonly parent: Span | undefined
  readonly subject: Subject
  /** On the clock of `performance.now()`. */
  readonly startedAt: number
  /** 0 while it goes on. */
  endedAt = 0
  /** The status of its reply, or the slug of the problem it ended with. */
  outcome: number | string = ''
  #id: string | undefined

  constructor(recording: Recording, parent: Span | undefined, subject: Subject, startedAt: number) {
    this.recording = recording
    this.parent = parent
    this.subject = subject
    this.startedAt = startedAt
    recording.spans.push(this)
  }

  begin(subject: Subject, startedAt: number): Span {
    return new Span(this.recording, this, subject, startedAt)
  }

  end(outcome: number | string, endedAt: number): void {
    this.outcome = outcome
    this.endedAt = endedAt
  }

  /** 16 hex digits, drawn when somebody asks: most spans are never seen. */
  get id(): string {
    this.#id ??= newId(8)
    return this.#id
  }

  get durationMs(): number {
    return (this.endedAt || performance.now()) - this.startedAt
  }
}
