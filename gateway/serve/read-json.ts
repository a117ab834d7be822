/** JSON without loss: what JavaScript would replace, round, cut or merge is refused, not guessed. */
import { isUtf8 } from 'node:buffer'
import { Problem } from '../problem.ts'
import { hasDuplicates } from './duplicate-names.ts'

/** @throws Problem `malformed-json`, `payload-too-large`, or `validation-failed` for what cannot be kept */
export function parseJson(bytes: Buffer): unknown {
  const source = readText(bytes)
  const isSuspicious = suspicious.test(source)
  if (bytes.length > SMALL_BYTES) checkParts(bytes, isSuspicious ? CAREFUL_PARTS_MAX : PARTS_MAX)
  let value: unknown
  try {
    value = isSuspicious ? parseCarefully(source) : JSON.parse(source)
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    throw new Problem('malformed-json', 'the body is not JSON', { cause })
  }
  if (hasDuplicates(source, value))
    throw new Problem('malformed-json', 'a name twice in one object', {
      detail: 'An object has the same name twice.',
    })
  return value
}

/** @throws Problem `malformed-json` when the bytes are not UTF-8 */
export function readText(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new Problem('malformed-json', 'the body is not UTF-8')
  return bytes.toString()
}

/** What is smaller cannot have many parts. */
const SMALL_BYTES = 1 << 16
/** Each costs far more than its bytes: a megabyte of digits and commas would hold the process for half a second. */
const PARTS_MAX = 50_000
/** Where each value has to be looked at. */
const CAREFUL_PARTS_MAX = 10_000
const [COMMA, BRACKET, BRACE] = [0x2c, 0x5b, 0x7b]

function checkParts(bytes: Buffer, partsMax: number): void {
  let parts = 0
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index]
    if (byte === COMMA || byte === BRACKET || byte === BRACE) parts++
  }
  if (parts > partsMax)
    throw new Problem('payload-too-large', `a body of ${parts} parts`, {
      detail: `The body has more than ${partsMax} values.`,
    })
}

/** Escaped surrogates and controls, long runs of digits, and large exponents may hide a loss; nearly no body has any. */
const suspicious = /\\u(?:[dD][89a-fA-F]|00[01]|007[fF])|\\[bf]|[\d.]{16}|\d[eE][+-]?\d{2}/

/** Tab and line breaks are text; the others are for terminals. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/

/** A reviver sees the text a number was read from; the types do not know it yet. */
type Reviver = (this: object, key: string, item: unknown, context?: { readonly source?: string }) => unknown

interface Loss {
  readonly holder: object
  readonly key: string
  readonly detail: string
}

function parseCarefully(source: string): unknown {
  const losses: Loss[] = []
  const revive: Reviver = function (key, item, context) {
    if (typeof item === 'number' && isLossy(context?.source ?? '', String(item)))
      losses.push({ holder: this, key, detail: LOSSY })
    if (!key.isWellFormed() || (typeof item === 'string' && !item.isWellFormed()))
      throw new Problem('malformed-json', 'a string that is no Unicode')
    if (controls.test(key) || (typeof item === 'string' && controls.test(item)))
      losses.push({ holder: this, key, detail: CONTROL })
    return item
  }
  const value: unknown = JSON.parse(source, revive)
  if (losses.length === 0) return value
  const errors = losses.slice(0, 20).map(({ holder, key, detail }) => ({
    in: 'body' as const,
    pointer: `#${pointerTo(holder, value) ?? ''}/${escapeKey(key)}`.replace(/\/$/, ''),
    detail,
  }))
  throw new Problem('validation-failed', 'a number or a string that cannot be kept', { errors })
}

const LOSSY = 'is a number with more digits or a larger exponent than can be kept'
const CONTROL = 'has control characters'

const isLossy = (source: string, kept: string): boolean =>
  source !== kept && digitsOf(source) !== digitsOf(kept)

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

const escapeKey = (key: string) =>
  key.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll(new RegExp(controls, 'g'), '?').slice(0, 100)
