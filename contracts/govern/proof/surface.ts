/**
 * What a schema says about the names of an object's properties, wherever it says it. Readers of an open object ignore
 * names they do not know, so names nobody declared are no part of a contract.
 */
import type { Formula } from './formula.ts'
import type { Literal } from './literal.ts'

export interface Surface {
  readonly names: ReadonlySet<string>
  readonly patterns: ReadonlySet<string>
  /** Says something about the names it does not declare. */
  readonly closed: boolean
}

const known = new WeakMap<Formula, Surface>()

export function surfaceOf(literals: readonly Literal[]): Surface {
  const surfaces = literals.map(({ formula }) => surface(formula))
  return {
    names: new Set(surfaces.flatMap(({ names }) => [...names])),
    patterns: new Set(surfaces.flatMap(({ patterns }) => [...patterns])),
    closed: surfaces.some(({ closed }) => closed),
  }
}

function surface(formula: Formula): Surface {
  const made = known.get(formula) ?? look(formula)
  known.set(formula, made)
  return made
}

function look(start: Formula): Surface {
  const names = new Set<string>()
  const patterns = new Set<string>()
  let closed = false
  for (const { says } of partsOf(start)) {
    if (says.kind === 'required' || says.kind === 'property') names.add(says.name)
    else if (says.kind === 'named') patterns.add(says.pattern)
    else if (says.kind === 'others' || says.kind === 'names') closed = true
    else if (says.kind === 'values')
      closed ||= says.values.some((value) => typeof value === 'object' && value !== null)
  }
  return { names, patterns, closed }
}

/** All that is said of the value itself, not of its properties and items. */
function partsOf(start: Formula): ReadonlySet<Formula> {
  const reached = new Set([start])
  for (const { says } of reached)
    if (says.kind === 'all' || says.kind === 'any' || says.kind === 'one')
      for (const part of says.parts) reached.add(part)
    else if (says.kind === 'not') reached.add(says.part)
    else if (says.kind === 'reference') reached.add(says.target())
  return reached
}
