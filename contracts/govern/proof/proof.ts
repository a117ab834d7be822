/**
 * The question of compatibility for one direction of flow: does the reader accept everything the writer may send?
 * Yes is a proof; no comes with a value, and ajv agrees that the writer's schema has it and the reader's has not.
 */
import { at, type Json } from '../../runtime/document.ts'
import type { Formula } from './formula.ts'
import { Formulas } from './formulas.ts'
import { type Literal, says } from './literal.ts'
import { Budget, BudgetSpent, type Outcome, unclear } from './outcome.ts'
import { partition } from './partition.ts'
import { type Direction, project, type Source } from './project.ts'
import { Recheck } from './recheck.ts'
import { type ContentModel, Search } from './search.ts'
import { Translator } from './translate.ts'

export type Verdict =
  | { readonly kind: 'holds' }
  | { readonly kind: 'fails'; readonly witness: Json }
  | { readonly kind: 'unproved'; readonly why: string }

/** A schema of a document by its pointer; `undefined` where there is none, and anything goes. */
export type SchemaPointer = string | undefined

export interface Limits {
  /** Steps for all questions together, about 10 µs each. */
  readonly steps: number
  /** For whether something breaks, and as much again for what it is. */
  readonly stepsEach: number
}

export const usualLimits: Limits = { steps: 1_500_000, stepsEach: 100_000 }

/** One of the two documents as one direction sees it. */
export class Side {
  readonly translator: Translator
  readonly root: unknown
  readonly #source: Source
  readonly #formulas = new Map<string, Formula>()
  #recheck: Recheck | undefined

  constructor(translator: Translator, root: unknown, source: Source) {
    this.translator = translator
    this.#source = source
    this.root = root
  }

  formula(pointer: SchemaPointer): Formula {
    if (pointer === undefined) return this.translator.formulas.always
    const known = this.#formulas.get(pointer) ?? this.translator.read(this.translator.at(pointer))
    this.#formulas.set(pointer, known)
    return known
  }

  /** Whether something stands at a place of the document as it was written. */
  isWritten(pointer: string): boolean {
    return at(this.#source.root as never, pointer) !== undefined
  }

  accepts(pointer: SchemaPointer, value: Json): boolean | undefined {
    this.#recheck ??= new Recheck(this.root)
    return pointer === undefined ? true : this.#recheck.accepts(pointer, value)
  }
}

export class Proof {
  readonly formulas = new Formulas()
  readonly sender: Side
  readonly receiver: Side
  readonly #search: Search
  readonly #budget: Budget
  readonly #stepsEach: number

  constructor(
    direction: Direction,
    documents: { readonly sender: Source; readonly receiver: Source },
    { steps, stepsEach }: Limits,
    model: ContentModel,
  ) {
    const roots = [
      project(documents.sender, direction, 'sender'),
      project(documents.receiver, direction, 'receiver'),
    ] as const
    const [sender, receiver] = partition(roots).map((classOf, index) => {
      const root = roots[index]
      const source = index === 0 ? documents.sender : documents.receiver
      return new Side(new Translator(this.formulas, root, classOf), root, source)
    })
    this.sender = sender as Side
    this.receiver = receiver as Side
    this.#budget = new Budget(steps)
    this.#stepsEach = stepsEach
    this.#search = new Search(this.formulas, this.#budget, model)
  }

  /** Looks for a value that the writer may send although this does not hold of it. */
  counterexample(sent: Formula, expected: Formula): Outcome {
    if (sent === expected || expected === this.formulas.always) return { kind: 'none', under: Infinity }
    return this.find([says(sent, 'sender'), says(expected, 'receiver', false)])
  }

  /** Lets several questions share what one is allowed. */
  together(ask: () => void): void {
    this.#budget.within(this.#stepsEach, ask)
  }

  get isSpent(): boolean {
    return this.#budget.left <= 0
  }

  /** A value all of these allow. */
  find(literals: readonly Literal[]): Outcome {
    try {
      return this.#budget.within(this.#stepsEach, () => this.#search.find(literals))
    } catch (error) {
      if (error instanceof BudgetSpent) return unclear(error.message)
      if (error instanceof RangeError) return unclear('the schemas are nested too deeply')
      throw error
    }
  }

  /** What an outcome is worth once ajv has seen it. */
  verdict(outcome: Outcome, sent: SchemaPointer, expected: SchemaPointer): Verdict {
    if (outcome.kind === 'none') return { kind: 'holds' }
    if (outcome.kind === 'unclear') return { kind: 'unproved', why: outcome.why }
    const { value } = outcome
    return this.sender.accepts(sent, value) === true && this.receiver.accepts(expected, value) === false
      ? { kind: 'fails', witness: value }
      : { kind: 'unproved', why: 'an example was found that a validator does not confirm' }
  }
}
