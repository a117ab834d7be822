/** Finds an object whose properties satisfy what is said of each, of their names and of their number. */
import type { Json } from '../../runtime/document.ts'
import { accepts, isOther, matches } from './accepts.ts'
import type { Find } from './find-array.ts'
import type { Formulas } from './formulas.ts'
import { type Literal, says } from './literal.ts'
import { found, Gathered, none, type Outcome, unclear } from './outcome.ts'
import { type ObjectQuestion, type Outline, outlineOf, type Wish } from './outline.ts'
import { equal } from './values.ts'

const PROPERTIES_MAX = 200
const PATTERNS_MAX = 6
const TRIES_MAX = 300

export function findObject(question: ObjectQuestion, formulas: Formulas, find: Find): Outcome {
  return new ObjectSearch(question, formulas, find).run()
}

class ObjectSearch {
  readonly #question: ObjectQuestion
  readonly #formulas: Formulas
  readonly #find: Find
  readonly #gathered = new Gathered()
  readonly #outline: Outline
  /** What the properties found so far have to be beyond what is said of their names. */
  readonly #extra = new Map<string, readonly Literal[]>()
  readonly #values = new Map<string, Json>()
  #tries = 0

  constructor(question: ObjectQuestion, formulas: Formulas, find: Find) {
    this.#question = question
    this.#formulas = formulas
    this.#find = find
    this.#outline = outlineOf(question, formulas)
  }

  run(): Outcome {
    if (this.#outline.min > this.#outline.max || this.#outline.required.size > this.#outline.max)
      return none()
    if ([...this.#outline.required].some((name) => this.#outline.absent.has(name))) return none()
    for (const name of this.#inOrder(this.#outline.required)) {
      if (!this.#gathered.add(this.#property(name, []))) return this.#gathered.outcome()
    }
    if (!this.#grant(0)) return this.#gathered.outcome()
    while (this.#values.size < this.#outline.min) if (!this.#another()) return this.#gathered.outcome()
    return this.#unlikeExcluded()
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
    if (this.#outline.absent.has(name)) return false
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
    const wish = this.#outline.wishes[index]
    if (!wish) return this.#values.size <= this.#outline.max
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
    yield* new Set([...this.#outline.required, ...this.#values.keys(), ...this.#outline.listed])
    yield* this.#freshNames(wish.nameLiterals)
  }

  /** One more property, whichever. */
  #another(): boolean {
    if (this.#values.size >= PROPERTIES_MAX) {
      this.#gathered.doubt('too many properties')
      return false
    }
    for (const name of this.#outline.listed)
      if (!this.#values.has(name) && this.#gathered.add(this.#property(name, []))) return true
    for (const name of this.#freshNames([])) if (this.#gathered.add(this.#property(name, []))) return true
    if (this.#outline.wishes.length > 0)
      this.#gathered.doubt('some properties may have to serve several purposes')
    return false
  }

  /** A name nobody listed for each set of patterns it may match. */
  *#freshNames(literals: readonly Literal[]): Generator<string> {
    const patterns = [...this.#outline.patterns]
    if (patterns.length > PATTERNS_MAX) this.#gathered.doubt('too many patterns of names')
    const taken = this.#formulas.values([...new Set([...this.#outline.listed, ...this.#values.keys()])])
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
    if (this.#values.size < this.#outline.max && this.#another()) return this.#unlikeExcluded()
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
