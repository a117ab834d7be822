/** Exact decimal numbers, because a step of 0.01 and a bound of 2^63 are beyond floating point. */

/** `digits / 10^scale`. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

/** The number as JavaScript prints it: the shortest decimal that reads back as the same double. */
export function decimal(value: number): Decimal {
  const [, mantissa = '0', exponent = '0'] = /^([^e]+)(?:e(.+))?$/.exec(String(value)) ?? []
  const [whole = '0', fraction = ''] = mantissa.split('.')
  return scaled(BigInt(whole + fraction), fraction.length - Number(exponent))
}

export const integer = (digits: bigint): Decimal => ({ digits, scale: 0 })

export function toNumber({ digits, scale }: Decimal): number {
  return Number(`${digits}e${-scale}`)
}

export function compare(a: Decimal, b: Decimal): number {
  const [x, y] = aligned(a, b)
  return x < y ? -1 : x > y ? 1 : 0
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b)
  return { digits: x + y, scale }
}

export const times = (a: Decimal, factor: bigint): Decimal => ({ digits: a.digits * factor, scale: a.scale })

/** Half of the way from one to the other. */
export function middle(a: Decimal, b: Decimal): Decimal {
  const { digits, scale } = plus(a, b)
  return { digits: digits * 5n, scale: scale + 1 }
}

export function isMultiple(value: Decimal, step: Decimal): boolean {
  const [x, y] = aligned(value, step)
  return y !== 0n && x % y === 0n
}

/** The largest whole number of steps that does not exceed a value. */
export function steps(value: Decimal, step: Decimal): bigint {
  const [x, y] = aligned(value, step)
  const quotient = x / y
  return x % y !== 0n && x < 0n !== y < 0n ? quotient - 1n : quotient
}

/** The smallest step both steps fit into. */
export function commonStep(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b)
  return { digits: (x * y) / greatestDivisor(x, y), scale }
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

function aligned(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale)
  return [a.digits * 10n ** BigInt(scale - a.scale), b.digits * 10n ** BigInt(scale - b.scale), scale]
}

const scaled = (digits: bigint, scale: number): Decimal =>
  scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 }
