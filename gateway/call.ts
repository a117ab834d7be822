/** One request on its way through the layers: who asks, until when, and under which trace. Layers share it by reference. */
import { hash } from 'node:crypto'
import type { HeldRecord } from './idempotency/held-record.ts'
import type { Wish } from './idempotency/wish.ts'
import type { Problem } from './problem.ts'
import { newTrace, type Trace } from './telemetry/trace.ts'
import type { Span } from './telemetry/traces/span.ts'

/** Who a token says is calling. */
export interface Caller {
  /** Whether the call comes from a client, or through a layer above in another process. */
  readonly kind?: 'consumer' | 'layer'
  /** Id in `contracts/consumers.yaml`. */
  readonly consumer: string
  /** The end user, when the token proves one. */
  readonly customerId?: string | undefined
}

export const nobody: Caller = { consumer: 'anonymous' }

/** Something under way that has to stop when the call does. */
export interface Stoppable {
  stop(problem: Problem): void
}

export class Call {
  caller: Caller = nobody
  readonly trace: Trace
  /** On the clock of `performance.now()`. */
  readonly expiresAt: number
  /** Derived from what the client wishes for, or by a layer above for this step of it. */
  key: string | undefined
  /** What a client asks for under its key; not of steps. */
  wish: Wish | undefined
  /** Where it is written down what the call did, when that is. */
  record: HeldRecord | undefined
  /** What is being done, as the trace has it. */
  span: Span | undefined
  #stopped: Problem | undefined
  #controller: AbortController | undefined
  #active: Stoppable[] | undefined
  #changed = false
  #ordinals: Map<string, number> | undefined
  #bornAt: number | undefined
  #degraded: ReadonlySet<string> | undefined

  constructor(expiresAt: number, trace: Trace = newTrace(), key?: string) {
    this.expiresAt = expiresAt
    this.trace = trace
    this.key = key
  }

  get remainingMs(): number {
    return this.expiresAt - performance.now()
  }

  /** Why the call has ended before its answer, if it has. */
  get stopped(): Problem | undefined {
    return this.#stopped
  }

  /** Made only for handlers that ask for it. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController()
    if (this.#stopped) this.#controller.abort(this.#stopped)
    return this.#controller.signal
  }

  begin(work: Stoppable): void {
    if (this.#stopped) work.stop(this.#stopped)
    else {
      this.#active ??= []
      this.#active.push(work)
    }
  }

  end(work: Stoppable): void {
    const index = this.#active?.indexOf(work) ?? -1
    if (index >= 0) this.#active?.splice(index, 1)
  }

  /** Ends the call for one reason: the deadline passed, or the caller is gone. */
  stop(problem: Problem): void {
    if (this.#stopped) return
    this.#stopped = problem
    for (const work of this.#active?.splice(0) ?? []) work.stop(problem)
    this.#controller?.abort(problem)
  }

  /** A step of the call has changed something in a backend. */
  get hasChanged(): boolean {
    return this.#changed
  }

  markChanged(): void {
    this.#changed = true
  }

  /** When the oldest was true of what the answer is made of and was not asked for now; on the clock of `expiresAt`. */
  get bornAt(): number | undefined {
    return this.#bornAt
  }

  noteBorn(at: number): void {
    this.#bornAt = Math.min(at, this.#bornAt ?? at)
  }

  /** The systems for whose failure the answer is older than it should be, or lacks something. */
  get degraded(): ReadonlySet<string> | undefined {
    return this.#degraded
  }

  noteDegraded(system: string): void {
    this.#degraded = new Set(this.#degraded).add(system)
  }

  /** Tells the first use of a name in this call from the second: `0`, `1`, … */
  nextOrdinal(name: string): string {
    this.#ordinals ??= new Map()
    const ordinal = this.#ordinals.get(name) ?? 0
    this.#ordinals.set(name, ordinal + 1)
    return String(ordinal)
  }

  /** The same call one layer down, under the key of one step. */
  step(key: string): Call {
    return new Step(this, key)
  }
}

/** A call with a key of its own; everything else is that of the call it is a step of. */
export class Step extends Call {
  protected readonly whole: Call
  #changed = false

  /** @param keptBackMs of the time of the whole, for what comes after the step */
  constructor(whole: Call, key: string | undefined, keptBackMs = 0) {
    super(whole.expiresAt - keptBackMs, whole.trace, key)
    this.whole = whole
    this.caller = whole.caller
    this.record = whole.record
    this.span = whole.span
  }

  override get stopped(): Problem | undefined {
    return this.whole.stopped
  }

  override get hasChanged(): boolean {
    return this.#changed
  }

  override markChanged(): void {
    this.#changed = true
    this.whole.markChanged()
  }

  override noteBorn(at: number): void {
    super.noteBorn(at)
    this.whole.noteBorn(at)
  }

  override noteDegraded(system: string): void {
    super.noteDegraded(system)
    this.whole.noteDegraded(system)
  }

  override get signal(): AbortSignal {
    return this.whole.signal
  }

  override begin(work: Stoppable): void {
    this.whole.begin(work)
  }

  override end(work: Stoppable): void {
    this.whole.end(work)
  }

  override stop(problem: Problem): void {
    this.whole.stop(problem)
  }
}

/** The same call, seen as a span of its own. */
export class Part extends Step {
  constructor(whole: Call, span: Span) {
    super(whole, whole.key)
    this.span = span
  }

  override nextOrdinal(name: string): string {
    return this.whole.nextOrdinal(name)
  }
}

/** Of the time a call has left, what its steps leave for what comes after them. */
export const sparedMs = ({ remainingMs }: Call): number => Math.min(remainingMs / 10, 50)

/**
 * A key for something inside a call, the same each time the call comes again under its key.
 * Parts are length-prefixed, so that no two lists of parts give one key.
 */
export function derive(...parts: readonly string[]): Buffer {
  return hash('sha256', parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join(''), 'buffer')
}

/** Waits for work that many calls share, such as a login, but no longer than the call lasts. */
export const waitFor = <Value>(shared: Promise<Value>, call: Call): Promise<Value> =>
  new Promise((resolve, reject) => {
    const waiting = { stop: reject }
    call.begin(waiting)
    shared.then(resolve, reject).finally(() => call.end(waiting))
  })
