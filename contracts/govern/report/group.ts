/** Findings that are one: the same place, met by several operations. */
import type { Comparison, Finding } from '../finding.ts'

export interface Group {
  readonly finding: Finding
  readonly operations: readonly string[]
}

const order = { breaking: 0, unproved: 1, compatible: 2 } as const

/** The worst first. */
export function grouped(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, { finding: Finding; operations: Set<string> }>()
  for (const finding of findings) {
    const { rule, pointer, document, verdict, message } = finding
    const shared = ['address-removed', 'security-tightened', 'security-loosened'].includes(rule)
    const key = JSON.stringify([rule, verdict, shared ? withoutPath(message) : [pointer, document, message]])
    const group = groups.get(key) ?? { finding, operations: new Set() }
    group.operations.add(finding.operation)
    groups.set(key, group)
  }
  return [...groups.values()]
    .map(({ finding, operations }) => ({ finding, operations: [...operations] }))
    .sort((a, b) => order[a.finding.verdict] - order[b.finding.verdict])
}

const withoutPath = (message: string) => message.replace(/`[^`]*`/g, '')

export function headline({ verdict, old, new: next }: Comparison): string {
  if (verdict === 'compatible') return `Compatible: whoever works with ${old} works with ${next}.`
  if (verdict === 'breaking') return `Breaking: ${next} refuses or surprises clients of ${old}.`
  return `Not proved: ${next} may refuse or surprise clients of ${old}.`
}

export function counted(groups: readonly Group[]): string {
  const count = (verdict: Finding['verdict']) =>
    groups.filter(({ finding }) => finding.verdict === verdict).length
  const parts = [
    [count('breaking'), 'breaking'],
    [count('unproved'), 'unproved'],
    [count('compatible'), 'to look at'],
  ] as const
  const said = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`)
  return said.length ? `(${said.join(', ')})` : ''
}
