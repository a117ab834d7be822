/** How many real requests another contract would refuse: what was tried, and what that means for all of them. */
import type { TrialResult, UsedOperation } from '#contracts/admin'
import { grouped, type Writing } from './text.ts'

export interface Trial {
  readonly api: string
  readonly against: string
  readonly days: number
  /** Requests of these days. */
  readonly requests: number
  /** How many of them would be refused, as far as can be told from those that were tried. */
  readonly failing: number
  readonly consumers: number
  readonly samples: number
  readonly failingSamples: number
  readonly undecidedSamples: number
  readonly items: readonly TriedRequests[]
}

export interface TriedRequests {
  readonly consumer: string
  readonly operation: string
  readonly requests: number
  readonly samples: number
  readonly failing: number
  readonly undecided: number
  /** Of all requests; `undefined` when none could be tried. */
  readonly estimate: number | undefined
  readonly findings: readonly { readonly pointer: string; readonly detail: string; readonly count: number }[]
}

/** Each consumer and operation by itself: a busy consumer says nothing about a rare one. */
export function trialOf(
  api: string,
  against: string,
  days: number,
  tried: TrialResult['items'],
  usage: readonly UsedOperation[],
): Trial {
  const items = usage
    .filter(({ calls }) => calls > 0)
    .map(({ consumer, operation, calls }): TriedRequests => {
      const one = tried.find((each) => each.consumer === consumer && each.operation === operation)
      const { samples = 0, failing = 0, undecided = 0, findings = [] } = one ?? {}
      const decided = samples - undecided
      const estimate = decided > 0 ? Math.round((calls * failing) / decided) : undefined
      return { consumer, operation, requests: calls, samples, failing, undecided, estimate, findings }
    })
  const sum = (of: (item: TriedRequests) => number) => items.reduce((total, item) => total + of(item), 0)
  return {
    api,
    against,
    days,
    requests: sum(({ requests }) => requests),
    failing: sum(({ estimate = 0 }) => estimate),
    consumers: new Set(items.filter(({ failing }) => failing > 0).map(({ consumer }) => consumer)).size,
    samples: sum(({ samples }) => samples),
    failingSamples: sum(({ failing }) => failing),
    undecidedSamples: sum(({ undecided }) => undecided),
    items,
  }
}

export function trialText(trial: Trial, { table }: Pick<Writing, 'table'>): string {
  const { api, against, days, requests, failing, consumers, samples, failingSamples, undecidedSamples } =
    trial
  if (requests === 0) return `${api} was not called in ${days} days: nothing can be tried on ${against}.`
  const untried = trial.items.filter(({ estimate }) => estimate === undefined)
  const of = consumers === 1 ? '1 consumer' : `${consumers} consumers`
  const verdict = failingSamples
    ? `About ${grouped(failing)} of ${grouped(requests)} requests of ${of} would fail`
    : `Of ${grouped(requests)} requests none is known that would fail`
  const rows = trial.items
    .filter((item) => item.failing > 0 || item.undecided > 0)
    .map(({ consumer, operation, requests, samples, failing, undecided, estimate, findings }) => [
      consumer,
      operation,
      requests,
      samples,
      failing,
      undecided,
      estimate ?? '?',
      findings[0] ? `${findings[0].pointer} ${findings[0].detail}` : '-',
    ])
  return [
    `${verdict} under ${against}: in the last ${days} days, judged by ${grouped(samples)} that were kept, of which ${failingSamples} fail.`,
    ...(rows.length
      ? [
          table(
            ['consumer', 'operation', 'requests', 'tried', 'fail', 'undecided', 'of all', 'why, mostly'],
            rows,
          ),
        ]
      : []),
    ...(undecidedSamples ? [`${undecidedSamples} cannot be judged: what was redacted in them decides.`] : []),
    ...(untried.length
      ? [
          `Nothing is kept of ${untried.map(({ consumer, operation }) => `${consumer} ${operation}`).join(', ')}.`,
        ]
      : []),
  ].join('\n\n')
}
