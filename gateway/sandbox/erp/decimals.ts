/** Exact arithmetic for prices, quantities and amounts: no binary fractions anywhere. */
import { ProgrammingError } from './errors.ts'
import { type DecimalValue, decimal } from './values.ts'

/** A decimal number in units of 10^-12. */
export type Fixed = bigint

const DIGITS = 12
const ONE = 10n ** BigInt(DIGITS)

/** Reads a decimal, the text of one, or a whole or short JSON number. */
export function fixed(value: DecimalValue | string | number): Fixed {
  const text = decimalText(value)
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text)
  if (!match) throw new ProgrammingError(`'${text}' is not a decimal`)
  const [, sign = '', whole = '', fraction = ''] = match
  const digits = BigInt(whole + fraction.slice(0, DIGITS).padEnd(DIGITS, '0'))
  return sign === '-' ? -digits : digits
}

export function times(left: Fixed, right: Fixed): Fixed {
  return (left * right) / ONE
}

/** As the ERP rounds amounts of money: half to even, two digits. */
export function toMoney(value: Fixed): DecimalValue {
  const amount = rounded(value, 2)
  return decimal(amount === 0n ? '0' : format(amount, 2))
}

/** As the ERP answers a price it worked out: always four digits. */
export function toPrice(value: Fixed): DecimalValue {
  return decimal(format(rounded(value, 4), 4))
}

/** The number of digits after the point, without trailing zeros. */
export function fractionDigits(value: DecimalValue | string | number): number {
  const [, fraction = ''] = decimalText(value).split('.')
  return fraction.replace(/0+$/, '').length
}

/** A JSON number is taken as what it is, a binary fraction: 9.9 has 49 digits after the point. */
export function decimalText(value: DecimalValue | string | number): string {
  if (typeof value === 'object') return value.decimal
  if (typeof value === 'string' || Number.isInteger(value)) return String(value)
  return value.toFixed(60).replace(/0+$/, '')
}

function rounded(value: Fixed, digits: number): Fixed {
  const unit = 10n ** BigInt(DIGITS - digits)
  const rest = ((value % unit) + unit) % unit
  const floor = value - rest
  const isOdd = (floor / unit) % 2n !== 0n
  return rest * 2n > unit || (rest * 2n === unit && isOdd) ? floor + unit : floor
}

function format(value: Fixed, digits: number): string {
  const units = value / 10n ** BigInt(DIGITS - digits)
  const text = String(units < 0n ? -units : units).padStart(digits + 1, '0')
  return `${units < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`
}
