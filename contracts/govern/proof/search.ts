/**
 * Looks for a value that satisfies some formulas and fails others. When there is none, that is a proof; a value that is
 * found is a candidate, because what is not understood counts for nothing here.
 */
import type { Json } from '../../runtime/document.ts'
import { accepts } from './accepts.ts'
import { Branch } from './branch.ts'
import type { Choice, Ground } from './choice.ts'
import { type ArrayClaim, findArray } from './find-array.ts'
import { findNumber } from './find-number.ts'
import { findObject } from './find-object.ts'
import { findString } from './find-string.ts'
import type { AboutNumber, AboutString, Formula } from './formula.ts'
import { type JsonType, jsonTypes } from './formula.ts'
import type { Formulas } from './formulas.ts'
import { keyOf, type Literal, says } from './literal.ts'
import { type Budget, found, Gathered, none, type Outcome, unclear } from './outcome.ts'
import type { ObjectClaim, Unsent } from './outline.ts'
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
  readonly #apart = new Map<Formula, Map<Formula, boolean>>()
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
    const known = this.#apart.get(a)?.get(b)
    if (known !== undefined) return known
    const outcome = a === b ? undefined : this.find([says(a, 'sender'), says(b, 'sender')])
    const answer = outcome?.kind === 'none' && outcome.under === Infinity
    // Without an answer for good it is asked again.
    if (outcome?.kind === 'none' && !answer) return false
    const row = this.#apart.get(a) ?? new Map<Formula, boolean>()
    this.#apart.set(a, row.set(b, answer))
    return answer
  }

  #ofAnyType(literals: readonly Literal[]): Outcome {
    const gathered = new Gathered()
    for (const type of possibleTypes(literals)) {
      const branch = new Branch(type, this.#ground).with(literals)
      const outcome = this.#explore(branch, literals)
      if (gathered.add(outcome)) return outcome
    }
    return gathered.outcome()
  }

  /**
   * Settles one choice after the other. What is settled so far is tried at once: no value for that is none for the
   * whole, and the value that is found may be all that is wanted.
   */
  #explore(branch: Branch, literals: readonly Literal[]): Outcome {
    this.#budget.spend(1 + branch.size / 20)
    branch.propagate()
    if (branch.failed) return none()
    if (branch.listed) return this.#among(branch.listed, literals)
    const outcome = this.#settle(branch, literals)
    if (branch.isDecided || outcome.kind === 'none') return outcome
    const value = outcome.kind === 'found' ? outcome.value : undefined
    if (value !== undefined && literals.every((literal) => suits(literal, value) === true)) return outcome
    const isMade = (alternatives: Choice) =>
      value !== undefined &&
      alternatives.some((all) => all.every((literal) => suits(literal, value) === true))
    const choice = branch.next(isMade)
    if (!choice) return this.#settle(branch, literals)
    const gathered = new Gathered()
    for (const alternative of choice) {
      const one = this.#explore(branch.with(alternative), literals)
      if (gathered.add(one)) return one
    }
    return gathered.outcome()
  }

  /** Listed values are tried one by one. */
  #among(values: readonly Json[], literals: readonly Literal[]): Outcome {
    let possible: Json | undefined
    for (const value of values) {
      this.#budget.spend()
      const answers = literals.map((literal) => suits(literal, value))
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

/** Types that are not ruled out at first sight. */
function possibleTypes(literals: readonly Literal[]): readonly JsonType[] {
  const parts = new Set(literals.flatMap(({ formula, holds }) => (holds ? [formula] : [])))
  let types = jsonTypes
  for (const { says: statement } of parts)
    if (statement.kind === 'all') for (const part of statement.parts) parts.add(part)
    else if (statement.kind === 'reference') parts.add(statement.target())
    else if (statement.kind === 'types') types = types.filter((type) => statement.types.has(type))
  return types
}

/** Whether a value is as a literal says. */
function suits({ formula, holds }: Literal, value: Json): boolean | undefined {
  const answer = accepts(formula, value)
  return answer === undefined ? undefined : answer === holds
}

const nothingUnsent: Unsent = { names: new Set(), patterns: new Set() }
