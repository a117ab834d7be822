/** Finds a text of a length that matches some patterns and formats, and not others. */
import { expressionOf } from './accepts.ts'
import { formatOf, isOfFormat } from './formats.ts'
import type { AboutString } from './formula.ts'
import { Automaton } from './language/automaton.ts'
import { NotRegular } from './language/pattern.ts'
import { words } from './language/words.ts'
import { found, none, type Outcome, unclear } from './outcome.ts'
import { lengthOf } from './values.ts'

export interface Strings {
  readonly holds: readonly AboutString[]
  readonly fails: readonly AboutString[]
  readonly excluded: readonly string[]
}

interface Length {
  readonly min: number
  readonly max: number
}

const LENGTH_MAX = 100_000
const STEPS_MAX = 60_000
const WORDS_MAX = 40

export function findString(strings: Strings, spend: (steps: number) => void): Outcome {
  const length = lengthsOf(strings)
  if (!length) return none()
  if (length.min > LENGTH_MAX) return unclear('the texts there are too long')
  let tried = 0
  try {
    for (const word of texts(strings, length, spend)) {
      if (fits(word, strings, length)) return found(word)
      if (++tried === WORDS_MAX) break
    }
    if (tried === 0) return none()
  } catch (error) {
    if (!(error instanceof TooLong)) throw error
  }
  for (const example of examplesFor(strings)) if (fits(example, strings, length)) return found(example)
  return unclear('no text was found, and none was ruled out')
}

class TooLong extends Error {}

/** Texts of the patterns as far as they are regular, with formats drawn around as closely as a pattern can. */
function* texts(
  { holds, fails, excluded }: Strings,
  length: Length,
  spend: (steps: number) => void,
): Generator<string> {
  const inside = regular(
    holds.map((says) => (says.kind === 'format' ? formatOf(says.name).within : sourceOf(says))),
  )
  const outside = regular(fails.map((says) => (says.kind === 'format' ? exactly(says.name) : sourceOf(says))))
  if (excluded.length) outside.push(Automaton.ofTexts(excluded))
  if (inside.length + outside.length === 0) yield 'a'.repeat(length.min)
  let left = STEPS_MAX
  yield* words({ inside, outside, ...length }, (steps) => {
    left -= steps
    if (left < 0) throw new TooLong()
    spend(steps / 10)
  })
}

const sourceOf = (says: AboutString) => (says.kind === 'pattern' ? says.source : undefined)

function exactly(format: string): string | undefined {
  const { within, exact } = formatOf(format)
  return exact ? within : undefined
}

const regular = (sources: readonly (string | undefined)[]): Automaton[] =>
  sources.flatMap((source) => (source === undefined ? [] : (automatonOf(source) ?? [])))

const automata = new Map<string, Automaton | undefined>()

/** `undefined` when the pattern is not regular. */
function automatonOf(source: string): Automaton | undefined {
  if (!automata.has(source)) automata.set(source, made(source))
  return automata.get(source)
}

function made(source: string): Automaton | undefined {
  try {
    return Automaton.ofPattern(source)
  } catch (error) {
    if (error instanceof NotRegular) return undefined
    throw error
  }
}

/** `undefined` when no length is left. */
function lengthsOf({ holds, fails }: Strings): Length | undefined {
  let [min, max] = [0, Infinity]
  for (const says of holds)
    if (says.kind === 'length') [min, max] = [Math.max(min, says.min), Math.min(max, says.max)]
  for (const says of fails)
    if (says.kind === 'length') {
      if (says.max < Infinity) min = Math.max(min, says.max + 1)
      else max = Math.min(max, says.min - 1)
    }
  return min <= max ? { min, max } : undefined
}

function fits(text: string, { holds, fails, excluded }: Strings, { min, max }: Length): boolean {
  const length = lengthOf(text)
  const holdsFor = (says: AboutString) =>
    says.kind === 'length'
      ? undefined
      : says.kind === 'pattern'
        ? expressionOf(says.source)?.test(text)
        : isOfFormat(says.name, text)
  return (
    length >= min &&
    length <= max &&
    !excluded.includes(text) &&
    holds.every((says) => holdsFor(says) !== false) &&
    fails.every((says) => says.kind === 'length' || holdsFor(says) !== true)
  )
}

/** Texts of the formats, and texts that are of none of them. */
function* examplesFor({ holds }: Strings): Generator<string> {
  for (const says of holds) if (says.kind === 'format') yield* formatOf(says.name).examples
  yield* [
    '',
    'a',
    'A',
    '0',
    'a b',
    'a'.repeat(8),
    '1'.repeat(8),
    '2026-01-31',
    '2026-02-30',
    'A1',
    '-',
    ':',
    '%',
    '\\',
    '{',
    '(',
    '\u00e9',
  ]
}
