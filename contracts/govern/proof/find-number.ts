/** Finds a number within bounds that is a multiple of some numbers and not of others. */
import type { Json } from '../../runtime/document.ts'
import {
  commonStep,
  compare,
  type Decimal,
  decimal,
  integer,
  isMultiple,
  middle,
  plus,
  steps,
  times,
  toNumber,
} from './decimal.ts'
import type { AboutNumber } from './formula.ts'
import { found, none, type Outcome, unclear } from './outcome.ts'

export interface Numbers {
  readonly holds: readonly AboutNumber[]
  readonly fails: readonly AboutNumber[]
  readonly excluded: readonly number[]
}

interface Bound {
  readonly limit: Decimal
  readonly open: boolean
}

interface Interval {
  readonly low: Bound | undefined
  readonly high: Bound | undefined
}

const TRIES_MAX = 5_000

export function findNumber(numbers: Numbers): Outcome {
  const interval = intervalOf(numbers)
  if (!interval) return none()
  const multiples = numbers.holds.flatMap((says) => (says.kind === 'multiple' ? [says.of] : []))
  const others = numbers.fails.flatMap((says) => (says.kind === 'multiple' ? [says.of] : []))
  const [first, ...rest] = multiples
  const step = first && rest.reduce(commonStep, first)
  if (step && others.some((other) => isMultiple(step, other))) return none()
  const fits = (value: Decimal) =>
    isInside(value, interval) &&
    !others.some((other) => isMultiple(value, other)) &&
    !numbers.excluded.some((one) => compare(decimal(one), value) === 0)
  return step ? amongSteps(step, interval, fits) : amongAll(interval, fits)
}

function amongSteps(step: Decimal, { low, high }: Interval, fits: (value: Decimal) => boolean): Outcome {
  const least = low && -steps(negative(low.limit), step)
  const most = high && steps(high.limit, step)
  const [start, direction] = startOf(least, most)
  for (let tries = 0n; tries < TRIES_MAX; tries++) {
    const index =
      direction === 0n ? (tries % 2n === 0n ? -tries / 2n : (tries + 1n) / 2n) : start + tries * direction
    if ((least !== undefined && index < least) || (most !== undefined && index > most)) {
      if (direction !== 0n) return none()
      continue
    }
    const value = times(step, index)
    if (fits(value)) return asFound(value)
  }
  return unclear('too many numbers to try')
}

/** Zero first when it is inside, and from there to where there is room. */
function startOf(least: bigint | undefined, most: bigint | undefined): [bigint, bigint] {
  if (least === undefined && most === undefined) return [0n, 0n]
  if (least === undefined) return [(most as bigint) < 0n ? (most as bigint) : 0n, -1n]
  if (most === undefined) return [least > 0n ? least : 0n, 1n]
  return [least, 1n]
}

function amongAll({ low, high }: Interval, fits: (value: Decimal) => boolean): Outcome {
  if (low && high && compare(low.limit, high.limit) === 0)
    return fits(low.limit) ? asFound(low.limit) : none()
  for (const value of candidates(low?.limit, high?.limit)) if (fits(value)) return asFound(value)
  return unclear('too many numbers to try')
}

function* candidates(low: Decimal | undefined, high: Decimal | undefined): Generator<Decimal> {
  const one = integer(1n)
  for (const plain of [0n, 1n, -1n]) yield integer(plain)
  const from = low ?? (high ? plus(high, integer(-16n)) : integer(0n))
  const to = high ?? plus(from, integer(16n))
  for (let value = from, count = 0; count < 16; count++, value = plus(value, one)) yield value
  yield to
  const half = decimal(0.5)
  for (const start of [from, to, integer(0n)])
    for (const shift of [half, negative(half)]) yield plus(start, shift)
  for (let level = [from, to], depth = 0; depth < 7; depth++) {
    level = level.flatMap((value, index) =>
      index === 0 ? [value] : [middle(level[index - 1] as Decimal, value), value],
    )
    yield* level
  }
}

/** `undefined` when it is empty. */
function intervalOf({ holds, fails }: Numbers): Interval | undefined {
  let interval: Interval = { low: undefined, high: undefined }
  for (const [list, holding] of [
    [holds, true],
    [fails, false],
  ] as const)
    for (const says of list) {
      if (says.kind === 'multiple') continue
      const bound = holding ? says : { limit: says.limit, open: !says.open }
      const isLow = (says.kind === 'atLeast') === holding
      interval = isLow
        ? { ...interval, low: tighter(interval.low, bound, 1) }
        : { ...interval, high: tighter(interval.high, bound, -1) }
    }
  const { low, high } = interval
  if (!low || !high) return interval
  const order = compare(low.limit, high.limit)
  return order > 0 || (order === 0 && (low.open || high.open)) ? undefined : interval
}

function tighter(a: Bound | undefined, b: Bound, sign: 1 | -1): Bound {
  if (!a) return b
  const order = compare(a.limit, b.limit) * sign
  return order > 0 || (order === 0 && a.open) ? a : b
}

function isInside(value: Decimal, { low, high }: Interval): boolean {
  const aboveLow = !low || compare(value, low.limit) > 0 || (!low.open && compare(value, low.limit) === 0)
  return (
    aboveLow && (!high || compare(value, high.limit) < 0 || (!high.open && compare(value, high.limit) === 0))
  )
}

const negative = (value: Decimal): Decimal => ({ digits: -value.digits, scale: value.scale })

/** A number no double can hold is no example that could be sent. */
function asFound(value: Decimal): Outcome {
  const number = toNumber(value)
  return Number.isFinite(number) && compare(decimal(number), value) === 0
    ? found(number as Json)
    : unclear('the numbers there have too many digits')
}
