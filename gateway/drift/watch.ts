/** Holds a field against what it was like in the baseline: knows at a glance which of its events a value is. */
import { rateBound } from './e-detector.ts'
import {
  BUCKETS,
  type Format,
  formats,
  isShaped,
  lengthFrom,
  lengthOf,
  magnitudeOf,
  numberOf,
  shapeOf,
  type TypeName,
  types,
} from './measures.ts'
import { type Counter, type EventName, Monitor } from './monitor.ts'
import { Profile, type ProfileData } from './profile.ts'

/** Takes what happened, until it is known in which record. */
export type Happened = (monitor: Monitor, value: unknown) => void

/** What happens less often than this can become more frequent; what is more frequent is watched the other way round. */
const OFTEN = 0.5
/** What a baseline consists of, but for a few. */
const MOST = 0.99
/** A field has few values when there are so many records for each of them. */
const RECORDS_PER_VALUE = 20
const structural: ReadonlySet<EventName> = new Set(['missing', 'appears', 'null', 'filled', 'type'])
/** Octaves beyond what was seen that a number may grow: ids and totals do. */
const OCTAVES_SPARE = 2

export class Watch {
  readonly #places: Counter = { count: 0 }
  readonly #present: Counter = { count: 0 }
  readonly #filled: Counter = { count: 0 }
  readonly #texts: Counter = { count: 0 }
  readonly #shaped: Counter = { count: 0 }
  readonly #numbers: Counter = { count: 0 }
  readonly monitors: readonly Monitor[]
  readonly #of: Partial<Record<EventName, Monitor>> = {}
  readonly #usual: number
  readonly #values: ReadonlySet<string> | undefined
  readonly #shapes: ReadonlySet<string> | undefined
  readonly #format: RegExp | undefined
  readonly #lengths: Range | undefined
  readonly #magnitudes: Range | undefined

  /** @param distinct how many different records the baseline was made from */
  constructor(data: ProfileData, distinct: number) {
    const profile = new Profile(data)
    const { present, places } = profile
    const nulls = profile.types[0] as number
    const filled = present - nulls
    const texts = profile.types[4] as number
    const watch = (event: EventName, happened: number, observed: number, counter: Counter) => {
      // What values a record has, it has again and again: only other records tell more. What is missing is another matter.
      const p0 = rateBound(happened, observed, structural.has(event) ? observed : distinct)
      if (observed > 0 && p0 < OFTEN)
        this.#of[event] = new Monitor(event, happened / observed, p0, distinct, counter)
    }
    watch('missing', places - present, places, this.#places)
    if (present < places * OFTEN) watch('appears', present, places, this.#places)
    watch('null', nulls, present, this.#present)
    if (nulls > present * OFTEN) watch('filled', filled, present, this.#present)

    const isUsual = (type: TypeName) => type !== 'null' && (data.types[type] ?? 0) > (1 - MOST) * filled
    this.#usual = types.reduce((mask, type, index) => (isUsual(type) ? mask | (1 << index) : mask), 0)
    watch(
      'type',
      filled - sum(types.filter(isUsual).map((type) => data.types[type] ?? 0)),
      filled,
      this.#filled,
    )

    const numbers = sum([...(profile.magnitudes ?? [])])
    const values = profile.values ?? undefined
    if (values && values.size * RECORDS_PER_VALUE <= distinct) {
      this.#values = most(values, texts)
      watch('value', texts - held(values, this.#values), texts, this.#texts)
    } else if (texts > 0) {
      if (numbers < MOST * texts) {
        this.#lengths = rangeOf(profile.lengths, shorter, longer)
        watch('length', outside(profile.lengths, this.#lengths), texts, this.#texts)
      }
      const { shaped, shapes } = profile
      if (shapes) {
        this.#shapes = most(shapes, shaped)
        watch('shape', shaped - held(shapes, this.#shapes), shaped, this.#shaped)
      }
      const [[format, of] = [undefined, 0]] = [...(profile.formats ?? [])].sort(([, a], [, b]) => b - a)
      if (format && of >= MOST * shaped) {
        this.#format = formats[format as Format]
        watch('format', shaped - of, shaped, this.#shaped)
      }
    }
    if (numbers > 0) {
      this.#magnitudes = rangeOf(
        profile.magnitudes,
        (bucket) => bucket - OCTAVES_SPARE,
        (bucket) => bucket + OCTAVES_SPARE,
      )
      watch('magnitude', outside(profile.magnitudes, this.#magnitudes), numbers, this.#numbers)
      watch('negative', profile.negative, numbers, this.#numbers)
      watch('zero', profile.zero, numbers, this.#numbers)
    }
    this.monitors = Object.values(this.#of)
  }

  missing(happened: Happened): void {
    this.#places.count++
    if (this.#of.missing) happened(this.#of.missing, undefined)
  }

  see(value: unknown, type: number, happened: Happened): void {
    this.#places.count++
    this.#present.count++
    if (this.#of.appears) happened(this.#of.appears, value)
    if (type === 0) {
      if (this.#of.null) happened(this.#of.null, value)
      return
    }
    this.#filled.count++
    if (this.#of.filled) happened(this.#of.filled, value)
    if (this.#of.type && !(this.#usual & (1 << type))) happened(this.#of.type, value)
    if (typeof value === 'string') this.#seeText(value, happened)
    else if (typeof value === 'number') this.#seeNumber(value, value, happened)
  }

  #seeText(text: string, happened: Happened): void {
    const { value, length, shape, format } = this.#of
    this.#texts.count++
    if (value && !this.#values?.has(text)) happened(value, text)
    if (length && !isWithin(this.#lengths, lengthOf(text.length))) happened(length, text)
    if (this.#magnitudes) {
      const number = numberOf(text)
      if (number !== undefined) this.#seeNumber(number, text, happened)
    }
    if (!(shape || format) || !isShaped()) return
    this.#shaped.count++
    if (shape && !this.#shapes?.has(shapeOf(text))) happened(shape, text)
    if (format && !this.#format?.test(text)) happened(format, text)
  }

  #seeNumber(number: number, value: unknown, happened: Happened): void {
    const { magnitude, negative, zero } = this.#of
    this.#numbers.count++
    if (number === 0) {
      if (zero) happened(zero, value)
      return
    }
    if (magnitude && !isWithin(this.#magnitudes, magnitudeOf(number))) happened(magnitude, value)
    if (negative && number < 0) happened(negative, value)
  }
}

type Range = readonly [from: number, to: number]

const isWithin = (range: Range | undefined, bucket: number): boolean =>
  range === undefined || (bucket >= range[0] && bucket <= range[1])

type Widen = (bucket: number) => number

/** A quarter, and one character at least. */
const shorter: Widen = (bucket) => Math.min(bucket - 1, lengthOf(lengthFrom(bucket) * 0.75))
const longer: Widen = (bucket) => Math.max(bucket + 1, lengthOf(lengthFrom(bucket) * 1.25))

/** Where most are, but for half a percent at each end, and a bit more. */
function rangeOf(counts: Float64Array | undefined, lower: Widen, higher: Widen): Range | undefined {
  if (!counts) return undefined
  const tail = ((1 - MOST) / 2) * sum([...counts])
  let [from, to] = [0, BUCKETS - 1]
  for (let below = 0; from < to && below + (counts[from] as number) <= tail; from++)
    below += counts[from] as number
  for (let above = 0; to > from && above + (counts[to] as number) <= tail; to--) above += counts[to] as number
  return [lower(from), higher(to)]
}

const outside = (counts: Float64Array | undefined, range: Range | undefined): number =>
  sum([...(counts ?? [])].filter((_, bucket) => !isWithin(range, bucket)))

/** The most frequent ones, which make up most of all. */
function most(counts: ReadonlyMap<string, number>, all: number): ReadonlySet<string> {
  const kept = new Set<string>()
  let covered = 0
  for (const [name, count] of [...counts].sort(([, a], [, b]) => b - a)) {
    if (covered >= MOST * all) break
    kept.add(name)
    covered += count
  }
  return kept
}

const held = (counts: ReadonlyMap<string, number>, names: ReadonlySet<string>): number =>
  sum([...names].map((name) => counts.get(name) ?? 0))

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
