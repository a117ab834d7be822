/** JSON values compared as JSON Schema compares them. */
import type { Json } from '../../runtime/document.ts'

/** The same text for equal values, whatever the order of their properties. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (value !== null && typeof value === 'object') {
    const record = value as Readonly<Record<string, Json>>
    const names = Object.keys(record).sort()
    return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(record[name] as Json)}`).join()}}`
  }
  return JSON.stringify(value === 0 ? 0 : value) ?? 'null'
}

export const equal = (a: Json, b: Json): boolean => a === b || canonical(a) === canonical(b)

/** A length in characters as people count them: code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}
