/** Names the places of the reader's schema that a writer may not keep to, each with an example of its own. */
import { type Json, step } from '../../runtime/document.ts'
import { meantOf } from './alternative.ts'
import type { Formula } from './formula.ts'
import { none, type Outcome } from './outcome.ts'
import { isNode } from './project.ts'
import type { Proof, SchemaPointer, Verdict } from './proof.ts'
import { type Spot, spotsInside } from './spot.ts'
import type { Schema } from './translate.ts'

export interface Break {
  /** In the reader's document. */
  readonly pointer: string
  readonly keyword: string
  /** The name of the property when the keyword is `required`. */
  readonly name: string | undefined
  /** Where in the value, as `/lines/0/quantity`, with `*` for any item. */
  readonly path: string
  readonly verdict: Exclude<Verdict, { kind: 'holds' }>
}

const BREAKS_MAX = 40

/**
 * @param also what the reader accepts beside its schema
 * @returns nothing when the reader provably accepts all that may be sent
 */
export function explain(
  proof: Proof,
  sent: SchemaPointer,
  expected: SchemaPointer,
  also: Formula,
): readonly Break[] {
  return new Explanation(proof, sent, expected, also).breaks()
}

class Explanation {
  readonly #proof: Proof
  readonly #sent: SchemaPointer
  readonly #expected: SchemaPointer
  readonly #also: Formula
  readonly #breaks: Break[] = []
  /** Referenced schemas are explained once, wherever else they are met. */
  readonly #seen = new Set<string>()

  constructor(proof: Proof, sent: SchemaPointer, expected: SchemaPointer, also: Formula) {
    this.#proof = proof
    this.#sent = sent
    this.#expected = expected
    this.#also = also
  }

  breaks(): readonly Break[] {
    if (this.#expected === undefined) return []
    const { formulas } = this.#proof
    const spot: Spot = {
      pointer: this.#expected,
      path: '',
      wrap: (formula) => formulas.any([formula, this.#also]),
      parts: (value) => [value],
      discriminator: undefined,
    }
    const whole = this.#ask(spot, this.#proof.receiver.formula(this.#expected))
    if (whole.kind === 'none') return []
    this.#proof.together(() => this.#schema(spot))
    if (this.#breaks.length === 0) this.#report(spot, 'schema', undefined, whole)
    return this.#breaks
  }

  /** Places are not looked at any more once too much was asked. */
  #ask({ wrap }: Spot, formula: Formula): Outcome {
    if (this.#proof.isSpent) return none()
    return this.#proof.counterexample(this.#proof.sender.formula(this.#sent), wrap(formula))
  }

  #report(spot: Spot, keyword: string, name: string | undefined, outcome: Outcome): void {
    const verdict = this.#proof.verdict(outcome, this.#sent, this.#expected)
    if (verdict.kind === 'holds' || this.#breaks.length >= BREAKS_MAX) return
    this.#breaks.push({
      pointer: spot.discriminator ?? (keyword === 'schema' ? spot.pointer : step(spot.pointer, keyword)),
      keyword: spot.discriminator ? 'discriminator' : keyword,
      name,
      path: spot.path,
      verdict,
    })
  }

  /** @returns whether the break is accounted for: reported, or a repetition of one that is reported further out */
  #schema(spot: Spot): boolean {
    const schema = this.#proof.receiver.translator.at(spot.pointer)
    if (!isNode(schema)) {
      this.#report(spot, 'schema', undefined, this.#ask(spot, this.#read(spot.pointer)))
      return true
    }
    return Object.keys(schema)
      .map((keyword) => this.#breaks.length < BREAKS_MAX && this.#keyword(spot, schema, keyword))
      .includes(true)
  }

  #keyword(spot: Spot, schema: Schema, keyword: string): boolean {
    const outcome = this.#ask(spot, this.#proof.receiver.translator.keyword(schema, keyword))
    if (outcome.kind === 'none') return false
    if (keyword === '$ref' && this.#seen.has(String(schema.$ref))) return true
    if (keyword === '$ref') this.#seen.add(String(schema.$ref))
    let isAccounted = false
    for (const next of spotsInside(this.#proof, spot, schema, keyword)) {
      if (this.#breaks.length >= BREAKS_MAX) return true
      if (this.#ask(next, this.#read(next.pointer)).kind !== 'none' && this.#schema(next)) isAccounted = true
    }
    isAccounted ||=
      (keyword === 'required' && this.#required(spot, schema)) ||
      ((keyword === 'anyOf' || keyword === 'oneOf') &&
        outcome.kind === 'found' &&
        this.#alternative(spot, schema, keyword, outcome.value))
    if (!isAccounted) this.#report(spot, keyword, undefined, outcome)
    return true
  }

  #required(spot: Spot, { required }: Schema): boolean {
    const names = Array.isArray(required) ? required.map(String) : []
    const before = this.#breaks.length
    for (const name of names) {
      const formula = this.#proof.formulas.about({ kind: 'required', name })
      this.#report(spot, 'required', name, this.#ask(spot, formula))
    }
    return this.#breaks.length > before
  }

  /** Looks into the alternative the example was most likely meant for. */
  #alternative(spot: Spot, schema: Schema, keyword: 'anyOf' | 'oneOf', example: Json): boolean {
    const { formulas } = this.#proof
    const branches = (schema[keyword] as readonly unknown[]).map((_, index) =>
      step(spot.pointer, keyword, index),
    )
    if (keyword === 'oneOf') {
      const some = formulas.any(branches.map((pointer) => this.#read(pointer)))
      if (this.#ask(spot, some).kind === 'none') return false
    }
    const meant = meantOf(
      branches.map((pointer) => ({ pointer, formula: this.#read(pointer) })),
      spot.parts(example),
    )
    if (meant === undefined || this.#seen.has(meant)) return false
    this.#seen.add(meant)
    const others = branches.filter((pointer) => pointer !== meant).map((pointer) => this.#read(pointer))
    return this.#schema({
      ...spot,
      pointer: meant,
      wrap: (formula) => spot.wrap(formulas.any([formula, ...others])),
    })
  }

  #read = (pointer: string): Formula => this.#proof.receiver.formula(pointer)
}
