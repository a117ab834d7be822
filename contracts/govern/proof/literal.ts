/** Formulas as they stand in a question: true or false, said of the value by who writes it or by who reads it. */
import type { Formula } from './formula.ts'
import type { Role } from './project.ts'

export interface Literal {
  readonly formula: Formula
  readonly holds: boolean
  readonly by: Role
}

export const says = (formula: Formula, by: Role, holds = true): Literal => ({ formula, holds, by })

export const opposite = ({ formula, holds, by }: Literal): Literal => ({ formula, holds: !holds, by })

/** Whether two literals cannot both be. */
export const clash = (a: Literal, b: Literal): boolean => a.formula === b.formula && a.holds !== b.holds

const key = ({ formula, holds, by }: Literal) =>
  `${holds ? '' : '-'}${formula.id}${by === 'sender' ? '' : 'r'}`

/** The same for the same question, in whatever order it is asked. */
export const keyOf = (literals: readonly Literal[]): string =>
  [...new Set(literals.map(key))].sort().join(' ')
