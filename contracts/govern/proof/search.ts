/**
 * Looks for a value that satisfies some formulas and fails others. When there is none, that is a proof; a value that is
 * found is a candidate, because what is not understood counts for nothing here.
 */
import type { Json } from '../../runtime/document.ts'
import { accepts } from './accepts.ts'
import { Branch, type Ground } from './branch.ts'
import { type ArrayClaim, findArray } from './find-array.ts'
import { findNumber } from './find-number.ts'
import { findObject, type ObjectClaim, type Unsent } from './find-object.ts'
import { findString } from './find-string.ts'
import type { AboutNumber, AboutString, Formula } from './formula.ts'
import { jsonTypes } from './formula.ts'
import type { Formulas } from './formulas.ts'
import { keyOf, type Literal, says } from './literal.ts'
import { type Budget, found, Gathered, none, type Outcome, unclear } from './outcome.ts'
import { surfaceOf } from './surface.ts'

/** Whether names nobody declared count: `lenient` readers ignore them in open objects, `strict` ones do not. */
export type ContentModel = 'lenient' | 'strict'

const DEPTH_MAX = 120

export class Search {
  readonly #formulas: Formulas
  readonly #ground: Ground
  readonly #budget: Budget
  readonly #model: ContentModel
  readonly #known = new Map<string, Outcome>()
  /** Depth of each unfinished search. */
  readonly #open = new Map<string, number>()

  constructor(formulas: Formulas, budget: Budget, model: ContentModel) {
    this.#formulas = formulas
    this.#ground = { formulas, apart: (a, b) => this.#areApart(a, b) }
    this.#budget = budget
    this.#model = model
  }

  readonly find = (literals: readonly Literal[]): Outcome => {
    const key = keyOf(literals)
    const known = this.#known.get(key)
    if (known) return known
    const open = this.#open.get(key)
    if (open !== undefined) return none(open)
    const depth = this.#open.size
    if (depth > DEPTH_MAX) return unclear('the schemas are nested too deeply')
    this.#budget.spend()
    this.#open.set(key, depth)
    try {
      const outcome = this.#ofAnyType(literals)
      const isFinal = outcome.kind !== 'none' || outcome.under >= depth
      const settled = outcome.kind === 'none' && isFinal ? none() : outcome
      if (isFinal) this.#known.set(key, settled)
      return settled
    } finally {
      this.#open.delete(key)
    }
  }

  #areApart(a: Formula, b: Formula): boolean {
    if (a === b) return false
    const outcome = this.find([says(a, 'sender'), says(b, 'sender')])
    return outcome.kind === 'none' && outcome.under === Infinity
  }

  #ofAnyType(literals: readonly Literal[]): Outcome {
    const gathered = new Gathered()
    for (const type of jsonTypes) {
      const branch = new Branch(type, this.#ground).with(literals)
      const outcome = this.#explore(branch, literals)
      if (gathered.add(outcome)) return outcome
    }
    return gathered.outcome()
  }

  #explore(branch: Branch, literals: readonly Literal[]): Outcome {
    this.#budget.spend()
    if (branch.failed) return none()
    if (branch.listed) return this.#among(branch.listed, literals)
    const choice = branch.next()
    if (branch.failed) return none()
    if (branch.listed) return this.#among(branch.listed, literals)
    if (!choice) return this.#settle(branch, literals)
    const gathered = new Gathered()
    for (const alternative of choice) {
      const outcome = this.#explore(branch.with(alternative), literals)
      if (gathered.add(outcome)) return outcome
    }
    return gathered.outcome()
  }

  /** Listed values are tried one by one. */
  #among(values: readonly Json[], literals: readonly Literal[]): Outcome {
    let possible: Json | undefined
    for (const value of values) {
      this.#budget.spend()
      const answers = literals.map(({ formula, holds }) => {
        const answer = accepts(formula, value)
        return answer === undefined ? undefined : answer === holds
      })
      if (answers.every((answer) => answer === true)) return found(value)
      if (!answers.includes(false)) possible ??= value
    }
    return possible === undefined ? none() : found(possible)
  }

  #settle(branch: Branch, literals: readonly Literal[]): Outcome {
    const { claims, excluded } = branch
    const chosen = <About>(holds: boolean) =>
      claims.filter(({ literal }) => literal.holds === holds).map(({ about }) => about as About)
    switch (branch.type) {
      case 'null':
        return excluded.length ? none() : found(null)
      case 'boolean':
        return this.#firstLeft([true, false], excluded)
      case 'number':
        return findNumber({
          holds: chosen<AboutNumber>(true),
          fails: chosen<AboutNumber>(false),
          excluded: excluded as number[],
        })
      case 'string':
        return findString(
          {
            holds: chosen<AboutString>(true),
            fails: chosen<AboutString>(false),
            excluded: excluded as string[],
          },
          this.#budget.spend,
        )
      case 'array': {
        const outcome = findArray(claims as ArrayClaim[], this.#formulas, this.find)
        const isExcluded =
          outcome.kind === 'found' &&
          excluded.some((value) => JSON.stringify(value) === JSON.stringify(outcome.value))
        return isExcluded ? unclear('the arrays there are too few') : outcome
      }
      case 'object':
        return findObject(
          { claims: claims as ObjectClaim[], excluded, unsent: this.#unsent(literals) },
          this.#formulas,
          this.find,
        )
    }
  }

  #firstLeft(values: readonly boolean[], excluded: readonly Json[]): Outcome {
    const left = values.find((value) => !excluded.includes(value))
    return left === undefined ? none() : found(left)
  }

  /** In an object that is open on both sides nobody sends what only the reader knows. */
  #unsent(literals: readonly Literal[]): Unsent {
    const readers = literals.filter(({ by }) => by === 'receiver')
    if (this.#model === 'strict' || readers.length === 0) return nothingUnsent
    const sent = surfaceOf(literals.filter(({ by }) => by === 'sender'))
    const read = surfaceOf(readers)
    if (sent.closed || read.closed) return nothingUnsent
    return { names: without(read.names, sent.names), patterns: without(read.patterns, sent.patterns) }
  }
}

const without = (all: ReadonlySet<string>, some: ReadonlySet<string>) =>
  new Set([...all].filter((one) => !some.has(one)))

const nothingUnsent: Unsent = { names: new Set(), patterns: new Set() }
