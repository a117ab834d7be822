/** Typed values as the ERP writes them in JSON: decimals, dates and times carry their class. */

export interface DecimalValue {
  readonly __class__: 'Decimal'
  readonly decimal: string
}

export interface DateValue {
  readonly __class__: 'date'
  readonly year: number
  readonly month: number
  readonly day: number
}

export interface DateTimeValue {
  readonly __class__: 'datetime'
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly microsecond: number
}

export function decimal(text: string): DecimalValue {
  return { __class__: 'Decimal', decimal: text }
}

export function dateValue(at: Date): DateValue {
  return {
    __class__: 'date',
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
  }
}

/** The ERP's times have no zone: this one keeps UTC. */
export function dateTimeValue(at: Date): DateTimeValue {
  return {
    ...dateValue(at),
    __class__: 'datetime',
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    microsecond: at.getUTCMilliseconds() * 1000,
  }
}

export function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 86_400_000)
}

/** A value the operators `=`, `<` and `>` work on: decimals and dates become numbers. */
export function comparable(value: unknown): string | number | boolean | null {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value
    case 'object':
      return value === null ? null : comparableObject(value)
    default:
      return null
  }
}

function comparableObject(value: object): number | null {
  const { __class__: type } = value as { __class__?: unknown }
  if (type === 'Decimal') return Number((value as DecimalValue).decimal)
  if (type !== 'date' && type !== 'datetime') return null
  const { year, month, day } = value as DateValue
  const { hour = 0, minute = 0, second = 0, microsecond = 0 } = value as Partial<DateTimeValue>
  return Date.UTC(year, month - 1, day, hour, minute, second) + microsecond / 1000
}
