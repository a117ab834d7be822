/** A comparison for people at a terminal: what breaks, an example of it, and how to avoid it. */
import type { Comparison } from '../finding.ts'
import { counted, type Group, grouped, headline } from './group.ts'

export type Paint = (style: 'red' | 'yellow' | 'green' | 'dim' | 'bold', text: string) => string

export function toText(comparison: Comparison, paint: Paint = (_, text) => text): string {
  const groups = grouped(comparison.findings)
  const blocks = groups.map((group) => block(group, paint))
  const colour =
    comparison.verdict === 'compatible' ? 'green' : comparison.verdict === 'breaking' ? 'red' : 'yellow'
  return [...blocks, `${paint(colour, headline(comparison))} ${counted(groups)}`].join('\n\n')
}

function block(group: Group, paint: Paint): string {
  const { finding, operations } = group
  const colour = finding.verdict === 'breaking' ? 'red' : finding.verdict === 'unproved' ? 'yellow' : 'dim'
  const label = finding.verdict === 'compatible' ? finding.effect : finding.verdict
  const [first = '', ...more] = operations
  return [
    `${paint(colour, label)}  ${paint('bold', first)}${more.length ? ` and ${more.length} more` : ''}, ${finding.part}`,
    `  ${finding.message}`,
    ...(finding.witness === undefined ? [] : [`  example: ${shortened(JSON.stringify(finding.witness))}`]),
    ...(finding.curl === undefined ? [] : [`  ${finding.curl}`]),
    ...(finding.verdict === 'compatible' ? [] : [`  instead: ${finding.edit}`]),
    paint('dim', `  ${finding.rule} at ${finding.pointer} (${finding.document})`),
  ].join('\n')
}

const shortened = (text: string) => (text.length > 1_000 ? `${text.slice(0, 1_000)}…` : text)
