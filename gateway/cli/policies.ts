/** `strata policies`: how backends are protected right now, and what is kept for callers. */
import { defineCommand } from 'citty'
import type { Policies } from '#contracts/admin'
import { askAdmin, connection } from './admin-client.ts'
import { table } from './table.ts'

export const policies = defineCommand({
  meta: {
    name: 'policies',
    description: 'show breakers, bulkheads, retry budgets and cache of a running gateway',
  },
  args: {
    ...connection,
    json: { type: 'boolean', description: 'print everything, with the settings, as JSON' },
  },
  async run({ args }) {
    const state = await askAdmin<Policies>('/policies', args)
    console.log(args.json ? JSON.stringify(state) : show(state))
  },
})

export function show({ upstreams, cache, coalescing }: Policies): string {
  const headings = [
    'backend',
    'owner',
    'breaker',
    'failed',
    'of',
    'under way',
    'limit',
    'waiting',
    'retries',
    'left',
  ]
  const rows = upstreams.map(({ upstream, owner, breaker, bulkhead, budget, pause }) => [
    upstream,
    owner,
    stateOf(breaker, pause),
    breaker.failures,
    breaker.calls,
    bulkhead.inFlight,
    Math.floor(bulkhead.limit),
    bulkhead.waiting + pause.waiting,
    budget.spent,
    budget.available,
  ])
  const protection = upstreams.length ? table(headings, rows) : 'This process calls no backends.'
  return `${protection}

cache       ${cache.replies} replies, ${Math.ceil(cache.size / 1024)} KiB; ${cache.hits} hits, ${cache.misses} misses, ${cache.stale} stale
coalescing  ${coalescing.underWay} under way, ${coalescing.joined} joined`
}

type Upstream = Policies['upstreams'][number]

function stateOf({ state, openForMs }: Upstream['breaker'], { forMs }: Upstream['pause']): string {
  if (state === 'open' && openForMs > 0) return `open, ${Math.ceil(openForMs / 1000)} s`
  return forMs > 0 ? `asked to wait, ${Math.ceil(forMs / 1000)} s` : state
}
