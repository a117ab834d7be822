/** JSON without loss: what JavaScript would replace, round or cut is refused, not guessed. */
import { isUtf8 } from 'node:buffer'
import { Problem } from '../problem.ts'

/** @throws Problem `malformed-json`, or `validation-failed` for a number that cannot be kept */
export function parseJson(bytes: Buffer): unknown {
  const source = readText(bytes)
  try {
    return suspicious.test(source) ? parseCarefully(source) : JSON.parse(source)
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    throw new Problem('malformed-json', 'the body is not JSON', { cause })
  }
}

/** @throws Problem `malformed-json` when the bytes are not UTF-8 */
export function readText(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new Problem('malformed-json', 'the body is not UTF-8')
  return bytes.toString()
}

/** Escaped surrogates, long runs of digits, and large exponents may hide a loss; nearly no body has any. */
const suspicious = /\\u[dD][89a-fA-F]|[\d.]{16}|\d[eE][+-]?\d{2}/

/** A reviver sees the text a number was read from; the types do not know it yet. */
type Reviver = (this: object, key: string, item: unknown, context?: { readonly source?: string }) => unknown

function parseCarefully(source: string): unknown {
  const lost: { holder: object; key: string }[] = []
  const revive: Reviver = function (key, item, context) {
    if (typeof item === 'number' && digitsOf(context?.source ?? '') !== digitsOf(String(item)))
      lost.push({ holder: this, key })
    if (!key.isWellFormed() || (typeof item === 'string' && !item.isWellFormed()))
      throw new Problem('malformed-json', 'a string that is no Unicode')
    return item
  }
  const value: unknown = JSON.parse(source, revive)
  if (lost.length === 0) return value
  const errors = lost.slice(0, 20).map(({ holder, key }) => ({
    in: 'body' as const,
    pointer: `#${pointerTo(holder, value) ?? ''}/${escapeKey(key)}`.replace(/\/$/, ''),
    detail: 'is a number with more digits or a larger exponent than can be kept',
  }))
  throw new Problem('validation-failed', 'a number that cannot be kept', { errors })
}

/** Significant digits and magnitude, written in one way: `1.50e3` and `1500` are the same. */
function digitsOf(text: string): string {
  const [, whole = '', fraction = '', exponent = '0'] =
    /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? []
  const digits = `${whole}${fraction}`.replace(/^0+/, '')
  if (digits === '') return text.includes('Infinity') ? text : '0'
  const significant = digits.replace(/0+$/, '')
  return `${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`
}

function pointerTo(target: object, value: unknown): string | undefined {
  if (value === target) return ''
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, item] of Object.entries(value)) {
    const rest = pointerTo(target, item)
    if (rest !== undefined) return `/${escapeKey(key)}${rest}`
  }
  return undefined
}

const escapeKey = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 100)
