/** Tells one subscriber, lane by lane: so many events at once, each key in order, and at a pace the subscriber can take. */
import type { Item } from './item.ts'
import { type LaneOptions, LaneReader } from './lane-reader.ts'
import type { Attempt } from './letter.ts'
import { Letterbox } from './letterbox.ts'
import type { Failed, Outcome } from './outcome.ts'
import { Pace } from './pace.ts'
import { PARTITIONS } from './parcel.ts'

export interface ConsumerOptions extends Omit<LaneOptions, 'deliver'> {
  /** One second of the back-off, or less in tests. */
  readonly unitMs: number
}

/** Of attempts that failed while others had success: they speak against the event. */
const COUNTED_MAX = 8
const ATTEMPTS_KEPT = 20
const SECONDS_MIN = 15 * 60
/** Suspects at once, and how often one was seen before it is tried alone. */
const PROBES_MAX = 4
const SEEN_ALONE_FROM = 2
/** To look again whether an event may go. */
const AGAIN_MS = 50

interface Waiting {
  readonly item: Item
  readonly reader: LaneReader
}

export class Consumer {
  readonly readers: readonly LaneReader[]
  readonly pace: Pace
  readonly letterbox: Letterbox
  readonly #options: ConsumerOptions
  readonly #line: Waiting[] = []
  /** A few at a time, and then alone: when the process ends, it is known during which. */
  readonly #suspects: Waiting[] = []
  readonly #firstFailedAt = new WeakMap<Item, number>()
  #underWay = 0
  #probing = 0
  #isAlone = false
  #timer: NodeJS.Timeout | undefined
  #ended: (() => void) | undefined

  constructor(options: ConsumerOptions) {
    this.#options = options
    this.pace = new Pace(options.unitMs)
    this.letterbox = new Letterbox(options, this)
    const { id: subscription, topic } = options.subscription
    const deliver = (item: Item, reader: LaneReader) => this.#enter({ item, reader })
    this.readers = Array.from(
      { length: PARTITIONS },
      (_, partition) => new LaneReader({ subscription, topic, partition }, { ...options, deliver }),
    )
  }

  get subscription(): string {
    return this.#options.subscription.id
  }

  /** Events that were done with since the start. */
  get settled(): number {
    return this.readers.reduce((sum, { settled }) => sum + settled, 0)
  }

  start(): void {
    for (const reader of this.readers) reader.start()
  }

  /** Begins nothing more. */
  stop(): void {
    clearTimeout(this.#timer)
    for (const reader of this.readers) reader.stop()
  }

  /** Once what is under way has ended. */
  async close(): Promise<void> {
    this.stop()
    if (this.#underWay > 0)
      await new Promise<void>((resolve) => {
        this.#ended = resolve
      })
    await this.letterbox.close()
    await Promise.all(this.readers.map((reader) => reader.close()))
  }

  #enter(waiting: Waiting): void {
    const line = waiting.item.isSuspect ? this.#suspects : this.#line
    line.push(waiting)
    this.#pump()
  }

  #pump(): void {
    const limit = this.pace.limit(performance.now(), this.#options.subscription.concurrency)
    while (this.#suspects.length && this.#underWay < limit && this.#mayProbe())
      this.#probe(this.#suspects.shift() as Waiting)
    while (this.#line.length && this.#underWay < limit) void this.#deliver(this.#line.shift() as Waiting)
    if (limit === 0) this.#again(this.pace.pausedUntil - performance.now())
  }

  /** Whether the next suspect may be tried beside those that are. */
  #mayProbe(): boolean {
    const isAlone = (this.#suspects[0]?.item.delivery.deliveries ?? 0) >= SEEN_ALONE_FROM
    return this.#probing === 0 || (!isAlone && !this.#isAlone && this.#probing < PROBES_MAX)
  }

  #probe(suspect: Waiting): void {
    this.#probing++
    this.#isAlone = suspect.item.delivery.deliveries >= SEEN_ALONE_FROM
    void this.#deliver(suspect).finally(() => {
      this.#probing--
      this.#pump()
    })
  }

  async #deliver(waiting: Waiting): Promise<void> {
    const { item, reader } = waiting
    if (reader.isClosing || !reader.owns(item)) return
    if (!reader.isSafe) {
      setTimeout(() => this.#enter(waiting), AGAIN_MS).unref()
      return
    }
    this.#underWay++
    try {
      if (item.isSuspect && !(await reader.begin(item))) return
      const startedAt = performance.now()
      const outcome = await this.#options.subscription.deliver(item.event as never, 0)
      this.#note(waiting, outcome, startedAt)
    } catch (err) {
      this.#options.log.error({ err, ...reader.lane }, 'a delivery ended without an outcome')
      setTimeout(() => this.#enter(waiting), this.pace.delayMs(1)).unref()
    } finally {
      this.#underWay--
      if (this.#underWay === 0) this.#ended?.()
      this.#pump()
    }
  }

  #note({ item, reader }: Waiting, outcome: Outcome, startedAt: number): void {
    if (outcome.kind === 'failed') {
      this.#failed({ item, reader }, outcome, startedAt)
      return
    }
    // A refusal is an answer, too.
    this.pace.succeeded()
    const refused = outcome.kind === 'refused' ? outcome : undefined
    if (refused) item.attempts.push(attemptOf(refused.message, refused.status, startedAt))
    reader.finish(item, refused)
  }

  #failed(
    waiting: Waiting,
    { message, status, retryAfterMs = 0, isElsewhere }: Failed,
    startedAt: number,
  ): void {
    const { item, reader } = waiting
    const { pace } = this
    item.attempts.push(attemptOf(message, status, startedAt))
    if (++item.failures > ATTEMPTS_KEPT) item.attempts.shift()
    if (item.successesSeen >= 0 && pace.successes > item.successesSeen) item.counted++
    item.successesSeen = pace.successes
    if (!isElsewhere) pace.failed(performance.now())
    if (this.#isExhausted(item)) {
      const refused = { kind: 'refused', reason: 'retries-exhausted', stage: 'deliver' } as const
      reader.finish(item, { ...refused, message })
    } else {
      if (item.isSuspect) void reader.clear(item).catch(() => undefined)
      const delayMs = isElsewhere ? pace.delayMs(1) : Math.max(pace.delayMs(item.failures), retryAfterMs)
      setTimeout(() => this.#enter(waiting), delayMs).unref()
    }
  }

  /** While nobody has success it is an outage, and no event is to blame. */
  #isExhausted(item: Item): boolean {
    const now = performance.now()
    const since = this.#firstFailedAt.get(item) ?? now
    this.#firstFailedAt.set(item, since)
    return item.counted >= COUNTED_MAX && now - since >= SECONDS_MIN * this.#options.unitMs
  }

  #again(delayMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#pump(), Math.max(delayMs, 1)).unref()
  }
}

const attemptOf = (error: string, status: number | undefined, startedAt: number): Attempt => ({
  at: new Date(Date.now() - (performance.now() - startedAt)).toISOString(),
  durationMs: Math.round(performance.now() - startedAt),
  ...(status !== undefined && { status }),
  error: error.slice(0, 1_000),
})
