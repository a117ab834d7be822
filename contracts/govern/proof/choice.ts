/** Choices that a statement leaves open. */
import type { AboutArray, Formula } from './formula.ts'
import type { Formulas } from './formulas.ts'
import { type Literal, says } from './literal.ts'

/** At least one of these has to hold; each is several literals at once. */
export type Choice = readonly (readonly Literal[])[]

export interface Ground {
  readonly formulas: Formulas
  /** Tells of two formulas that no value satisfies both. */
  readonly apart: (a: Formula, b: Formula) => boolean
}

/** Not to contain so many is to contain fewer or more. */
export function otherCounts(
  { schema, min, max }: AboutArray & { readonly kind: 'contains' },
  { by }: Literal,
  { formulas }: Ground,
): Choice {
  const counts = [
    [0, min - 1],
    [max + 1, Infinity],
  ] as const
  return counts
    .filter(([from, to]) => to >= 0 && from < Infinity)
    .map(([from, to]) => [says(formulas.about({ kind: 'contains', schema, min: from, max: to }), by)])
}

/** Alternatives that exclude each other anyway need not be excluded one by one. */
export function exactlyOne(parts: readonly Formula[], { holds, by }: Literal, { apart }: Ground): Choice {
  if (holds)
    return parts.map((part) => [
      says(part, by),
      ...parts
        .filter((other) => other !== part && !apart(part, other))
        .map((other) => says(other, by, false)),
    ])
  const pairs = parts.flatMap((part, index) =>
    parts
      .slice(index + 1)
      .flatMap((other) => (apart(part, other) ? [] : [[says(part, by), says(other, by)]])),
  )
  return [parts.map((part) => says(part, by, false)), ...pairs]
}
