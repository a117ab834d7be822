/** Looks at what one operation of a system answers. Cheap where callers wait; the work is done later, see `backlog.ts`. */
import type { Reply } from '../../contracts/contract.ts'
import { at } from '../../contracts/runtime/document.ts'
import type { Finding as Violation } from '../../contracts/runtime/findings.ts'
import type { Target } from '../hop/policy.ts'
import type { Problem } from '../problem.ts'
import type { Log } from '../telemetry/log.ts'
import type { Backlog, Inspection } from './backlog.ts'
import type { Baseline } from './baseline.ts'
import type { Baselines } from './baselines.ts'
import { Effort } from './effort.ts'
import type { Field } from './field.ts'
import type { ExactEvent, Seen } from './finding.ts'
import type { Findings } from './findings.ts'
import type { EventName, Monitor } from './monitor.ts'
import { Observer } from './observer.ts'
import { type FieldPlan, fieldAt, planOf } from './plan.ts'
import { shown } from './shown.ts'

export interface LookoutParts {
  /** Absent: only what breaks contracts is of interest. */
  readonly backlog: Backlog | undefined
  /** For looking at answers of all operations as a whole; at others, only the names are looked at. */
  readonly effort: Effort
  readonly baselines: Baselines
  readonly findings: Findings
  readonly log: Log
}

export class Lookout {
  readonly answers: readonly Answer[]
  readonly #target: Target
  readonly #parts: LookoutParts
  readonly #byStatus: ReadonlyMap<number, Answer>

  constructor(target: Target, parts: LookoutParts) {
    this.#target = target
    this.#parts = parts
    const { operation } = target
    this.answers = Object.entries(operation.responses).flatMap(([status, { schema }]) =>
      status === 'default' || !schema ? [] : [new Answer(target, Number(status), schema.pointer, parts)],
    )
    this.#byStatus = new Map(this.answers.map((answer) => [answer.status, answer]))
  }

  /** The answer is as the contract has it. */
  accepted({ status, body }: Reply): void {
    const answer = this.#byStatus.get(status)
    if (answer) this.#parts.backlog?.push(answer, body)
  }

  /** It breaks the contract. */
  broken(reply: Reply, violation: Violation | undefined): void {
    try {
      this.#noteViolation(reply, violation)
    } catch (err) {
      this.#parts.log.error({ err }, 'an answer could not be looked at')
    }
  }

  #noteViolation({ status, body }: Reply, violation: Violation | undefined): void {
    const answer = this.#byStatus.get(status)
    const { keyword = '', pointer = '', detail = '' } = violation ?? {}
    const event = eventOf[keyword] ?? 'rule'
    const field = answer && fieldAt(answer.plan, pointer)
    const found = shown(field?.plan, valueAt(body, pointer))
    this.#note({
      status,
      pointer: field?.pointer ?? pointer,
      event,
      ...(event === 'value' && { value: found }),
      before: detail,
      after: found,
    })
  }

  undeclared(status: number): void {
    const declared = Object.keys(this.#target.operation.responses).join(', ')
    this.#note({ status, pointer: '', event: 'undeclared-status', before: declared, after: String(status) })
  }

  /** It is nothing that could be held against a contract. */
  unreadable(problem: Problem): void {
    this.#note({ status: 0, pointer: '', event: 'unreadable', before: '', after: problem.message })
  }

  #note(
    seen: Pick<Seen, 'status' | 'pointer' | 'value' | 'before' | 'after'> & { readonly event: ExactEvent },
  ): void {
    const { contract, operation } = this.#target
    this.#parts.findings.note({
      ...seen,
      api: contract.id,
      operation: operation.id,
      owner: contract.owner,
      isBroken: true,
    })
  }
}

/** As ajv calls what is broken. */
const eventOf: Readonly<Record<string, ExactEvent>> = {
  type: 'type',
  required: 'missing',
  dependentRequired: 'missing',
  enum: 'value',
  const: 'value',
  additionalProperties: 'unknown-field',
  unevaluatedProperties: 'unknown-field',
}

/** Of what is looked at, what one operation may take. */
const SHARE = 2 / 3

/** What an operation answers with one status. */
export class Answer implements Inspection {
  readonly status: number
  /** As `backend/erp/v1 findSales 200`. */
  readonly name: string
  readonly #target: Target
  readonly #pointer: string
  readonly #parts: LookoutParts
  /** What was reported and is not over. */
  readonly #open = new Map<Monitor, Field>()
  #plan: FieldPlan | undefined
  #observer: Observer | undefined
  readonly #effort: Effort
  #followed: Baseline | undefined

  /** @param pointer of the schema */
  constructor(target: Target, status: number, pointer: string, parts: LookoutParts) {
    this.#target = target
    this.#pointer = pointer
    this.#parts = parts
    this.#effort = new Effort(SHARE * parts.effort.perSecond)
    this.status = status
    this.name = `${target.contract.id} ${target.operation.id} ${status}`
  }

  /** Made for who needs it: most operations are never asked. */
  get plan(): FieldPlan {
    const { document } = this.#target.contract
    this.#plan ??= planOf(document, at(document, this.#pointer))
    return this.#plan
  }

  inspect(body: unknown): void {
    this.#observer ??= this.#observe()
    const { effort } = this.#parts
    const now = performance.now()
    if (!effort.isLeft(now) || !this.#effort.isLeft(now)) {
      this.#observer.observeNames(body)
      return
    }
    const values = this.#observer.observe(body)
    effort.spend(values)
    this.#effort.spend(values)
  }

  /** Whether what was learned here completes a baseline. */
  get isEnough(): boolean {
    const observer = this.#observer
    return !!observer?.isLearning && observer.observations >= this.#parts.baselines.missing(this.name)
  }

  /** Tells others what was learned, or what was seen of what was reported. @throws StoreUnavailable */
  async flush(): Promise<void> {
    const { baselines, findings } = this.#parts
    const observer = this.#observer
    if (observer?.isLearning && observer.observations > 0)
      await baselines.learn(this.name, observer.take(), this.#target.contract.version)
    for (const [monitor, field] of this.#open)
      if (monitor.isOver()) {
        this.#open.delete(monitor)
        field.profile = undefined
        await findings.over(this.#seen(field, monitor))
      } else {
        const news = monitor.takeNews()
        if (news > 0) this.#note(field, monitor, news)
      }
  }

  /** Goes by the baseline in force from now on. */
  follow(): void {
    if (this.#observer) this.#followWith(this.#observer)
  }

  #followWith(observer: Observer): void {
    const baseline = this.#parts.baselines.get(this.name)
    if (baseline?.state !== 'sealed' || baseline === this.#followed) return
    this.#followed = baseline
    this.#open.clear()
    observer.watch(baseline)
    const { contract, operation } = this.#target
    const about = { api: contract.id, operation: operation.id, status: this.status }
    this.#parts.log.info(about, `what ${operation.id} ${this.status} answers is known now`)
  }

  #observe(): Observer {
    const observer = new Observer(this.plan, {
      drifted: (field, monitor) => {
        this.#open.set(monitor, field)
        this.#note(field, monitor, monitor.takeNews())
      },
      unknownField: (pointer) => {
        const before = 'not there'
        this.#parts.findings.note({ ...this.#place(pointer, 'unknown-field'), before, after: 'there' })
      },
    })
    this.#followWith(observer)
    return observer
  }

  #note(field: Field, monitor: Monitor, times: number): void {
    this.#parts.findings.note(this.#seen(field, monitor), times, field.profile?.toData())
  }

  #seen(field: Field, monitor: Monitor): Seen {
    const share = (part: number) => `${(part * 100).toFixed(part < 0.01 ? 2 : 1)} %`
    const examples = monitor.examples.length ? `, as ${monitor.examples.join(', ')}` : ''
    return {
      ...this.#place(field.plan.pointer, monitor.event),
      before: `${share(monitor.before)} of the time`,
      after: `${share(monitor.after)} of ${monitor.observed}${examples}`,
    }
  }

  #place(pointer: string, event: EventName | 'unknown-field') {
    const { contract, operation } = this.#target
    return {
      api: contract.id,
      operation: operation.id,
      status: this.status,
      pointer,
      event,
      owner: contract.owner,
      isBroken: false,
    }
  }
}

function valueAt(body: unknown, pointer: string): unknown {
  let value = body
  for (const step of pointer.split('/').slice(1))
    value = (value as Record<string, unknown> | null | undefined)?.[
      step.replaceAll('~1', '/').replaceAll('~0', '~')
    ]
  return value
}
