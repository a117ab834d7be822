/**
 * A backend that is dead costs nobody time, and gets no more load than if it were well: hardly any. When it comes back,
 * it is not run over by those who waited for it.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { defaults } from '../../../gateway/hop/settings.ts'
import { steadily } from '../../support/asking.ts'
import type { FaultProxy } from '../../support/fault-proxy.ts'
import { describeFaults, type FaultyFlow } from '../../support/faulty-flow.ts'
import { BUSY, distributionOf, mostAtOnce, mostWithin, tally } from '../../support/figures.ts'

/** Two ways to be dead, for two backends at once. */
async function kill({ fault, before }: FaultyFlow): Promise<void> {
  await fault('erp', { kind: 'status', status: 500 })
  await before.crm.set({ kind: 'reset-request' })
}

const PER_SECOND = 60
const WELL_SECONDS = 1
/** Long enough to see what comes after the first time the circuits stay open: give or take a fifth, and a second. */
const DEAD_SECONDS = 5
/** Of these far more would be under way at once than a tenth of the slots. */
const CROWD_PER_SECOND = 300
const SLOW_MS = 100
const policies = '{ breaker: { openMs: [2000] } }'

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
      const { crm, erp } = forgetful(flow)
      const startedAt = performance.now()
      const load = (seconds: number) =>
        Promise.all([flow.ask.order, flow.ask.customers].map((ask) => steadily(PER_SECOND, seconds, ask)))
      const well = (await load(WELL_SECONDS)).flat()
      await kill(flow)
      const answering = flow.answering()
      const answers = (await load(DEAD_SECONDS)).flat()
      const figures = { erp: lifeOf(erp, startedAt), crm: lifeOf(crm, startedAt) }
      const openAt = startedAt + 1_000 * Math.max(figures.erp.openAfter, figures.crm.openAfter)
      const onceOpen = new Set(answers.flatMap(({ beganAt, traceId }) => (beganAt > openAt ? traceId : [])))
      const durations = () =>
        answering()
          .filter(({ api, traceId }) => api.startsWith('experience/') && onceOpen.has(traceId))
          .map(({ durationMs }) => durationMs)
      await vi.waitUntil(() => durations().length === onceOpen.size)
      const refusedInMs = distributionOf(durations())
      const retryAfter = tally(answers.map((each) => each.retryAfter))
      flow.figures({ ...figures, refusedInMs, retryAfter })

      expect(tally(well.map(({ status }) => status))[200]).toBeGreaterThan(well.length / 2)
      for (const { status, problem, retryAfter } of answers) {
        expect([status, problem]).toEqual([503, 'upstream-unavailable'])
        expect(Number(retryAfter)).toBeGreaterThanOrEqual(1)
      }
      expect(onceOpen.size).toBeGreaterThan(PER_SECOND)
      expect(refusedInMs.p10).toBeLessThanOrEqual(20 * BUSY)
      for (const { calls, offered, openAfter, probesPerSecond } of Object.values(figures)) {
        expect(calls).toBeLessThanOrEqual(1.2 * offered + 10 * openAfter)
        expect(probesPerSecond).toBeLessThanOrEqual(1)
      }
    })

    test('has at most a tenth of its load at once for a second when it is back', {
      timeout: 60_000,
    }, async () => {
      const { erp } = flow.before
      await erp.set({ kind: 'reset-request' })
      const load = steadily(CROWD_PER_SECOND, 5, flow.ask.order)
      await delay(600)
      erp.forget()
      await erp.set({ kind: 'latency', ms: SLOW_MS })
      const backAt = performance.now()
      const answers = await load
      const first = erp.seen().find(({ answered }) => answered)?.endedAt ?? Number.NaN
      const firstSecond = mostAtOnce(erp.seen(), backAt, first + 1_000)
      const later = mostAtOnce(erp.seen(), first + 1_000, Number.POSITIVE_INFINITY)
      flow.figures({
        noticedAfterMs: Math.round(first - backAt),
        mostAtOnceInFirstSecond: firstSecond,
        mostAtOnceLater: later,
        answers: tally(answers.map(({ status }) => status)),
      })
      expect(firstSecond).toBeGreaterThan(0)
      expect(firstSecond).toBeLessThanOrEqual(defaults.bulkhead.limit / 10)
      expect(later).toBeGreaterThan(firstSecond)
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
  const times = proxy.seen().map(({ beganAt }) => (beganAt - startedAt) / 1_000)
  const probe = times.findIndex((at, index) => index > 0 && at - (times[index - 1] as number) > 1.5)
  const calls = probe < 0 ? times.length : probe
  const openAfter = times[calls - 1] ?? 0
  return {
    openAfter,
    offered: Math.ceil(openAfter * PER_SECOND),
    calls,
    probesAt: times.slice(calls),
    probesPerSecond: mostWithin(times.slice(calls), 0.95),
  }
}
