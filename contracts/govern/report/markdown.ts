/** A comparison as a comment on a pull request. */
import type { Comparison } from '../finding.ts'
import { counted, type Group, grouped, headline } from './group.ts'

export function toMarkdown(comparison: Comparison): string {
  const groups = grouped(comparison.findings)
  const sections = [
    ['Breaking', groups.filter(({ finding }) => finding.verdict === 'breaking')],
    ['Not proved', groups.filter(({ finding }) => finding.verdict === 'unproved')],
    ['To look at', groups.filter(({ finding }) => finding.verdict === 'compatible')],
  ] as const
  return [
    `## ${headline(comparison)} ${counted(groups)}`,
    ...sections.flatMap(([title, list]) => (list.length ? [`### ${title}`, ...list.map(item)] : [])),
  ].join('\n\n')
}

function item({ finding, operations }: Group): string {
  const places = operations.map((operation) => `\`${operation}\``).join(', ')
  return [
    `- **${places}**, ${finding.part}: ${finding.message}`,
    ...(finding.curl ? [indented(fenced('sh', finding.curl))] : []),
    ...(!finding.curl && finding.witness !== undefined
      ? [indented(fenced('json', JSON.stringify(finding.witness, undefined, 2)))]
      : []),
    ...(finding.verdict === 'compatible' ? [] : [`  Instead: ${finding.edit}`]),
    `  <sub>${finding.rule} at \`${finding.pointer}\` of the ${finding.document} contract</sub>`,
  ].join('\n\n')
}

/** A fence longer than any in the text. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}

const indented = (text: string) => text.replaceAll(/^/gm, '  ')
