/** Findings for people at a terminal: where, what and how to mend it, and why it matters. */
import type { Findings } from './finding.ts'

type Paint = (style: 'red' | 'green' | 'dim' | 'bold', text: string) => string

export function toText({ contracts, findings }: Findings, paint: Paint = (_, text) => text): string {
  const counted = `${contracts} ${contracts === 1 ? 'contract' : 'contracts'}`
  if (findings.length === 0) return `${counted}: ${paint('green', 'nothing to mend.')}`
  const blocks = findings.map(({ file, line, column, message, rule, why }) =>
    [`${paint('bold', `${file}:${line}:${column}`)}  ${message}`, paint('dim', `  ${rule}: ${why}`)].join(
      '\n',
    ),
  )
  const count = findings.length === 1 ? '1 finding' : `${findings.length} findings`
  return [...blocks, `${counted}: ${paint('red', `${count}.`)}`].join('\n')
}
