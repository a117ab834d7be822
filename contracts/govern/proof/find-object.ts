/** Finds an object whose properties satisfy what is said of each, of their names and of their number. */
import type { Json } from '../../runtime/document.ts'
import { accepts, isOther, matches } from './accepts.ts'
import type { Find } from './find-array.ts'
import type { AboutObject, Formula } from './formula.ts'
import type { Formulas } from './formulas.ts'
import { type Literal, says } from './literal.ts'
import { found, Gathered, none, type Outcome, unclear } from './outcome.ts'
import { equal } from './values.ts'

export interface ObjectClaim {
  readonly about: AboutObject
  readonly literal: Literal
}

/** Names that stay outside: those only readers know, in objects open on both sides. */
export interface Unsent {
  readonly names: ReadonlySet<string>
  readonly patterns: ReadonlySet<string>
}

/** Some property there has to be, of which only this is known. */
interface Wish {
  readonly name: (name: string) => boolean | undefined
  readonly nameLiterals: readonly Literal[]
  readonly value: readonly Literal[]
}

const PROPERTIES_MAX = 200
const PATTERNS_MAX = 6
const TRIES_MAX = 300

export interface ObjectQuestion {
  readonly claims: readonly ObjectClaim[]
  readonly unsent: Unsent
  readonly excluded: readonly Json[]
}

export function findObject(question: ObjectQuestion, formulas: Formulas, find: Find): Outcome {
  return new ObjectSearch(question, formulas, find).run()
}

class ObjectSearch {
  readonly #question: ObjectQuestion
  readonly #formulas: Formulas
  readonly #find: Find
  readonly #gathered = new Gathered()
  readonly #required = new Set<string>()
  readonly #absent = new Set<string>()
  readonly #listed = new Set<string>()
  readonly #patterns = new Set<string>()
  readonly #wishes: Wish[] = []
  /** What the properties found so far have to be beyond what is said of their names. */
  readonly #extra = new Map<string, readonly Literal[]>()
  readonly #values = new Map<string, Json>()
  #tries = 0
  #min = 0
  #max = Infinity

  constructor(question: ObjectQuestion, formulas: Formulas, find: Find) {
    this.#question = question
    this.#formulas = formulas
    this.#find = find
    for (const name of question.unsent.names) this.#absent.add(name)
    for (const pattern of question.unsent.patterns) this.#patterns.add(pattern)
    for (const claim of question.claims) this.#note(claim)
    for (const name of [...this.#required, ...this.#absent]) this.#listed.add(name)
  }

  run(): Outcome {
    if (this.#min > this.#max || this.#required.size > this.#max) return none()
    if ([...this.#required].some((name) => this.#absent.has(name))) return none()
    for (const name of this.#inOrder(this.#required)) {
      if (!this.#gathered.add(this.#property(name, []))) return this.#gathered.outcome()
    }
    if (!this.#grant(0)) return this.#gathered.outcome()
    while (this.#values.size < this.#min) if (!this.#another()) return this.#gathered.outcome()
    return this.#unlikeExcluded()
  }

  #note({ about, literal }: ObjectClaim): void {
    const { holds, by } = literal
    const denied = (schema: Formula) => [says(schema, by, false)]
    switch (about.kind) {
      case 'properties':
        if (holds) [this.#min, this.#max] = [Math.max(this.#min, about.min), Math.min(this.#max, about.max)]
        else if (about.max < Infinity) this.#min = Math.max(this.#min, about.max + 1)
        else this.#max = Math.min(this.#max, about.min - 1)
        break
      case 'required':
        ;(holds ? this.#required : this.#absent).add(about.name)
        break
      case 'property':
        this.#listed.add(about.name)
        if (!holds) this.#required.add(about.name)
        break
      case 'named':
        this.#patterns.add(about.pattern)
        if (!holds)
          this.#wishes.push({
            name: (name) => matches(about.pattern, name),
            nameLiterals: [says(this.#formulas.about({ kind: 'pattern', source: about.pattern }), by)],
            value: denied(about.schema),
          })
        break
      case 'others':
        for (const name of about.known.names) this.#listed.add(name)
        for (const pattern of about.known.patterns) this.#patterns.add(pattern)
        if (!holds)
          this.#wishes.push({
            name: (name) => isOther(about.known, name),
            nameLiterals: [],
            value: denied(about.schema),
          })
        break
      case 'names':
        if (!holds)
          this.#wishes.push({
            name: (name) => !accepts(about.schema, name),
            nameLiterals: denied(about.schema),
            value: [],
          })
    }
  }

  /** Those first of which both sides speak: they are the likeliest to be impossible. */
  #inOrder(names: ReadonlySet<string>): readonly string[] {
    const rank = (name: string) => (this.#literals(name).some(({ by }) => by === 'receiver') ? 0 : 1)
    return [...names].sort((a, b) => rank(a) - rank(b))
  }

  /** What is said of the value under a name. */
  #literals(name: string): readonly Literal[] {
    const said = this.#question.claims.flatMap(({ about, literal }) => {
      if (about.kind === 'property' && about.name === name)
        return [says(about.schema, literal.by, literal.holds)]
      if (!literal.holds) return []
      if (about.kind === 'named' && matches(about.pattern, name) !== false)
        return [says(about.schema, literal.by)]
      return about.kind === 'others' && isOther(about.known, name) ? [says(about.schema, literal.by)] : []
    })
    return [...said, ...(this.#extra.get(name) ?? [])]
  }

  #mayBeCalled(name: string): boolean {
    if (this.#absent.has(name)) return false
    return this.#question.claims.every(
      ({ about, literal }) =>
        about.kind !== 'names' || !literal.holds || accepts(about.schema, name) !== false,
    )
  }

  #property(name: string, extra: readonly Literal[]): Outcome {
    if (!this.#mayBeCalled(name)) return none()
    const outcome = this.#find([...this.#literals(name), ...extra])
    if (outcome.kind === 'found') {
      this.#values.set(name, outcome.value)
      if (extra.length) this.#extra.set(name, [...(this.#extra.get(name) ?? []), ...extra])
    }
    return outcome
  }

  /** Finds a property for each wish from here on; the same one may do for several. */
  #grant(index: number): boolean {
    const wish = this.#wishes[index]
    if (!wish) return this.#values.size <= this.#max
    for (const name of this.#candidates(wish)) {
      if (++this.#tries > TRIES_MAX) {
        this.#gathered.doubt('there are too many ways to arrange the properties')
        return false
      }
      const [value, extra] = [this.#values.get(name), this.#extra.get(name)]
      if (!wish.name(name) || !this.#gathered.add(this.#property(name, wish.value))) continue
      if (this.#grant(index + 1)) return true
      restore(this.#values, name, value)
      restore(this.#extra, name, extra)
    }
    return false
  }

  *#candidates(wish: Wish): Generator<string> {
    yield* new Set([...this.#required, ...this.#values.keys(), ...this.#listed])
    yield* this.#freshNames(wish.nameLiterals)
  }

  /** One more property, whichever. */
  #another(): boolean {
    if (this.#values.size >= PROPERTIES_MAX) {
      this.#gathered.doubt('too many properties')
      return false
    }
    for (const name of this.#listed)
      if (!this.#values.has(name) && this.#gathered.add(this.#property(name, []))) return true
    for (const name of this.#freshNames([])) if (this.#gathered.add(this.#property(name, []))) return true
    if (this.#wishes.length > 0) this.#gathered.doubt('some properties may have to serve several purposes')
    return false
  }

  /** A name nobody listed for each set of patterns it may match. */
  *#freshNames(literals: readonly Literal[]): Generator<string> {
    const patterns = [...this.#patterns]
    if (patterns.length > PATTERNS_MAX) this.#gathered.doubt('too many patterns of names')
    const taken = this.#formulas.values([...new Set([...this.#listed, ...this.#values.keys()])])
    const rules = this.#question.claims.flatMap(({ about, literal }) =>
      about.kind === 'names' && literal.holds ? [says(about.schema, literal.by)] : [],
    )
    for (let chosen = 0; chosen < 2 ** Math.min(patterns.length, PATTERNS_MAX); chosen++) {
      const matching = patterns.map((source, index) => {
        const isChosen = Math.floor(chosen / 2 ** index) % 2 === 1
        return { source, isChosen }
      })
      if (matching.some(({ source, isChosen }) => isChosen && this.#question.unsent.patterns.has(source)))
        continue
      const outcome = this.#find([
        says(this.#formulas.types(['string']), 'sender'),
        says(taken, 'sender', false),
        ...rules,
        ...literals,
        ...matching.map(({ source, isChosen }) =>
          says(this.#formulas.about({ kind: 'pattern', source }), 'sender', isChosen),
        ),
      ])
      this.#gathered.add(outcome)
      if (outcome.kind === 'found') yield outcome.value as string
    }
  }

  #unlikeExcluded(): Outcome {
    const isExcluded = () =>
      this.#question.excluded.some((value) => equal(value, Object.fromEntries(this.#values)))
    if (!isExcluded()) return found(Object.fromEntries(this.#values))
    if (this.#values.size < this.#max && this.#another()) return this.#unlikeExcluded()
    for (const [name, value] of this.#values) {
      const other = this.#find([
        ...this.#literals(name),
        says(this.#formulas.values([value]), 'sender', false),
      ])
      if (other.kind !== 'found') continue
      this.#values.set(name, other.value)
      if (!isExcluded()) return found(Object.fromEntries(this.#values))
    }
    return unclear('the objects there are too few')
  }
}

function restore<Value>(map: Map<string, Value>, name: string, before: Value | undefined): void {
  if (before === undefined) map.delete(name)
  else map.set(name, before)
}
