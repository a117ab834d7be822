/** What can be told of a literal at sight, from what is settled about a value of a type. */
import { type Formula, type JsonType, subjectOf, typeOf } from './formula.ts'
import { type Literal, opposite, says } from './literal.ts'

export type Settled = Map<Formula, Literal>

/** Whether it holds anyway. */
export function isGiven(literal: Literal, settled: Settled, type: JsonType): boolean {
  const known = settled.get(literal.formula)
  if (known) return known.holds === literal.holds
  const { says: statement } = literal.formula
  if (statement.kind === 'types') return statement.types.has(type) === literal.holds
  if (statement.kind === 'not')
    return isGiven(says(statement.part, literal.by, !literal.holds), settled, type)
  const subject = subjectOf(statement)
  return subject !== undefined && subject !== type && literal.holds
}

/** Whether it cannot hold. */
export function isRefuted(literal: Literal, settled: Settled, type: JsonType): boolean {
  if (isGiven(opposite(literal), settled, type)) return true
  const { says: statement } = literal.formula
  const { by, holds } = literal
  switch (statement.kind) {
    case 'reference':
      return isRefuted(says(statement.target(), by, holds), settled, type)
    case 'values':
      return holds && !statement.values.some((value) => typeOf(value) === type)
    case 'all':
    case 'any':
      if ((statement.kind === 'all') !== holds) return false
      return statement.parts.some(
        (part) => part.says.kind !== statement.kind && isRefuted(says(part, by, holds), settled, type),
      )
    default:
      return false
  }
}
