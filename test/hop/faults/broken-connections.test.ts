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
const unknown = [504, 'outcome-unknown']

const faults: readonly [Fault, read: unknown[], change: unknown[]][] = [
  [{ kind: 'black-hole' }, late, unknown],
  [{ kind: 'half-open', lost: 'requests' }, late, unknown],
  [{ kind: 'half-open', lost: 'replies' }, late, unknown],
  [{ kind: 'drip', bytes: 2, everyMs: 10 }, late, unknown],
  [{ kind: 'latency', ms: 2_000 }, late, unknown],
  [{ kind: 'refuse' }, unavailable, unavailable],
  [{ kind: 'reset-request' }, unavailable, unknown],
  [{ kind: 'reset-reply' }, unavailable, unknown],
  [{ kind: 'reset-reply', atByte: 90 }, unavailable, unknown],
  [{ kind: 'cut-reply' }, unavailable, unknown],
  [{ kind: 'cut-reply', atByte: 20 }, unavailable, unknown],
  [{ kind: 'cut-reply', atByte: 90 }, unavailable, unknown],
]

describeFaults(
  'a connection that breaks',
  (flow, topology) => {
    test('is well at first', async () => {
      const answers = await Promise.all([flow.ask.order(), flow.ask.newcomer()])
      expect(answers.map(({ status }) => status)).toEqual([200, 201])
    })

    const places = topology === 'one process' ? [['crm', 'erp']] : [['crm', 'erp'], ['system'], ['process']]
    describe.each(places.map((place) => [place]))('before %j', (place) => {
      test.each(faults)('%j', async (fault, read, change) => {
        const broken = Object.entries(flow.before).flatMap(([name, proxy]) =>
          place.includes(name) ? proxy : [],
        )
        await Promise.all(broken.map((proxy) => proxy.set(fault)))
        const [reads, changes] = await Promise.all([
          twice(() => flow.ask.order({ timeoutMs: TIMEOUT_MS })),
          twice(() => flow.ask.newcomer({ timeoutMs: TIMEOUT_MS })),
        ])
        for (const { status, problem } of reads) expect([status, problem]).toEqual(read)
        for (const { status, problem } of changes) expect([status, problem]).toEqual(change)

        await Promise.all(broken.map((proxy) => proxy.clear()))
        const afterwards = [...(await twice(flow.ask.order)), ...(await twice(flow.ask.newcomer))]
        expect(tally(afterwards.map(({ status }) => status))).toEqual({ 200: LIMIT, 201: LIMIT })
        const seen = Object.values(flow.before).flatMap((proxy) => proxy.seen())
        expect(seen.filter(({ endedAt }) => endedAt === undefined)).toEqual([])
      })
    })
  },
  { CRM_POLICIES: policies, ERP_POLICIES: policies },
)

const twice = <Value>(ask: () => Promise<Value>) => Promise.all(Array.from({ length: LIMIT }, ask))
