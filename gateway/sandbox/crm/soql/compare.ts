/** How values of the CRM compare: text without regard to case (the suffix of an id makes that safe), dates by time. */
import type { Value } from '../schema.ts'

/** Negative when `a` comes first. Undefined when one of them is missing: nothing is above or below null. */
export function compareValues(a: Value, b: Value): number | undefined {
  if (a === null || b === null) return undefined
  const [left, right] = [comparable(a), comparable(b)]
  if (left === right) return 0
  return left < right ? -1 : 1
}

export function sameValue(a: Value, b: Value): boolean {
  return a === b || compareValues(a, b) === 0
}

/** For sorting. Null comes first, descending too, unless asked otherwise. */
export function inOrder(a: Value, b: Value, descending: boolean, nullsLast: boolean): number {
  if (a === null || b === null) {
    const nullsFirst = Number(a !== null) - Number(b !== null)
    return nullsLast ? -nullsFirst : nullsFirst
  }
  const order = compareValues(a, b) ?? 0
  return descending ? -order : order
}

function comparable(value: NonNullable<Value>): string | number {
  if (value instanceof Date) return value.getTime()
  return typeof value === 'string' ? value.toLowerCase() : Number(value)
}
