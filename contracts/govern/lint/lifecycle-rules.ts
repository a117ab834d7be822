/** Nobody is surprised by the end of an API, and nobody begins with one that has ended. */
import type { Node } from '../../generate/rule.ts'
import type { OpenApiDocument } from '../../runtime/document.ts'
import type { LintContract, LintRule } from './rule.ts'

interface Lifecycle {
  readonly status?: string
  readonly sunset?: string
  readonly successor?: string
}

const lifecycleOf = (info: Node | undefined): Lifecycle => (info?.['x-lifecycle'] ?? {}) as Lifecycle
const statusOf = (document: OpenApiDocument | undefined) => lifecycleOf(document?.info).status

export const lifecycleRules: readonly LintRule[] = [
  {
    id: 'lifecycle-told',
    purpose: 'Clients have to know how long they can stay, and where to go.',
    check({ info }, report) {
      const place = ['info', 'x-lifecycle']
      const { status, sunset, successor } = lifecycleOf(info)
      if (status === undefined)
        report(place, 'the life cycle is not told: add x-lifecycle: { status: active }')
      if (status !== 'deprecated' && status !== 'retired') return
      if (sunset === undefined) report(place, `${status} without sunset: add until when it is there`)
      if (successor === undefined) report(place, `${status} without successor: add where clients can go`)
    },
  },
  {
    id: 'successor',
    purpose: 'Who is told to go finds something there.',
    check({ id, info, others }, report) {
      const { successor } = lifecycleOf(info)
      const place = ['info', 'x-lifecycle', 'successor']
      if (successor === undefined) return
      if (successor === id) report(place, 'the successor is this API itself: name another one')
      else if (!others.has(successor))
        report(place, `the successor ${successor} does not exist: add its contract, or correct the id`)
      else if (['deprecated', 'retired'].includes(statusOf(others.get(successor)) ?? ''))
        report(place, `the successor ${successor} is ${statusOf(others.get(successor))}: name one that stays`)
    },
  },
  {
    id: 'uses-living',
    purpose: 'An API lives no longer than what it calls.',
    check(contract, report) {
      const { status } = lifecycleOf(contract.info)
      if (status === 'retired') return
      for (const [name, id] of usesOf(contract)) {
        const used = statusOf(contract.others.get(id))
        if (used === 'retired')
          report(['info', 'x-uses', name], `${id} is retired and answers nobody: use its successor`)
        else if (used === 'draft' && status !== 'draft')
          report(['info', 'x-uses', name], `${id} is a draft and may change any day: publish it first`)
      }
    },
  },
]

const usesOf = ({ info }: LintContract) => Object.entries((info['x-uses'] ?? {}) as Record<string, string>)
