/** What nobody waits for any more is ended everywhere below, at once: when the user leaves, and when the time is up. */
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { steadily } from '../../support/asking.ts'
import { describeFaults } from '../../support/faulty-flow.ts'
import { distributionOf } from '../../support/figures.ts'

describeFaults(
  'a user who leaves',
  (flow) => {
    test('frees the only slot', async () => {
      const { erp } = flow.before
      await flow.ask.order()
      await flow.fault('erp', { kind: 'hang' })
      erp.forget()
      const freedAfterMs: number[] = []
      for (let count = 1; count <= 60; count++) {
        const leaving = new AbortController()
        const left = flow.ask.order({ signal: leaving.signal }).catch(() => 'left')
        // That it gets there shows that the slot of the one before is free.
        await expect.poll(() => erp.seen().length, { interval: 1 }).toBe(count)
        await delay(Math.random() * 20)
        const leftAt = performance.now()
        leaving.abort()
        expect(await left).toBe('left')
        await expect.poll(() => erp.seen()[count - 1]?.endedAt, { interval: 1 }).toBeDefined()
        freedAfterMs.push((erp.seen()[count - 1]?.endedAt as number) - leftAt)
      }
      const figures = distributionOf(freedAfterMs)
      flow.figures({ freedAfterMs: figures })
      expect(figures.p50).toBeLessThanOrEqual(50)
    })
  },
  { ERP_POLICIES: '{ bulkhead: { limit: 1, queue: 0 } }' },
)

const DEADLINE_MS = 300

describeFaults('a deadline of 300 ms', (flow) => {
  test('is kept at every backend, and towards the user', { timeout: 30_000 }, async () => {
    const { crm, erp } = flow.before
    await Promise.all([flow.ask.order(), flow.ask.customers()])
    for (const proxy of [crm, erp]) {
      proxy.forget()
      await proxy.set({ kind: 'black-hole' })
    }
    const slow = await Promise.all(
      [flow.ask.order, flow.ask.customers].map((ask) =>
        steadily(60, 3, () => ask({ timeoutMs: DEADLINE_MS })),
      ),
    )
    for (const { status, problem } of slow.flat())
      expect([status, problem]).toEqual([504, 'deadline-exceeded'])

    const overshoots = [crm, erp].flatMap((proxy, index) =>
      overshootsMs(
        proxy.seen().map(({ endedAt }) => endedAt),
        (slow[1 - index] ?? []).map(({ beganAt }) => beganAt),
      ),
    )
    const below = distributionOf(overshoots)
    const answered = distributionOf(slow.flat().map(({ tookMs }) => tookMs - DEADLINE_MS))
    flow.figures({ overshootAtBackendsMs: below, overshootTowardsUserMs: answered })
    expect(below.count).toBe(slow.flat().length)
    expect(below.p50).toBeLessThanOrEqual(30)
    expect(answered.p50).toBeLessThanOrEqual(30)
  })
})

/** All have the same time, so the first that began is the first whose time is up. */
function overshootsMs(endedAt: readonly (number | undefined)[], beganAt: readonly number[]): number[] {
  const began = beganAt.toSorted((a, b) => a - b)
  return endedAt
    .map((at) => at ?? Number.POSITIVE_INFINITY)
    .toSorted((a, b) => a - b)
    .map((at, index) => at - (began[index] as number) - DEADLINE_MS)
}
