/** A backend that is dead costs nobody time, and gets no more load than if it were well: hardly any. */
import { expect, test } from 'vitest'
import { steadily } from '../../support/asking.ts'
import type { FaultProxy } from '../../support/fault-proxy.ts'
import { describeFaults, type FaultyFlow } from '../../support/faulty-flow.ts'
import { distributionOf, mostWithin, tally } from '../../support/figures.ts'

/** Two ways to be dead, for two backends at once. */
async function kill({ fault, before }: FaultyFlow): Promise<void> {
  await fault('erp', { kind: 'status', status: 500 })
  await before.crm.set({ kind: 'reset-request' })
}

const PER_SECOND = 100
/** Long enough to see what comes after the first time the circuits stay open: give or take a fifth, and a second. */
const SECONDS = 5
const policies = '{ breaker: { openMs: [2000] } }'
/** By then the circuits are open, and whoever saw a failure before has heard of it. */
const OPEN_MS = 1_000

describeFaults(
  'a dead backend',
  (flow, topology) => {
    test('gets four calls for one of a user, whatever number of layers there is', async () => {
      await Promise.all([flow.ask.order(), flow.ask.customers()])
      await kill(flow)
      const { crm, erp } = forgetful(flow)
      const [order, customers] = await Promise.all([flow.ask.order(), flow.ask.customers()])
      flow.figures({ callsOfErp: erp.seen().length, callsOfCrm: crm.seen().length })
      for (const { status, problem } of [order, customers])
        expect([status, problem]).toEqual([503, 'upstream-unavailable'])
      expect(erp.seen()).toHaveLength(4)
      // Its first call finds a connection broken that was well: that one is forgiven.
      expect(crm.seen().length).toBeLessThanOrEqual(5)
    })

    test.runIf(topology === 'one process per layer')(
      'is asked no more often when it is a layer of ours',
      async () => {
        await flow.before.system?.set({ kind: 'reset-request' })
        const { process, system } = forgetful(flow)
        expect(await flow.ask.order()).toMatchObject({ status: 503, problem: 'upstream-unavailable' })
        expect(process?.seen()).toHaveLength(1)
        expect(system?.seen().length).toBeLessThanOrEqual(2)
      },
    )

    test('is left alone, and its users are told at once', { timeout: 60_000 }, async () => {
      await kill(flow)
      const { crm, erp } = forgetful(flow)
      const answering = flow.answering()
      const startedAt = performance.now()
      const answers = await Promise.all([
        steadily(PER_SECOND, SECONDS, flow.ask.order),
        steadily(PER_SECOND, SECONDS, flow.ask.customers),
      ])
      for (const { status, problem, retryAfter } of answers.flat()) {
        expect([status, problem]).toEqual([503, 'upstream-unavailable'])
        expect(Number(retryAfter)).toBeGreaterThanOrEqual(1)
      }
      const onceOpen = new Set(
        answers.flat().flatMap(({ beganAt, traceId }) => (beganAt > startedAt + OPEN_MS ? traceId : [])),
      )
      const figures = { erp: lifeOf(erp, startedAt), crm: lifeOf(crm, startedAt) }
      const durations = () =>
        answering().flatMap(({ traceId, durationMs }) => (onceOpen.has(traceId) ? durationMs : []))
      await expect.poll(durations).toHaveLength(onceOpen.size)
      const refusedInMs = distributionOf(durations())
      flow.figures({
        ...figures,
        refusedInMs,
        retryAfter: tally(answers.flat().map((each) => each.retryAfter)),
      })

      expect(refusedInMs.p90).toBeLessThanOrEqual(20)
      for (const { first, offeredFirst, probesPerSecond } of Object.values(figures)) {
        expect(first).toBeLessThanOrEqual(1.2 * offeredFirst + 10)
        expect(probesPerSecond).toBeLessThanOrEqual(1)
      }
    })
  },
  { CRM_POLICIES: policies, ERP_POLICIES: policies },
)

function forgetful({ before }: FaultyFlow): FaultyFlow['before'] {
  for (const proxy of Object.values(before)) proxy.forget()
  return before
}

/** Calls until the circuit opened, and after: they are a long pause apart. */
function lifeOf(proxy: FaultProxy, startedAt: number) {
  const times = proxy.seen().map(({ beganAt }) => beganAt - startedAt)
  const gap = times.findIndex((at, index) => index > 0 && at - (times[index - 1] as number) > 1_500)
  const last = gap < 0 ? times.length : gap
  const openedAt = times[last - 1] ?? 0
  return {
    offeredFirst: Math.ceil((openedAt / 1_000) * PER_SECOND),
    first: last,
    probes: times.slice(last).map(Math.round),
    probesPerSecond: mostWithin(times.slice(last), 950),
  }
}
