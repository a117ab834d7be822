/** The policies of the hop as metrics: what `/admin/policies` shows, over time. */
import type { Shared } from '../../hop/policy.ts'
import type { UpstreamSnapshot, Upstreams } from '../../hop/upstreams.ts'
import { Observed } from './instruments.ts'

const states = ['closed', 'half-open', 'open'] as const

type Kind = Observed['kind']

const figures: readonly (readonly [string, string, Kind, (upstream: UpstreamSnapshot) => number])[] = [
  ['strata_bulkhead_in_flight', 'Calls under way.', 'gauge', ({ bulkhead }) => bulkhead.inFlight],
  ['strata_bulkhead_waiting', 'Calls that wait for a slot.', 'gauge', ({ bulkhead }) => bulkhead.waiting],
  ['strata_bulkhead_limit', 'Calls allowed at once now.', 'gauge', ({ bulkhead }) => bulkhead.limit],
  [
    'strata_retry_budget_available',
    'Retries that could be made now.',
    'gauge',
    ({ budget }) => budget.available,
  ],
  ['strata_retries', 'Retries and second attempts made.', 'counter', ({ budget }) => budget.spent],
  [
    'strata_retries_refused',
    'Retries the budget had nothing for.',
    'counter',
    ({ budget }) => budget.refused,
  ],
  ['strata_pause_seconds', 'How long a system wants no calls.', 'gauge', ({ pause }) => pause.forMs / 1_000],
  ['strata_hedges', 'Reads sent a second time because they took long.', 'counter', ({ hedge }) => hedge.sent],
]

export function upstreamMetrics(upstreams: Upstreams): readonly Observed[] {
  const each = (measure: (upstream: UpstreamSnapshot) => number) => () =>
    upstreams.snapshot().map((upstream) => ({ labels: labelsOf(upstream), value: measure(upstream) }))
  return [
    new Observed({ name: 'strata_breaker_state', help: 'Circuit breaker: 1 for the state it is in.' }, () =>
      upstreams.snapshot().flatMap((upstream) =>
        states.map((state) => ({
          labels: { ...labelsOf(upstream), state },
          value: Number(upstream.breaker.state === state),
        })),
      ),
    ),
    ...figures.map(([name, help, kind, measure]) => new Observed({ name, help }, each(measure), kind)),
  ]
}

export function sharedMetrics({ cache, coalescing }: Shared): readonly Observed[] {
  const one = (read: () => number) => () => [{ labels: {}, value: read() }]
  return [
    new Observed(
      { name: 'strata_cache_hits', help: 'Replies given from the cache.' },
      one(() => cache.snapshot().hits),
      'counter',
    ),
    new Observed(
      { name: 'strata_cache_misses', help: 'Replies that were not there.' },
      one(() => cache.snapshot().misses),
      'counter',
    ),
    new Observed(
      { name: 'strata_cache_stale', help: 'Old replies given because a system failed.' },
      one(() => cache.snapshot().stale),
      'counter',
    ),
    new Observed(
      { name: 'strata_cache_bytes', help: 'Length of the replies kept, as JSON.', unit: 'By' },
      one(() => cache.snapshot().size),
    ),
    new Observed(
      { name: 'strata_coalesced', help: 'Reads that joined one under way.' },
      one(() => coalescing.snapshot().joined),
      'counter',
    ),
  ]
}

/** `backend/erp/v1 read` is two labels. */
function labelsOf({ upstream }: UpstreamSnapshot) {
  const [to = '', effect = ''] = upstream.split(' ')
  return { to, effect }
}
