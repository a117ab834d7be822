/** A backend that comes back is not run over by those who waited for it. */
import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { defaults } from '../../../gateway/hop/settings.ts'
import { steadily } from '../../support/asking.ts'
import { describeFaults } from '../../support/faulty-flow.ts'
import { mostAtOnce, tally } from '../../support/figures.ts'

const PER_SECOND = 300
const SECONDS = 3.5
/** Far more would be under way at once than is allowed: 300 a second that take a tenth of a second each. */
const SLOW_MS = 100
const TENTH = defaults.bulkhead.limit / 10

describeFaults(
  'a backend that comes back',
  (flow) => {
    test('has at most a tenth of its load at once for the first second', { timeout: 30_000 }, async () => {
      const { erp } = flow.before
      await flow.ask.order()
      await erp.set({ kind: 'reset-request' })
      const load = steadily(PER_SECOND, SECONDS, flow.ask.order)
      await after(600)
      erp.forget()
      await erp.set({ kind: 'latency', ms: SLOW_MS })
      const backAt = performance.now()
      const answers = await load
      const first = erp.seen().find(({ answered }) => answered)?.endedAt ?? Number.NaN
      const firstSecond = mostAtOnce(erp.seen(), backAt, first + 1_000)
      const later = mostAtOnce(erp.seen(), first + 1_000, Number.POSITIVE_INFINITY)
      const answered = answers.filter(({ beganAt }) => beganAt > backAt).map(({ status }) => status)
      flow.figures({
        noticedAfterMs: Math.round(first - backAt),
        mostAtOnceInFirstSecond: firstSecond,
        mostAtOnceLater: later,
        answers: tally(answered),
      })
      expect(first).not.toBeNaN()
      expect(firstSecond).toBeGreaterThan(0)
      expect(firstSecond).toBeLessThanOrEqual(TENTH)
      expect(later).toBeGreaterThan(TENTH)
    })
  },
  { ERP_POLICIES: '{ breaker: { openMs: [1000] } }' },
)
