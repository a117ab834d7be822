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
    id: 'successor-stays',
    purpose: 'Who is told to go is not told so again.',
    check({ info, others }, report) {
      const { successor = '' } = lifecycleOf(info)
      const status = statusOf(others.get(successor))
      if (status === 'deprecated' || status === 'retired')
        report(
          ['info', 'x-lifecycle', 'successor'],
          `the successor ${successor} is ${status}: name one that stays`,
        )
    },
  },
  {
    id: 'uses-living',
    purpose: 'An API lives no longer than what it calls.',
    check(contract, report) {
      if (lifecycleOf(contract.info).status === 'retired') return
      for (const [name, id] of usesOf(contract))
        if (statusOf(contract.others.get(id)) === 'retired')
          report(['info', 'x-uses', name], `${id} is retired and answers nobody: use its successor`)
    },
  },
]

const usesOf = ({ info }: LintContract) => Object.entries((info['x-uses'] ?? {}) as Record<string, string>)
