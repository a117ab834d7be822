/** One way to satisfy a question for values of one type: what is settled, and which choices are still open. */
import type { Json } from '../../runtime/document.ts'
import {
  type About,
  type AboutArray,
  type Formula,
  type JsonType,
  type Statement,
  subjectOf,
  typeOf,
} from './formula.ts'
import type { Formulas } from './formulas.ts'
import { clash, type Literal, opposite, says } from './literal.ts'

export interface Claim {
  readonly about: About
  readonly literal: Literal
}

/** At least one of these has to hold; each is several literals at once. */
export type Choice = readonly (readonly Literal[])[]

export interface Ground {
  readonly formulas: Formulas
  /** Tells of two formulas that no value satisfies both. */
  apart(a: Formula, b: Formula): boolean
}

export class Branch {
  readonly type: JsonType
  readonly claims: Claim[]
  readonly excluded: Json[]
  readonly #ground: Ground
  readonly #settled: Map<Formula, Literal>
  #choices: Choice[]
  /** The only values left, when they are listed. */
  listed: readonly Json[] | undefined
  failed = false

  constructor(type: JsonType, ground: Ground, from?: Branch) {
    this.type = type
    this.#ground = ground
    this.claims = [...(from?.claims ?? [])]
    this.excluded = [...(from?.excluded ?? [])]
    this.#settled = new Map(from ? from.#settled : [])
    this.#choices = [...(from ? from.#choices : [])]
    this.listed = from?.listed
  }

  with(literals: readonly Literal[]): Branch {
    const branch = new Branch(this.type, this.#ground, this)
    for (const literal of literals) branch.add(literal)
    return branch
  }

  get settled(): readonly Literal[] {
    return [...this.#settled.values()]
  }

  /** Takes a literal for granted, with all that follows from it at once. */
  add(literal: Literal): void {
    const known = this.#settled.get(literal.formula)
    if (
      this.failed ||
      (known && !clash(known, literal) && (known.by === 'sender' || literal.by === 'receiver'))
    )
      return
    if (known && clash(known, literal)) {
      this.failed = true
      return
    }
    this.#settled.set(literal.formula, literal)
    this.#take(literal, literal.formula.says)
  }

  #take(literal: Literal, statement: Statement): void {
    const { holds, by } = literal
    switch (statement.kind) {
      case 'always':
      case 'never':
        if ((statement.kind === 'always') !== holds) this.failed = true
        return
      case 'not':
        this.add(says(statement.part, by, !holds))
        return
      case 'reference':
        this.add(says(statement.target(), by, holds))
        return
      case 'types':
        if (statement.types.has(this.type) !== holds) this.failed = true
        return
      case 'values':
        this.#list(statement.values, holds)
        return
      case 'opaque':
        return
      case 'all':
      case 'any': {
        const parts = statement.parts.map((part) => says(part, by, holds))
        if ((statement.kind === 'all') === holds) for (const part of parts) this.add(part)
        else this.#choices.push(parts.map((part) => [part]))
        return
      }
      case 'one':
        this.#choices.push(this.#exactlyOne(statement.parts, literal))
        return
      case 'contains':
        if (this.type !== 'array') this.failed ||= !holds
        else if (holds) this.claims.push({ about: statement, literal })
        else this.#choices.push(this.#otherCounts(statement, literal))
        return
      default:
        if (subjectOf(statement) === this.type) this.claims.push({ about: statement, literal })
        else if (!holds) this.failed = true
    }
  }

  #list(values: readonly Json[], holds: boolean): void {
    const own = values.filter((value) => typeOf(value) === this.type)
    if (!holds) this.excluded.push(...own)
    else {
      if (own.length === 0) this.failed = true
      if (!this.listed || own.length < this.listed.length) this.listed = own
    }
  }

  /** Not to contain so many is to contain fewer or more. */
  #otherCounts({ schema, min, max }: AboutArray & { readonly kind: 'contains' }, { by }: Literal): Choice {
    const counts = [
      [0, min - 1],
      [max + 1, Infinity],
    ] as const
    return counts
      .filter(([from, to]) => to >= 0 && from < Infinity)
      .map(([from, to]) => [
        says(this.#ground.formulas.about({ kind: 'contains', schema, min: from, max: to }), by),
      ])
  }

  /** Alternatives that exclude each other anyway need not be excluded one by one. */
  #exactlyOne(parts: readonly Formula[], { holds, by }: Literal): Choice {
    if (holds)
      return parts.map((part) => [
        says(part, by),
        ...parts
          .filter((other) => other !== part && !this.#ground.apart(part, other))
          .map((other) => says(other, by, false)),
      ])
    const pairs = parts.flatMap((part, index) =>
      parts
        .slice(index + 1)
        .flatMap((other) => (this.#ground.apart(part, other) ? [] : [[says(part, by), says(other, by)]])),
    )
    return [parts.map((part) => says(part, by, false)), ...pairs]
  }

  /** The next choice to make, after all choices that are none any more are made. */
  next(): Choice | undefined {
    for (let changed = true; changed && !this.failed; ) {
      changed = false
      const open: Choice[] = []
      const choices = this.#choices
      this.#choices = []
      for (const choice of choices) {
        const left = choice.filter((literals) => !literals.some((literal) => this.#isRefuted(literal)))
        if (left.some((literals) => literals.every((literal) => this.#isGiven(literal)))) continue
        if (left.length === 0) this.failed = true
        if (left.length === 1) {
          changed = true
          for (const literal of left[0] ?? []) this.add(literal)
        } else open.push(left)
      }
      this.#choices.push(...open)
    }
    if (this.failed) return undefined
    if (this.#choices.length > 1) this.#choices = this.#choices.filter((choice) => !this.#isIdle(choice))
    this.#choices.sort((a, b) => a.length - b.length)
    return this.#choices.shift()
  }

  #isGiven(literal: Literal): boolean {
    const known = this.#settled.get(literal.formula)
    if (known) return known.holds === literal.holds
    const { says: statement } = literal.formula
    if (statement.kind === 'types') return statement.types.has(this.type) === literal.holds
    if (statement.kind === 'not') return this.#isGiven(says(statement.part, literal.by, !literal.holds))
    const subject = subjectOf(statement)
    return subject !== undefined && subject !== this.type && literal.holds
  }

  #isRefuted(literal: Literal): boolean {
    if (this.#isGiven(opposite(literal))) return true
    const { says: statement } = literal.formula
    if (statement.kind === 'reference')
      return this.#isRefuted(says(statement.target(), literal.by, literal.holds))
    if (statement.kind === 'values' && literal.holds)
      return !statement.values.some((value) => typeOf(value) === this.type)
    if (statement.kind === 'all' && literal.holds)
      return statement.parts.some(
        (part) => part.says.kind !== 'all' && this.#isRefuted(says(part, literal.by)),
      )
    if (statement.kind === 'any' && !literal.holds)
      return statement.parts.some(
        (part) => part.says.kind !== 'any' && this.#isRefuted(says(part, literal.by, false)),
      )
    return false
  }

  /** A choice that only denies something which what is settled denies already. */
  #isIdle(choice: Choice): boolean {
    const denied = choice.map((literals) => (literals.length === 1 ? literals[0] : undefined))
    if (denied.some((literal) => !literal || literal.holds)) return false
    const whole = this.settled.find(
      ({ formula, holds }) =>
        !holds &&
        formula.says.kind === 'all' &&
        denied.every(
          (literal) => literal && formula.says.kind === 'all' && formula.says.parts.includes(literal.formula),
        ),
    )
    if (!whole) return false
    return this.settled.some(
      ({ formula, holds }) => holds && isWhole(formula) && this.#ground.apart(formula, whole.formula),
    )
  }
}

const isWhole = ({ says: { kind } }: Formula) => kind === 'all' || kind === 'reference'
