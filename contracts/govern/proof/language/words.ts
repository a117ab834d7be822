/** Finds texts that some automata accept and others refuse: the question whether one pattern is inside another. */
import type { Automaton, Places } from './automaton.ts'
import { type Characters, LAST, readable } from './characters.ts'

export interface Language {
  readonly inside: readonly Automaton[]
  readonly outside: readonly Automaton[]
  /** Bounds of the length, in characters. */
  readonly min: number
  readonly max: number
}

interface Visit {
  readonly places: readonly Places[]
  readonly length: number
  readonly code: number
  readonly before: Visit | undefined
}

/**
 * The shortest texts of a language, one for each way of being in it.
 * @param spend called with the number of steps taken; throws when there were too many
 * @returns whether it yielded all there is to yield
 */
export function* words(
  { inside, outside, min, max }: Language,
  spend: (steps: number) => void,
): Generator<string> {
  const all = [...inside, ...outside]
  const seen = new Set<string>()
  let layer: Visit[] = [{ places: all.map((one) => one.start()), length: 0, code: -1, before: undefined }]
  for (let length = 0; layer.length && length <= max; length++) {
    const next: Visit[] = []
    for (const visit of layer) {
      spend(1 + visit.places.reduce((sum, places) => sum + places.length, 0))
      if (length >= min && isWord(visit)) yield textOf(visit)
      for (const code of length < max ? representatives(all, visit.places) : []) {
        const places = all.map((one, index) => one.read(visit.places[index] as Places, code))
        const key = `${Math.min(length + 1, min)} ${places.join(' ')}`
        if (seen.has(key) || isHopeless(places)) continue
        seen.add(key)
        next.push({ places, length: length + 1, code, before: visit })
      }
    }
    layer = next
  }

  function isWord({ places, length }: Visit): boolean {
    return all.every(
      (one, index) => one.accepts(places[index] as Places, length === 0) === index < inside.length,
    )
  }

  function isHopeless(places: readonly Places[]): boolean {
    return inside.some((_, index) => places[index]?.length === 0)
  }
}

/** One character for each set of characters that all automata treat alike, the readable ones first. */
function representatives(all: readonly Automaton[], places: readonly Places[]): readonly number[] {
  const sets = new Set(all.flatMap((one, index) => one.choices(places[index] as Places)))
  const cuts = new Set([0])
  for (const set of sets)
    for (const [from, to] of set) {
      cuts.add(from)
      if (to < LAST) cuts.add(to + 1)
    }
  const starts = [...cuts].sort((a, b) => a - b)
  const byBehaviour = new Map<string, [number, number][]>()
  starts.forEach((from, index) => {
    const behaviour = [...sets].map((set) => (inSet(set, from) ? '1' : '0')).join('')
    const ranges = byBehaviour.get(behaviour) ?? []
    ranges.push([from, (starts[index + 1] ?? LAST + 1) - 1])
    byBehaviour.set(behaviour, ranges)
  })
  return [...byBehaviour.values()].map(readable).sort((a, b) => rank(a) - rank(b))
}

const inSet = (set: Characters, code: number) => set.some(([from, to]) => code >= from && code <= to)

const rank = (code: number) =>
  code >= 97 && code <= 122 ? code : code >= 48 && code <= 90 ? code + 128 : code + 512

function textOf(visit: Visit): string {
  const codes: number[] = []
  for (let at: Visit | undefined = visit; at && at.code >= 0; at = at.before) codes.push(at.code)
  return String.fromCodePoint(...codes.reverse())
}
