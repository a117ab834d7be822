/** One way to satisfy a question for values of one type: what is settled, and which choices are still open. */
import type { Json } from '../../runtime/document.ts'
import { type Choice, exactlyOne, type Ground, otherCounts } from './choice.ts'
import { type About, type Formula, type JsonType, type Statement, subjectOf, typeOf } from './formula.ts'
import { clash, type Literal, says } from './literal.ts'
import { isGiven, isRefuted, type Settled } from './sight.ts'

export interface Claim {
  readonly about: About
  readonly literal: Literal
}

export class Branch {
  readonly type: JsonType
  readonly claims: Claim[]
  readonly excluded: Json[]
  readonly #ground: Ground
  readonly #settled: Settled
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
        this.#choices.push(exactlyOne(statement.parts, literal, this.#ground))
        return
      case 'contains':
        if (this.type !== 'array') this.failed ||= !holds
        else if (holds) this.claims.push({ about: statement, literal })
        else this.#choices.push(otherCounts(statement, literal, this.#ground))
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

  /** Makes the choices that are none any more. */
  propagate(): void {
    for (let changed = true; changed && !this.failed; ) {
      changed = false
      const choices = this.#choices
      this.#choices = []
      for (const choice of choices) {
        const left = choice.filter(
          (literals) => !literals.some((literal) => isRefuted(literal, this.#settled, this.type)),
        )
        if (left.some((literals) => literals.every((literal) => isGiven(literal, this.#settled, this.type))))
          continue
        if (left.length === 0) this.failed = true
        if (left.length > 1) this.#choices.push(left)
        for (const literal of left.length === 1 ? (left[0] ?? []) : []) {
          changed = true
          this.add(literal)
        }
      }
    }
  }

  /** How much work it is to take a step further. */
  get size(): number {
    return this.#settled.size + this.#choices.length
  }

  get isDecided(): boolean {
    return this.#choices.length === 0
  }

  /**
   * Takes out the choice to make next: one that matters, of what is to be rather than of what is not to be.
   * @param isMade whether a choice is made well already by a value at hand
   */
  next(isMade: (choice: Choice) => boolean): Choice | undefined {
    if (this.#choices.length > 1) this.#choices = this.#choices.filter((choice) => !this.#isIdle(choice))
    const rank = (choice: Choice) => (choice.some(([literal]) => literal?.holds) ? 0 : 1_000) + choice.length
    this.#choices.sort((a, b) => rank(a) - rank(b))
    const index = this.#choices.findIndex((choice) => !isMade(choice))
    return this.#choices.splice(Math.max(0, index), 1)[0]
  }

  /** A choice that only denies something which what is settled denies already. */
  #isIdle(choice: Choice): boolean {
    const settled = [...this.#settled.values()]
    const parts = choice.flatMap(([literal, ...more]) =>
      literal && !literal.holds && !more.length ? [literal.formula] : [],
    )
    if (parts.length < choice.length) return false
    const whole = settled.find(
      ({ formula, holds }) => !holds && parts.every((part) => isPart(part, formula)),
    )?.formula
    if (!whole) return false
    return settled.some(
      ({ formula, holds }) => holds && isPlain(formula) && this.#ground.apart(formula, whole),
    )
  }
}

const isPart = (part: Formula, { says: whole }: Formula) => whole.kind === 'all' && whole.parts.includes(part)

/** Several claims at once, without a choice or a denial that could be the one in question. */
function isPlain({ says: statement }: Formula): boolean {
  if (statement.kind === 'reference') return isPlain(statement.target())
  return statement.kind === 'all' && statement.parts.every(({ says: { kind } }) => !choosing.has(kind))
}

const choosing = new Set(['any', 'one', 'not', 'reference'])
