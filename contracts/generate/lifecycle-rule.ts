/** The dates of a version make sense, its successor exists, and nobody rests on a draft. */
import { lifecycleMistakes } from '../lifecycle.ts'
import type { Contract, Node, Report, Rule } from './rule.ts'

const place = ['info', 'x-lifecycle']

export const lifecycleRule: Rule = {
  id: 'lifecycle',
  purpose:
    'Whoever uses a version can rely on what it announces: until when it is there, and what comes next.',
  check(contract, report) {
    const declared = contract.info['x-lifecycle']
    if (declared !== undefined) {
      const mistakes = lifecycleMistakes(declared)
      for (const { keys, message } of mistakes) report([...place, ...keys], `x-lifecycle: ${message}`)
      if (mistakes.length === 0) checkSuccessor(contract, (declared as Node).successor, report)
    }
    checkUses(contract, report)
  },
}

function checkSuccessor({ id, ids }: Contract, successor: unknown, report: Report): void {
  if (typeof successor !== 'string') return
  const keys = [...place, 'successor']
  if (successor === id) report(keys, 'x-lifecycle: a version cannot come after itself')
  else if (!ids.has(successor))
    report(keys, `x-lifecycle: there is no ${successor}: add contracts/${successor}.yaml or correct the id`)
  else if (successor.split('/')[0] !== id.split('/')[0])
    report(keys, `x-lifecycle: ${successor} is of another layer: who used ${id} cannot move there`)
}

function checkUses({ info, others }: Contract, report: Report): void {
  if (statusOf(info) === 'draft') return
  for (const [name, id] of Object.entries((info['x-uses'] ?? {}) as Record<string, string>))
    if (statusOf(others.get(id)?.info) === 'draft')
      report(['info', 'x-uses', name], `${id} is a draft, which may change at any time: publish it first`)
}

const statusOf = (info: Node | undefined) => (info?.['x-lifecycle'] as Node | undefined)?.status
