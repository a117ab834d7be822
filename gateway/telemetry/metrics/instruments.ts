/**
 * What is counted and timed. A series is found once, at start-up; to record is then an addition. Names and kinds are
 * those of OpenTelemetry, so that any collector understands them.
 */

export type Labels = Readonly<Record<string, string>>

export interface Description {
  /** As Prometheus shows it, without the suffix of its kind. */
  readonly name: string
  readonly help: string
  /** UCUM, as `s` or `By`. */
  readonly unit?: string
}

/** One series of one instrument, as it is now. */
export interface Point<Value> {
  readonly labels: Labels
  readonly value: Value
}

export interface Buckets {
  /** Upper bounds, inclusive; one more count than bounds, for what is above all. */
  readonly bounds: readonly number[]
  readonly counts: readonly number[]
  readonly count: number
  readonly sum: number
}

/** Series of an instrument, by their labels; a label that callers choose must not grow them without end. */
class Series<One> {
  readonly #byKey = new Map<string, { readonly labels: Labels; readonly one: One }>()
  readonly #make: () => One
  readonly #max: number
  #rest: { readonly labels: Labels; readonly one: One } | undefined

  constructor(make: () => One, max: number) {
    this.#make = make
    this.#max = max
  }

  of(labels: Labels): One {
    const key = Object.values(labels).join('\u0000')
    const known = this.#byKey.get(key)
    if (known) return known.one
    if (this.#byKey.size >= this.#max) {
      this.#rest ??= { labels: mapped(labels, () => OTHER), one: this.#make() }
      return this.#rest.one
    }
    const one = this.#make()
    this.#byKey.set(key, { labels, one })
    return one
  }

  *[Symbol.iterator](): Generator<{ readonly labels: Labels; readonly one: One }> {
    yield* this.#byKey.values()
    if (this.#rest) yield this.#rest
  }
}

/** All labels of the series that takes what is too much. */
const OTHER = 'other'
const SERIES_MAX = 10_000

const mapped = (labels: Labels, map: () => string): Labels =>
  Object.fromEntries(Object.keys(labels).map((name) => [name, map()]))

export class Count {
  value = 0
}

/** Only ever grows. */
export class Counter {
  readonly kind = 'counter'
  readonly description: Description
  readonly #series: Series<Count>

  constructor(description: Description, seriesMax = SERIES_MAX) {
    this.description = description
    this.#series = new Series(() => new Count(), seriesMax)
  }

  of(labels: Labels = {}): Count {
    return this.#series.of(labels)
  }

  points(): readonly Point<number>[] {
    return Array.from(this.#series, ({ labels, one }) => ({ labels, value: one.value }))
  }
}

/** Seconds, about two a doubling: from a call within the process to the longest deadline. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const

export class Timing {
  readonly #counts = new Float64Array(SECONDS.length + 1)
  #sum = 0

  /** @param ms how long it took */
  record(ms: number): void {
    const seconds = ms / 1_000
    let bucket = 0
    while (bucket < SECONDS.length && seconds > (SECONDS[bucket] as number)) bucket++
    this.#counts[bucket] = (this.#counts[bucket] as number) + 1
    this.#sum += seconds
  }

  read(): Buckets {
    const counts = [...this.#counts]
    return { bounds: SECONDS, counts, count: counts.reduce((sum, own) => sum + own, 0), sum: this.#sum }
  }
}

/** How long something takes, in seconds. */
export class Histogram {
  readonly kind = 'histogram'
  readonly description: Description
  readonly #series: Series<Timing>

  constructor(description: Description, seriesMax = SERIES_MAX) {
    this.description = { unit: 's', ...description }
    this.#series = new Series(() => new Timing(), seriesMax)
  }

  of(labels: Labels = {}): Timing {
    return this.#series.of(labels)
  }

  /** Of what was timed at least once: there are many buckets to a series. */
  points(): readonly Point<Buckets>[] {
    return Array.from(this.#series, ({ labels, one }) => ({ labels, value: one.read() })).filter(
      ({ value }) => value.count > 0,
    )
  }
}

/** Looked at only when somebody asks. */
export class Observed {
  readonly kind: 'gauge' | 'counter'
  readonly description: Description
  readonly points: () => readonly Point<number>[]

  constructor(
    description: Description,
    points: () => readonly Point<number>[],
    kind: 'gauge' | 'counter' = 'gauge',
  ) {
    this.description = description
    this.points = points
    this.kind = kind
  }
}

export type Instrument = Counter | Histogram | Observed
