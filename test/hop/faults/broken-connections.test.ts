/** However a connection to a backend breaks, the user gets the problem that stands for it, never half an answer, and nothing stays behind. */
import { describe, expect, test } from 'vitest'
import type { Fault } from '../../support/fault-proxy.ts'
import { describeFaults } from '../../support/faulty-flow.ts'
import { tally } from '../../support/figures.ts'

const LIMIT = 2
/** No second attempt, and no more calls at once than are made: a slot that is lost shows in the next call. */
const policies = `{ retry: { retriesMax: 0 }, bulkhead: { limit: ${LIMIT}, queue: 0 }, breaker: { callsMin: 1000, unreachableMax: 1000 } }`
const TIMEOUT_MS = 300

const late = [504, 'deadline-exceeded']
const unavailable = [503, 'upstream-unavailable']

const faults: readonly [Fault, readonly unknown[]][] = [
  [{ kind: 'black-hole' }, late],
  [{ kind: 'half-open', lost: 'requests' }, late],
  [{ kind: 'half-open', lost: 'replies' }, late],
  [{ kind: 'drip', bytes: 2, everyMs: 10 }, late],
  [{ kind: 'latency', ms: 2_000 }, late],
  [{ kind: 'refuse' }, unavailable],
  [{ kind: 'reset-request' }, unavailable],
  [{ kind: 'reset-reply' }, unavailable],
  [{ kind: 'reset-reply', atByte: 90 }, unavailable],
  [{ kind: 'cut-reply' }, unavailable],
  [{ kind: 'cut-reply', atByte: 20 }, unavailable],
  [{ kind: 'cut-reply', atByte: 90 }, unavailable],
]

describeFaults(
  'a connection that breaks',
  (flow, topology) => {
    const twice = (timeoutMs?: number) =>
      Promise.all(
        [flow.ask.order, flow.ask.customers].flatMap((ask) =>
          Array.from({ length: LIMIT }, () => ask(timeoutMs === undefined ? {} : { timeoutMs })),
        ),
      )
    const expectWell = async () => {
      const answers = await twice()
      expect(tally(answers.map(({ status }) => status))).toEqual({ 200: answers.length })
    }
    test('is well at first', expectWell)

    const places = topology === 'one process' ? [['crm', 'erp']] : [['crm', 'erp'], ['system'], ['process']]
    describe.each(places.map((place) => [place]))('before %j', (place) => {
      test.each(faults)('%j', async (fault, outcome) => {
        const broken = Object.entries(flow.before).flatMap(([name, proxy]) =>
          place.includes(name) ? proxy : [],
        )
        await Promise.all(broken.map((proxy) => proxy.set(fault)))
        for (const { status, problem } of await twice(TIMEOUT_MS)) expect([status, problem]).toEqual(outcome)
        await Promise.all(broken.map((proxy) => proxy.clear()))
        await expectWell()
        const seen = Object.values(flow.before).flatMap((proxy) => proxy.seen())
        expect(seen.filter(({ endedAt }) => endedAt === undefined)).toEqual([])
      })
    })
  },
  { CRM_POLICIES: policies, ERP_POLICIES: policies },
)
