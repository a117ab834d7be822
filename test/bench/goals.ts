/** What the figures are held to. A goal is kept when the median is within it, and 15 % more for a noisy machine. */
import { differenceOf, type Measurement, ratioOf, type Spread } from './measure.ts'

export interface Result {
  readonly name: string
  readonly against: string
  /** Of one figure to the other, or of microseconds between them; see `unit`. */
  readonly ratio: Spread
  readonly unit: 'times' | 'µs more'
  readonly goal: string
  readonly ok: boolean
}

interface Goal {
  readonly name: string
  readonly against: string
  readonly compare: (one: Measurement, other: Measurement) => Spread
  readonly unit: Result['unit']
  readonly atMost?: number
  readonly atLeast?: number
}

const TOLERANCE = 1.15

const goals: readonly Goal[] = [
  { name: 'strata', against: 'one BFF by hand', compare: ratioOf, unit: 'times', atMost: 1.2 },
  { name: 'four processes, undici.request', against: 'strata', compare: ratioOf, unit: 'times', atLeast: 5 },
  { name: 'four processes, fetch', against: 'strata', compare: ratioOf, unit: 'times', atLeast: 10 },
  // What Strata does beside passing data on, done by four services.
  {
    name: 'four with promises, undici.request',
    against: 'strata',
    compare: ratioOf,
    unit: 'times',
    atLeast: 5,
  },
  { name: 'four with promises, fetch', against: 'strata', compare: ratioOf, unit: 'times', atLeast: 10 },
  {
    name: 'strata with policies',
    against: 'strata without policies',
    compare: differenceOf,
    unit: 'µs more',
    atMost: 10,
  },
  // Of a hundred calls one is looked at: what doubles the price of each adds a hundredth to that of all.
  {
    name: 'strata that looks at every call',
    against: 'strata that looks at none',
    compare: ratioOf,
    unit: 'times',
    atMost: 1.75,
  },
  {
    name: 'strata that watches for drift',
    against: 'strata that does not watch',
    compare: ratioOf,
    unit: 'times',
    atMost: 1.02,
  },
]

export const judge = (measurements: readonly Measurement[]): readonly Result[] =>
  goals.map(
    ({
      name,
      against,
      compare,
      unit,
      atMost = Number.POSITIVE_INFINITY,
      atLeast = Number.NEGATIVE_INFINITY,
    }) => {
      const find = (wanted: string) => measurements.find((one) => one.name === wanted) as Measurement
      const ratio = compare(find(name), find(against))
      const ok = ratio.median <= atMost * TOLERANCE && ratio.median >= atLeast / TOLERANCE
      return {
        name,
        against,
        ratio,
        unit,
        goal: Number.isFinite(atLeast) ? `>= ${atLeast}` : `<= ${atMost}`,
        ok,
      }
    },
  )
