/** Patterns as automata that read a text character by character. */
import { type Characters, everything, has } from './characters.ts'
import { NotRegular, type Pattern, parsePattern } from './pattern.ts'

/** Where an automaton may be after some text, as numbers of its places. */
export type Places = readonly number[]

interface Place {
  readonly steps: { readonly set: Characters; readonly to: number }[]
  readonly jumps: number[]
  /** Jumps that are open before the first character, and after the last one. */
  readonly atStart: number[]
  readonly atEnd: number[]
}

const PLACES_MAX = 4_000

export class Automaton {
  readonly #places: Place[] = []
  readonly #first: number
  readonly #last: number

  private constructor(build: (automaton: Automaton) => readonly [number, number]) {
    ;[this.#first, this.#last] = build(this)
  }

  /** Texts in which the pattern matches somewhere, as `pattern` means it. Throws `NotRegular`. */
  static ofPattern(source: string): Automaton {
    const pattern = parsePattern(source)
    return new Automaton((automaton) => {
      const [first, last] = [automaton.#place(), automaton.#place()]
      for (const place of [first, last]) automaton.#step(place, everything, place)
      automaton.#build(pattern, first, last)
      return [first, last]
    })
  }

  /** Exactly these texts. */
  static ofTexts(texts: readonly string[]): Automaton {
    return new Automaton((automaton) => {
      const [first, last] = [automaton.#place(), automaton.#place()]
      for (const text of texts) automaton.#build(literal(text), first, last)
      return [first, last]
    })
  }

  start(): Places {
    return this.#closure([this.#first], (place) => place.atStart)
  }

  /** @returns the sets of characters that make a difference here */
  choices(places: Places): readonly Characters[] {
    return places.flatMap((place) => this.#at(place).steps.map(({ set }) => set))
  }

  read(places: Places, code: number): Places {
    const next = places.flatMap((place) =>
      this.#at(place)
        .steps.filter(({ set }) => has(set, code))
        .map(({ to }) => to),
    )
    return this.#closure(next, () => [])
  }

  /** @param empty whether no character was read at all */
  accepts(places: Places, empty: boolean): boolean {
    const ends = this.#closure(places, (place) => (empty ? [...place.atEnd, ...place.atStart] : place.atEnd))
    return ends.includes(this.#last)
  }

  #closure(places: Places, also: (place: Place) => readonly number[]): Places {
    const reached = new Set(places)
    for (const number of reached) {
      const place = this.#at(number)
      for (const next of place.jumps) reached.add(next)
      for (const next of also(place)) reached.add(next)
    }
    return [...reached].sort((a, b) => a - b)
  }

  #build(pattern: Pattern, from: number, to: number): void {
    if (pattern.kind === 'characters') this.#step(from, pattern.set, to)
    else if (pattern.kind === 'start') this.#at(from).atStart.push(to)
    else if (pattern.kind === 'end') this.#at(from).atEnd.push(to)
    else if (pattern.kind === 'choice') for (const part of pattern.parts) this.#build(part, from, to)
    else if (pattern.kind === 'sequence') this.#chain(pattern.parts, from, to)
    else this.#repeat(pattern, from, to)
  }

  #chain(parts: readonly Pattern[], from: number, to: number): void {
    let here = from
    for (const part of parts) {
      const next = this.#place()
      this.#build(part, here, next)
      here = next
    }
    this.#at(here).jumps.push(to)
  }

  #repeat({ part, min, max }: Pattern & { kind: 'repeat' }, from: number, to: number): void {
    let here = from
    const copy = () => {
      const next = this.#place()
      this.#build(part, here, next)
      here = next
    }
    for (let count = 0; count < min; count++) copy()
    if (max === Infinity) {
      const loop = this.#place()
      this.#at(here).jumps.push(loop)
      this.#build(part, loop, loop)
      here = loop
    } else
      for (let count = min; count < max; count++) {
        this.#at(here).jumps.push(to)
        copy()
      }
    this.#at(here).jumps.push(to)
  }

  #place(): number {
    if (this.#places.length >= PLACES_MAX) throw new NotRegular('it is too large')
    this.#places.push({ steps: [], jumps: [], atStart: [], atEnd: [] })
    return this.#places.length - 1
  }

  #step(from: number, set: Characters, to: number): void {
    this.#at(from).steps.push({ set, to })
  }

  #at = (number: number): Place => this.#places[number] as Place
}

const literal = (text: string): Pattern => ({
  kind: 'sequence',
  parts: [...text].map((char) => {
    const code = char.codePointAt(0) as number
    return { kind: 'characters', set: [[code, code]] }
  }),
})
