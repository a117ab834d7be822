/** What a value is like, in a few classes: type, shape, length, magnitude, format. */

export const types = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'] as const
export type TypeName = (typeof types)[number]

/** Index into `types`. */
export function typeOf(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return 4
    case 'number':
      return Number.isInteger(value) ? 2 : 3
    case 'boolean':
      return 1
    default:
      return value === null || value === undefined ? 0 : Array.isArray(value) ? 5 : 6
  }
}

export const BUCKETS = 64

/** One for each octave: a thousandfold is ten of them. */
export function magnitudeOf(value: number): number {
  const size = Math.abs(value)
  if (size < 1e-6) return 0
  return Math.min(BUCKETS - 1, Math.max(0, Math.floor(Math.log2(size) + 20)))
}

/** Exact up to 31 characters, and then four for each octave. */
export const lengthOf = (length: number): number =>
  length < 32 ? Math.floor(length) : Math.min(BUCKETS - 1, 32 + Math.floor(4 * Math.log2(length / 32)))

/** The least length that falls into a bucket. */
export const lengthFrom = (bucket: number): number => (bucket < 32 ? bucket : 32 * 2 ** ((bucket - 32) / 4))

const decimal = /^-?\d{1,20}(?:\.\d{1,10})?$/

/** The number a text stands for; `undefined` when it stands for none. */
export function numberOf(text: string): number | undefined {
  const first = text.charCodeAt(0)
  if (!((first >= 48 && first <= 57) || first === 45) || text.length > 32 || !decimal.test(text))
    return undefined
  return Number(text)
}

const RUNS_MAX = 12

/** Runs of classes of characters: `ORD-42` is `A-9`, `Jane Doe` is `Aa_Aa`. */
export function shapeOf(text: string): string {
  let shape = ''
  let last = ''
  for (let index = 0, runs = 0; index < text.length && runs < RUNS_MAX; index++) {
    const kind = classOf(text.charCodeAt(index))
    if (kind === last) continue
    shape += kind
    last = kind
    runs++
  }
  return shape
}

function classOf(code: number): string {
  if (code >= 48 && code <= 57) return '9'
  if (code >= 65 && code <= 90) return 'A'
  if (code >= 97 && code <= 122) return 'a'
  if (code <= 32 || code === 127) return '_'
  return code > 127 ? 'u' : String.fromCharCode(code)
}

export const formats = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
} as const
export type Format = keyof typeof formats

export const formatOf = (text: string): Format | undefined =>
  (Object.keys(formats) as Format[]).find((name) => formats[name].test(text))

let drawn = 0x9e3779b9

/** Looking at shape and format takes its time: done for one text in eight. By chance, or lists would fall into step. */
export function isShaped(): boolean {
  drawn = (Math.imul(drawn, 1664525) + 1013904223) | 0
  return drawn >>> 29 === 0
}
