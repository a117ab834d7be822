/** One event of one field that should not become more frequent, and what was seen of it since it may have. */
import { EDetector, THRESHOLD } from './e-detector.ts'

export const events = {
  missing: 'is missing more often',
  appears: 'is there more often',
  null: 'is null more often',
  filled: 'is null less often',
  type: 'has another type',
  value: 'has values that were rare or unknown',
  shape: 'is written in another way',
  format: 'is not of the format it was',
  length: 'has another length',
  magnitude: 'has another magnitude',
  negative: 'is negative more often',
  zero: 'is zero more often',
} as const
export type EventName = keyof typeof events

/** How many observations there were that could have been the event. */
export interface Counter {
  count: number
}

const EXAMPLES_MAX = 3
const PRINTS_MAX = 64
/**
 * What one record says again and again is no trend. It counts twice, and so many different ones have to say it; where
 * there are only a few records, half of them, as often as they do.
 */
const RECORDS_MIN = 5
const TIMES_MAX = 2
/** When nothing of it was seen in so many observations, it is over. */
const OVER_AFTER = 2_000

const none: readonly string[] = []

export class Monitor {
  readonly event: EventName
  /** The share in the baseline. */
  readonly before: number
  readonly counter: Counter
  examples = none
  /** It was reported. */
  isOpen = false
  readonly #detector: EDetector
  readonly #recordsMin: number
  /** How often each of them said it. */
  #records: Map<number, number> | undefined
  /** Where the change seems to have begun, as Page's CUSUM has it: where its sum was last not above zero. */
  #sum = 0
  #since = 0
  #happened = 0
  #lastAt = 0
  #answer = 0
  #told = 0

  /** @param distinct how many different records the baseline has */
  constructor(event: EventName, before: number, p0: number, distinct: number, counter: Counter) {
    this.event = event
    this.before = before
    this.counter = counter
    this.#detector = new EDetector(p0)
    this.#recordsMin = Math.max(1, Math.min(RECORDS_MIN, Math.ceil(distinct / 2)))
  }

  /** The share since it may have changed. */
  get after(): number {
    return this.#happened / Math.max(1, this.counter.count - this.#since)
  }

  get observed(): number {
    return this.counter.count - this.#since
  }

  /** How often it happened since it was last asked. */
  takeNews(): number {
    const news = this.#happened - this.#told
    this.#told = this.#happened
    return Math.max(0, news)
  }

  /**
   * It happened in the last observation. Once in an answer counts: what is in one list is seldom independent.
   *
   * @param answer counted from 1
   * @param record tells the record from others
   * @returns whether that is enough to report it
   */
  happened(answer: number, record: number, example: () => string): boolean {
    this.#happened++
    if (this.#answer === answer || this.#isRepeated(record)) return false
    this.#answer = answer
    const { count } = this.counter
    const { up, down } = this.#detector.weights
    this.#sum += (count - 1 - this.#lastAt) * down
    if (this.#sum <= 0 && !this.isOpen) this.#begin(count - 1, 1)
    this.#sum = Math.max(0, this.#sum) + up
    this.#lastAt = count
    this.#records ??= new Map()
    if (this.#records.size < PRINTS_MAX) this.#records.set(record, (this.#records.get(record) ?? 0) + 1)
    if (this.examples.length < EXAMPLES_MAX) {
      const shown = example()
      if (!this.examples.includes(shown)) this.examples = [...this.examples, shown]
    }
    const evidence = this.#detector.happened(count)
    if (this.isOpen || evidence < THRESHOLD || this.#records.size < this.#recordsMin) return false
    this.isOpen = true
    return true
  }

  /** Whether what was reported is over: then it can be reported again. Asked now and then. */
  isOver(): boolean {
    if (!this.isOpen || this.observed < OVER_AFTER) return false
    const isOver = this.after <= this.#detector.p0
    if (isOver) {
      this.isOpen = false
      this.#detector.restart(this.counter.count)
    }
    this.#begin(this.counter.count, 0)
    return isOver
  }

  #isRepeated(record: number): boolean {
    return this.#recordsMin === RECORDS_MIN && (this.#records?.get(record) ?? 0) >= TIMES_MAX
  }

  #begin(at: number, happened: number): void {
    this.#sum = 0
    this.#since = at
    this.#lastAt = at
    this.#happened = happened
    this.#told = 0
    this.#records = undefined
    this.examples = none
  }
}
