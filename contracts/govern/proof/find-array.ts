/** Finds an array whose items satisfy what is said of each, of some, and of their number. */
import type { Json } from '../../runtime/document.ts'
import { accepts } from './accepts.ts'
import type { AboutArray } from './formula.ts'
import type { Formulas } from './formulas.ts'
import { type Literal, says } from './literal.ts'
import { found, Gathered, none, type Outcome, unclear } from './outcome.ts'
import { equal } from './values.ts'

export interface ArrayClaim {
  readonly about: AboutArray
  readonly literal: Literal
}

/** Something one item at least has to be. */
interface Wish {
  readonly from: number
  readonly literal: Literal
}

export type Find = (literals: readonly Literal[]) => Outcome

const ITEMS_MAX = 1_000
const DISTINCT_MAX = 64
const TRIES_MAX = 300

export function findArray(claims: readonly ArrayClaim[], formulas: Formulas, find: Find): Outcome {
  return new ArraySearch(claims, formulas, find).run()
}

class ArraySearch {
  readonly #formulas: Formulas
  readonly #find: Find
  readonly #claims: readonly ArrayClaim[]
  readonly #wishes: Wish[] = []
  readonly #limited: { readonly item: Literal; readonly max: number }[] = []
  readonly #gathered = new Gathered()
  #min = 0
  #max = Infinity
  /** From here on all items are alike. */
  #tail = 0
  #tries = 0
  #unique = false
  #repeats = false

  constructor(claims: readonly ArrayClaim[], formulas: Formulas, find: Find) {
    this.#claims = claims
    this.#formulas = formulas
    this.#find = find
    for (const claim of claims) this.#note(claim)
  }

  run(): Outcome {
    if (this.#min > this.#max) return none()
    if (this.#min + this.#wishes.length > 0 || this.#repeats) this.#shorten()
    if (this.#min > this.#max) return this.#gathered.outcome()
    if (this.#min > ITEMS_MAX) return unclear('the arrays there are too long')
    const extra = this.#placed()
    if (!extra) return this.#gathered.outcome()
    return this.#filled(extra)
  }

  #note({ about, literal }: ArrayClaim): void {
    const { holds } = literal
    if (about.kind === 'items') {
      if (holds) [this.#min, this.#max] = [Math.max(this.#min, about.min), Math.min(this.#max, about.max)]
      else if (about.max < Infinity) this.#min = Math.max(this.#min, about.max + 1)
      else this.#max = Math.min(this.#max, about.min - 1)
    } else if (about.kind === 'item') {
      this.#tail = Math.max(this.#tail, about.index + 1)
      if (!holds) this.#min = Math.max(this.#min, about.index + 1)
    } else if (about.kind === 'rest') {
      this.#tail = Math.max(this.#tail, about.from)
      if (!holds) this.#wishes.push({ from: about.from, literal: says(about.schema, literal.by, false) })
    } else if (about.kind === 'contains') {
      for (let count = 0; count < Math.min(about.min, ITEMS_MAX); count++)
        this.#wishes.push({ from: 0, literal: says(about.schema, literal.by) })
      if (about.max < Infinity) this.#limited.push({ item: says(about.schema, literal.by), max: about.max })
    } else if (holds) this.#unique = true
    else this.#repeats = true
  }

  /** What is said of the item at an index. */
  #item(index: number): readonly Literal[] {
    return this.#claims.flatMap(({ about, literal }) => {
      if (about.kind === 'item' && about.index === index)
        return [says(about.schema, literal.by, literal.holds)]
      if (about.kind === 'rest' && about.from <= index && literal.holds)
        return [says(about.schema, literal.by)]
      if (about.kind === 'contains' && about.max === 0) return [says(about.schema, literal.by, false)]
      return []
    })
  }

  /** No array reaches beyond an item that cannot be. */
  #shorten(): void {
    const last = Math.min(this.#tail, this.#max - 1)
    for (let index = 0; index <= last; index++) {
      const outcome = this.#find(this.#item(index))
      this.#gathered.add(outcome)
      if (outcome.kind !== 'none') continue
      this.#max = index
      return
    }
  }

  /** What more is wanted of which item, when every wish has one; the same item may do for several. */
  #placed(): Map<number, readonly Literal[]> | undefined {
    const extra = new Map<number, readonly Literal[]>()
    if (!this.#place(0, extra)) return undefined
    return this.#repeats && !this.#twice(extra) ? undefined : extra
  }

  #place(wish: number, extra: Map<number, readonly Literal[]>): boolean {
    const { from, literal } = this.#wishes[wish] ?? {}
    if (from === undefined || literal === undefined) return true
    const end = Math.min(this.#max, Math.max(this.#tail, from) + wish + 1)
    const indexes = Array.from({ length: Math.max(0, end - from) }, (_, index) => from + index)
    const free = indexes.filter((index) => !extra.has(index))
    for (const index of [...free, ...indexes.filter((one) => extra.has(one))]) {
      if (++this.#tries > TRIES_MAX) {
        this.#gathered.doubt('there are too many ways to arrange the items')
        return false
      }
      const before = extra.get(index)
      if (!this.#gathered.add(this.#find([...this.#item(index), ...(before ?? []), literal]))) continue
      extra.set(index, [...(before ?? []), literal])
      if (this.#place(wish + 1, extra)) return true
      if (before) extra.set(index, before)
      else extra.delete(index)
    }
    return false
  }

  #twice(extra: Map<number, readonly Literal[]>): boolean {
    if (extra.size > 0) this.#gathered.doubt('items may have to be repeated and different')
    const end = Math.min(this.#max, this.#tail + 2)
    for (let a = 0; a < end; a++)
      for (let b = a + 1; b < end; b++) {
        const both = [...this.#item(a), ...this.#item(b)]
        const outcome = this.#find(both)
        if (!this.#gathered.add(outcome) || outcome.kind !== 'found') continue
        const same = says(this.#formulas.values([outcome.value]), 'sender')
        for (const index of [a, b]) extra.set(index, [...(extra.get(index) ?? []), same])
        return true
      }
    return false
  }

  #filled(extra: Map<number, readonly Literal[]>): Outcome {
    const length = Math.max(this.#min, ...[...extra.keys()].map((index) => index + 1))
    const items: Json[] = []
    if (this.#unique && length > DISTINCT_MAX) return unclear('too many items have to differ')
    for (let index = 0; index < length; index++) {
      const said = [...this.#item(index), ...(extra.get(index) ?? [])]
      const spared = extra.has(index) ? [] : this.#limited.map(({ item }) => ({ ...item, holds: false }))
      const outcome = this.#different([...said, ...spared], items) ?? this.#different(said, items)
      if (outcome?.kind !== 'found') {
        if (extra.size > 0 || spared.length > 0 || (this.#unique && !this.#allAlike()))
          this.#gathered.doubt('the items there depend on each other')
        return this.#gathered.outcome()
      }
      items.push(outcome.value)
    }
    return this.#keepsCounts(items) ? found(items) : unclear('the items there depend on each other')
  }

  #keepsCounts(items: readonly Json[]): boolean {
    return this.#claims.every(({ literal }) => accepts(literal.formula, items) !== !literal.holds)
  }

  /** `undefined` when there is none. */
  #different(literals: readonly Literal[], items: readonly Json[]): Outcome | undefined {
    const first = this.#find(literals)
    this.#gathered.add(first)
    if (first.kind !== 'found' || !this.#unique || !items.some((item) => equal(item, first.value)))
      return first.kind === 'found' ? first : undefined
    const other = this.#find([...literals, says(this.#formulas.values(items), 'sender', false)])
    this.#gathered.add(other)
    return other.kind === 'found' ? other : undefined
  }

  #allAlike(): boolean {
    return this.#tail === 0
  }
}
