/** Names the places of the reader's schema that a writer may not keep to, each with an example of its own. */
import { type Json, step } from '../../runtime/document.ts'
import { accepts } from './accepts.ts'
import type { Formula } from './formula.ts'
import { none, type Outcome } from './outcome.ts'
import { isNode } from './project.ts'
import type { Proof, SchemaPointer, Verdict } from './proof.ts'
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

/** A place of the schema: how to say of the whole value what is said there of a part of it. */
interface Spot {
  readonly pointer: string
  readonly path: string
  readonly wrap: (formula: Formula) => Formula
  /** Finds the part of a value. */
  readonly part: (value: Json) => readonly Json[]
  /** Pointer of the discriminator this place was made from: nobody wrote it. */
  readonly discriminator: string | undefined
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
      part: (value) => [value],
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
    for (const next of this.#inside(spot, schema, keyword)) {
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

  /** The schemas in a keyword that all have to hold, each of its part of the value. */
  #inside(spot: Spot, schema: Schema, keyword: string): readonly Spot[] {
    const { formulas } = this.#proof
    const value = schema[keyword]
    const into = (
      key: string,
      say: (formula: Formula) => Formula,
      parts: (value: Json) => readonly Json[],
      ...keys: readonly (string | number)[]
    ): Spot => ({
      pointer: step(spot.pointer, keyword, ...keys),
      path: `${spot.path}${key}`,
      wrap: (formula) => spot.wrap(say(formula)),
      part: (whole) => spot.part(whole).flatMap(parts),
      discriminator: spot.discriminator,
    })
    const same = (formula: Formula) => formula
    const itself = (whole: Json) => [whole]
    if (keyword === '$ref' && typeof value === 'string') return [{ ...spot, pointer: value }]
    if (keyword === 'allOf' && Array.isArray(value))
      return value.map((_, index) =>
        this.#proof.receiver.isWritten(step(spot.pointer, keyword, index))
          ? into('', same, itself, index)
          : { ...into('', same, itself, index), discriminator: step(spot.pointer, 'discriminator') },
      )
    if (keyword === 'properties' && isNode(value))
      return Object.keys(value).map((name) =>
        into(
          step('', name),
          (inner) => formulas.about({ kind: 'property', name, schema: inner }),
          (whole) => (isNode(whole) && name in whole ? [whole[name] as Json] : []),
          name,
        ),
      )
    if (keyword === 'items' && isNode(value)) {
      const from = Array.isArray(schema.prefixItems) ? schema.prefixItems.length : 0
      return [
        into(
          '/*',
          (inner) => formulas.about({ kind: 'rest', from, schema: inner }),
          (whole) => (Array.isArray(whole) ? whole.slice(from) : []),
        ),
      ]
    }
    if (keyword === 'prefixItems' && Array.isArray(value))
      return value.map((_, index) =>
        into(
          `/${index}`,
          (inner) => formulas.about({ kind: 'item', index, schema: inner }),
          (whole) => (Array.isArray(whole) ? whole.slice(index, index + 1) : []),
          index,
        ),
      )
    if (keyword === 'additionalProperties' && isNode(value))
      return [
        into(
          '/*',
          (inner) => this.#others(schema, inner),
          (whole) => (isNode(whole) ? (Object.values(whole) as Json[]) : []),
        ),
      ]
    return []
  }

  #others(schema: Schema, inner: Formula): Formula {
    const { says } = this.#proof.receiver.translator.keyword(
      { ...schema, additionalProperties: false },
      'additionalProperties',
    )
    return says.kind === 'others'
      ? this.#proof.formulas.about({ ...says, schema: inner })
      : this.#proof.formulas.never
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
    const meant = this.#meant(spot, branches, example)
    if (meant === undefined || this.#seen.has(meant)) return false
    this.#seen.add(meant)
    const others = branches.filter((pointer) => pointer !== meant).map((pointer) => this.#read(pointer))
    return this.#schema({
      ...spot,
      pointer: meant,
      wrap: (formula) => spot.wrap(formulas.any([formula, ...others])),
    })
  }

  /** The one alternative with the fewest mistakes. */
  #meant(spot: Spot, branches: readonly string[], example: Json): string | undefined {
    const [part] = spot
      .part(example)
      .filter((value) => branches.every((pointer) => accepts(this.#read(pointer), value) === false))
    if (part === undefined) return undefined
    const ranked = branches
      .map((pointer) => ({ pointer, mistakes: mistakes(this.#read(pointer), part) }))
      .filter(({ mistakes: { type } }) => !type)
      .sort((a, b) => a.mistakes.count - b.mistakes.count)
    const [first, second] = ranked
    return first && (!second || first.mistakes.count < second.mistakes.count) ? first.pointer : undefined
  }

  #read = (pointer: string): Formula => this.#proof.receiver.formula(pointer)
}

function mistakes(formula: Formula, value: Json): { readonly count: number; readonly type: boolean } {
  const { says } = formula
  if (says.kind === 'reference') return mistakes(says.target(), value)
  const parts = says.kind === 'all' ? says.parts : [formula]
  const wrong = parts.filter((part) => accepts(part, value) === false)
  return { count: wrong.length, type: wrong.some((part) => part.says.kind === 'types') }
}
