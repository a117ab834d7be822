/** The result of a run, for people. */
import { styleText } from 'node:util'
import { charges } from './judge.ts'
import type { Result } from './run.ts'

const EXAMPLES = 5
const LINES_MAX = 12

export const isAcquitted = ({ verdict }: Result): boolean =>
  charges.every((charge) => verdict[charge].length === 0)

export function report(result: Result, seed: number): string {
  const { keys, requests, seconds, faults, settledAfterMs, repeated, errors, parked, verdict } = result
  return [
    `${keys} keys, ${requests} requests, ${seconds} s, seed ${seed}; all final ${settledAfterMs} ms after the last fault`,
    ...section('broken', faults),
    ...section('repeated because of', repeated),
    ...section('logged as errors', errors),
    ...charges.flatMap((charge) => {
      const cases = verdict[charge]
      const mark = cases.length === 0 ? styleText('green', 'ok    ') : styleText('red', 'FAILED')
      return [`${mark} ${charge}: ${cases.length}`, ...examples(cases)]
    }),
    `parked: ${parked.length}`,
    ...parked.map((one) => `         ${one}`),
  ].join('\n')
}

const section = (title: string, counts: Readonly<Record<string, number>>): readonly string[] => {
  const lines = Object.entries(counts)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, LINES_MAX)
  return lines.length
    ? [`${title}:`, ...lines.map(([what, count]) => `  ${String(count).padStart(6)} ${what}`)]
    : []
}

const examples = (cases: readonly string[]): readonly string[] => [
  ...cases.slice(0, EXAMPLES).map((one) => `         ${one}`),
  ...(cases.length > EXAMPLES ? [`         and ${cases.length - EXAMPLES} more`] : []),
]
