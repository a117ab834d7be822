/**
 * Writes SOQL in which a value stays a value: whatever a caller sends, it cannot become part of the query.
 *
 * Clients of the CRM that escape the quote but not the backslash let `\' OR Name != '` close the literal.
 */

export type SoqlValue =
  | string
  | number
  | boolean
  | null
  | Date
  | LikePattern
  | SoqlFragment
  /** The list of an `IN`. It must not be empty. */
  | readonly (string | number | boolean | null | Date)[]

/**
 * A whole query. Every `${value}` becomes a literal of its type, or part of the query if it is a fragment.
 *
 * @example soql`SELECT Id, Name FROM Account WHERE External_Id__c = ${customerId} LIMIT ${1}`
 */
export function soql(texts: TemplateStringsArray, ...values: readonly SoqlValue[]): string {
  return fragment(texts, ...values).text
}

/** A part of a query, written like the whole. */
export function fragment(texts: TemplateStringsArray, ...values: readonly SoqlValue[]): SoqlFragment {
  return new SoqlFragment(String.raw({ raw: texts }, ...values.map(literal)))
}

/** The fields of a SELECT. Names come from the adapter's own list, never from a caller. */
export function fieldList(names: readonly string[]): SoqlFragment {
  const strange = names.find((name) => !/^[A-Za-z]\w*(?:\.[A-Za-z]\w*)?$/.test(name))
  if (names.length === 0 || strange !== undefined) {
    throw new RangeError(`Not a list of field names: '${strange ?? ''}'`)
  }
  return new SoqlFragment(names.join(', '))
}

/** All of these conditions; without any, the one that holds for every record. */
export function allOf(conditions: readonly SoqlFragment[]): SoqlFragment {
  if (conditions.length === 0) return new SoqlFragment('Id != null')
  return new SoqlFragment(conditions.map(({ text }) => `(${text})`).join(' AND '))
}

/** For `LIKE`: text that begins with this one, in which `%` and `_` stand for themselves. */
export const startsWith = (text: string) => new LikePattern(`${escapedForLike(text)}%`)

/** For `LIKE`: text with this one anywhere in it. */
export const contains = (text: string) => new LikePattern(`%${escapedForLike(text)}%`)

/** SOQL that was written by the functions above and is safe to stand in a query as it is. */
class SoqlFragment {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** What stands between the quotes of a `LIKE`, escaped. */
class LikePattern {
  readonly escaped: string
  constructor(escaped: string) {
    this.escaped = escaped
  }
}

export type { LikePattern, SoqlFragment }

function literal(value: SoqlValue): string {
  if (value === null) return 'null'
  if (value instanceof SoqlFragment) return value.text
  if (value instanceof LikePattern) return `'${value.escaped}'`
  if (value instanceof Date) return dateLiteral(value)
  if (typeof value === 'string') return `'${escaped(value)}'`
  if (typeof value === 'object') return listLiteral(value)
  return typeof value === 'number' ? numberLiteral(value) : String(value)
}

function listLiteral(values: readonly SoqlValue[]): string {
  if (values.length === 0) throw new RangeError('SOQL has no empty list')
  return `(${values.map(literal).join(', ')})`
}

function numberLiteral(value: number): string {
  const text = String(value)
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return text
  throw new RangeError(`SOQL has no number ${text}`)
}

function dateLiteral(value: Date): string {
  const text = value.toISOString()
  if (/^\d{4}-/.test(text)) return text
  throw new RangeError(`SOQL has no date ${text}`)
}

function escaped(text: string): string {
  return text.replace(/[\\'\n\r\t\b\f]/g, (character) => `\\${letterOf[character] ?? character}`)
}

function escapedForLike(text: string): string {
  return escaped(text).replace(/[%_]/g, '\\$&')
}

const letterOf: Readonly<Record<string, string>> = {
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
  '\b': 'b',
  '\f': 'f',
}
