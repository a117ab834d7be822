/** What is said of an object as a whole: which properties it must have, must not have, and how many. */

import type { Json } from '../../runtime/document.ts'
import { accepts, isOther, matches } from './accepts.ts'
import type { AboutObject, Formula } from './formula.ts'
import type { Formulas } from './formulas.ts'
import { type Literal, says } from './literal.ts'

export interface ObjectClaim {
  readonly about: AboutObject
  readonly literal: Literal
}

/** Names that stay outside: those only readers know, in objects open on both sides. */
export interface Unsent {
  readonly names: ReadonlySet<string>
  readonly patterns: ReadonlySet<string>
}

export interface ObjectQuestion {
  readonly claims: readonly ObjectClaim[]
  readonly unsent: Unsent
  readonly excluded: readonly Json[]
}

/** Some property there has to be, of which only this is known. */
export interface Wish {
  readonly name: (name: string) => boolean | undefined
  readonly nameLiterals: readonly Literal[]
  readonly value: readonly Literal[]
}

export interface Outline {
  readonly required: Set<string>
  readonly absent: Set<string>
  /** Names that are spoken of. */
  readonly listed: Set<string>
  readonly patterns: Set<string>
  readonly wishes: Wish[]
  min: number
  max: number
}

export function outlineOf({ claims, unsent }: ObjectQuestion, formulas: Formulas): Outline {
  const outline: Outline = {
    required: new Set(),
    absent: new Set(unsent.names),
    listed: new Set(),
    patterns: new Set(unsent.patterns),
    wishes: [],
    min: 0,
    max: Infinity,
  }
  for (const claim of claims) note(outline, claim, formulas)
  for (const name of [...outline.required, ...outline.absent]) outline.listed.add(name)
  return outline
}

function note(outline: Outline, { about, literal }: ObjectClaim, formulas: Formulas): void {
  const { holds, by } = literal
  const denied = (schema: Formula) => [says(schema, by, false)]
  switch (about.kind) {
    case 'properties':
      if (holds)
        [outline.min, outline.max] = [Math.max(outline.min, about.min), Math.min(outline.max, about.max)]
      else if (about.max < Infinity) outline.min = Math.max(outline.min, about.max + 1)
      else outline.max = Math.min(outline.max, about.min - 1)
      break
    case 'required':
      ;(holds ? outline.required : outline.absent).add(about.name)
      break
    case 'property':
      outline.listed.add(about.name)
      if (!holds) outline.required.add(about.name)
      break
    case 'named':
      outline.patterns.add(about.pattern)
      if (!holds)
        outline.wishes.push({
          name: (name) => matches(about.pattern, name),
          nameLiterals: [says(formulas.about({ kind: 'pattern', source: about.pattern }), by)],
          value: denied(about.schema),
        })
      break
    case 'others':
      for (const name of about.known.names) outline.listed.add(name)
      for (const pattern of about.known.patterns) outline.patterns.add(pattern)
      if (!holds)
        outline.wishes.push({
          name: (name) => isOther(about.known, name),
          nameLiterals: [],
          value: denied(about.schema),
        })
      break
    case 'names':
      if (!holds)
        outline.wishes.push({
          name: (name) => !accepts(about.schema, name),
          nameLiterals: denied(about.schema),
          value: [],
        })
  }
}
