/** What a Tryton server answers, line by line, and where another one differs. The sandbox answers exactly this. */
import { readFileSync } from 'node:fs'

/** Of two transcripts: a line that only one of them has is undefined in the other. */
export interface Difference {
  readonly expected: string | undefined
  readonly actual: string | undefined
}

export const expectedTranscript: readonly string[] = readFileSync(
  new URL('transcript.expected.txt', import.meta.url),
  'utf8',
)
  .trimEnd()
  .split('\n')

export const differences = (expected: readonly string[], actual: readonly string[]): Difference[] =>
  Array.from({ length: Math.max(expected.length, actual.length) }, (_, index) => ({
    expected: expected[index],
    actual: actual[index],
  })).filter((line) => line.expected !== line.actual)
