/** The other side closes an idle connection in the moment a request sets out on it: nobody ever notices. */
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { busily } from '../../support/asking.ts'
import { describeFaults } from '../../support/faulty-flow.ts'
import { tally } from '../../support/figures.ts'
import { randomOf } from '../../support/random.ts'
import { callsOf, TIMEOUT_MS } from './size.ts'

const IDLE_MS = 12
/** How far from the moment of closing calls come, either way. */
const AROUND_MS = 4
const USERS = 40

describeFaults('a connection closed while idle', (flow) => {
  test('costs no call', { timeout: TIMEOUT_MS }, async () => {
    const { order } = flow.ask
    await order()
    const links = Object.entries(flow.before)
    for (const [, proxy] of links) await proxy.set({ kind: 'idle-close', afterMs: IDLE_MS })
    const random = randomOf(3)
    const statuses: number[] = []
    const startedAt = performance.now()
    await busily(callsOf(2_500), USERS, order, async ({ status }) => {
      statuses.push(status)
      await delay(IDLE_MS + AROUND_MS * (2 * random() - 1))
    })
    flow.figures({
      answers: tally(statuses),
      tookMs: Math.round(performance.now() - startedAt),
      cameTooLate: Object.fromEntries(links.map(([name, proxy]) => [name, proxy.counts().late])),
    })
    expect(tally(statuses)).toEqual({ 200: statuses.length })
    for (const [name, proxy] of links) if (name !== 'crm') expect(proxy.counts().late).toBeGreaterThan(10)
  })
})
