/** What nobody waits for any more is ended everywhere below, at once: when the user leaves, and when the time is up. */
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { steadily } from '../../support/asking.ts'
import { describeFaults } from '../../support/faulty-flow.ts'
import { BUSY, distributionOf } from '../../support/figures.ts'

const DEADLINE_MS = 300

describeFaults(
  'what nobody waits for',
  (flow) => {
    test('frees the only slot when the user leaves', async () => {
      const { erp } = flow.before
      await flow.ask.order()
      await flow.fault('erp', { kind: 'hang' })
      erp.forget()
      const soon = (condition: () => boolean) => vi.waitUntil(condition, { interval: 1 })
      const freedAfterMs: number[] = []
      for (let count = 1; count <= 60; count++) {
        const leaving = new AbortController()
        const left = flow.ask.order({ signal: leaving.signal }).catch(() => 'left')
        // That it gets there shows that the slot of the one before is free.
        await soon(() => erp.seen().length === count)
        await delay(Math.random() * 20)
        const leftAt = performance.now()
        leaving.abort()
        expect(await left).toBe('left')
        await soon(() => erp.seen()[count - 1]?.endedAt !== undefined)
        freedAfterMs.push((erp.seen()[count - 1]?.endedAt as number) - leftAt)
      }
      const figures = distributionOf(freedAfterMs)
      flow.figures({ freedAfterMs: figures })
      expect(figures.p10).toBeLessThanOrEqual(50 * BUSY)
    })

    test('is over at the backend and for the user when the time is up', { timeout: 30_000 }, async () => {
      const { crm } = flow.before
      await flow.ask.customers()
      crm.forget()
      await crm.set({ kind: 'black-hole' })
      const answers = await steadily(60, 3, () => flow.ask.customers({ timeoutMs: DEADLINE_MS }))
      for (const { status, problem } of answers) expect([status, problem]).toEqual([504, 'deadline-exceeded'])

      const beganAt = answers.map((asked) => asked.beganAt)
      const figures = {
        overshootAtBackendMs: distributionOf(
          overshootsMs(
            crm.seen().map(({ endedAt }) => endedAt),
            beganAt,
          ),
        ),
        overshootForUserMs: distributionOf(answers.map(({ tookMs }) => tookMs - DEADLINE_MS)),
      }
      flow.figures(figures)
      expect(figures.overshootAtBackendMs.count).toBeGreaterThan(0)
      for (const { p10 } of Object.values(figures)) expect(p10).toBeLessThanOrEqual(30 * BUSY)
    })
  },
  {
    ERP_POLICIES: '{ bulkhead: { limit: 1, queue: 0 } }',
    CRM_POLICIES: '{ bulkhead: { limit: 100, queue: 100 } }',
  },
)

/** All have the same time, so the first that began is the first whose time is up. */
function overshootsMs(endedAt: readonly (number | undefined)[], beganAt: readonly number[]): number[] {
  const began = beganAt.toSorted((a, b) => a - b)
  return endedAt
    .map((at) => at ?? Number.POSITIVE_INFINITY)
    .toSorted((a, b) => a - b)
    .map((at, index) => at - (began[index] as number) - DEADLINE_MS)
}
