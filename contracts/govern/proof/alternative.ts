/** Which of several alternatives a value was most likely meant for. */
import type { Json } from '../../runtime/document.ts'
import { accepts } from './accepts.ts'
import type { Formula } from './formula.ts'

export interface Alternative {
  readonly pointer: string
  readonly formula: Formula
}

/**
 * The one with the fewest mistakes, when there is one.
 * @param parts values of which one fits no alternative
 */
export function meantOf(alternatives: readonly Alternative[], parts: readonly Json[]): string | undefined {
  const misfit = parts.find((part) => alternatives.every(({ formula }) => accepts(formula, part) === false))
  if (misfit === undefined) return undefined
  const ranked = alternatives
    .map(({ pointer, formula }) => ({ pointer, mistakes: mistakesOf(formula, misfit) }))
    .filter(({ mistakes }) => !mistakes.some(({ says }) => says.kind === 'types'))
    .sort((a, b) => a.mistakes.length - b.mistakes.length)
  const [first, second] = ranked
  return first && first.mistakes.length < (second?.mistakes.length ?? Infinity) ? first.pointer : undefined
}

function mistakesOf(formula: Formula, value: Json): readonly Formula[] {
  const { says } = formula
  if (says.kind === 'reference') return mistakesOf(says.target(), value)
  return (says.kind === 'all' ? says.parts : [formula]).filter((part) => accepts(part, value) === false)
}
