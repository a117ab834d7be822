/** The ERP's typed values in our words, exact to the digit, and the parameters of its searches. */
import type {
  Clause,
  Context,
  DateTimeValue,
  DateValue,
  DecimalValue,
  Order,
} from '../generated/backend/erp/v1.ts'

export interface SearchOptions {
  /** @default the ERP's own order, which may change */
  readonly order?: Order
  /** @default all */
  readonly limit?: number
  /** @default only what the driver adds */
  readonly context?: Context
}

/** The positional parameters of `search_read`. Clauses come from code, never from a caller. */
export const search = <const Field extends string>(
  domain: readonly Clause[],
  fields: readonly Field[],
  { order = null, limit, context = {} }: SearchOptions = {},
) => [domain, 0, limit ?? null, order, fields, context] as const

/** An amount with at least the digits of its currency's minor unit: `9.9000` EUR is 9.90, `0` EUR is 0.00. */
export function toMoney({ decimal }: DecimalValue, currency: string): { amount: string; currency: string } {
  const pointed = decimal.includes('.') ? decimal : `${decimal}.`
  const least = pointed.indexOf('.') + 1 + minorDigits(currency)
  let end = pointed.length
  while (end > least && pointed[end - 1] === '0') end--
  const amount = pointed.slice(0, end).padEnd(least, '0')
  return { amount: amount.endsWith('.') ? amount.slice(0, -1) : amount, currency }
}

/** `2026-11-23` */
export const toDay = ({ year, month, day }: Pick<DateValue, 'year' | 'month' | 'day'>): string =>
  `${year}-${twoDigits(month)}-${twoDigits(day)}`

/** `2026-11-23T08:24:42.127Z`. The ERP names no time zone; it runs in UTC. */
export const toMoment = (value: DateTimeValue): string =>
  `${toDay(value)}T${twoDigits(value.hour)}:${twoDigits(value.minute)}:${twoDigits(value.second)}.${threeDigits(Math.floor(value.microsecond / 1000))}Z`

/** Milliseconds since 1970. */
export const toTimeMs = ({ year, month, day, hour, minute, second, microsecond }: DateTimeValue): number =>
  Date.UTC(year, month - 1, day, hour, minute, second, Math.floor(microsecond / 1000))

export const toDateValue = (date: Date): DateValue => ({
  __class__: 'date',
  year: date.getUTCFullYear(),
  month: date.getUTCMonth() + 1,
  day: date.getUTCDate(),
})

const twoDigits = (number: number) => (number < 10 ? `0${number}` : `${number}`)
const threeDigits = (number: number) => (number < 100 ? `0${twoDigits(number)}` : `${number}`)

const knownMinorDigits = new Map<string, number>()

function minorDigits(currency: string): number {
  const known = knownMinorDigits.get(currency)
  if (known !== undefined) return known
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  knownMinorDigits.set(currency, digits)
  return digits
}
