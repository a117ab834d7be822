/** Somebody sets the clock of the machine, an hour ahead or back: no breaker, no retry and no deadline takes notice. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { steadily } from '../../support/asking.ts'
import { describeFaults, type FaultyFlow } from '../../support/faulty-flow.ts'
import type { Topology } from '../../support/topologies.ts'

const HOUR_MS = 3_600_000
const OPEN_MS = 1_000
const directory = mkdtempSync(join(tmpdir(), 'strata-clock-'))
afterAll(() => rmSync(directory, { recursive: true }))

const fileOf = (topology: Topology) => join(directory, topology.replaceAll(' ', '-'))
const env = (topology: Topology) => ({
  SHIFTED_CLOCK: fileOf(topology),
  NODE_OPTIONS: `--import=${new URL('../../support/shifted-clock.ts', import.meta.url)}`,
  ERP_POLICIES: `{ breaker: { openMs: [${OPEN_MS}], callsMin: 5, windowMs: 1000 }, retry: { firstDelayMs: 500, jitter: 0 } }`,
})

describeFaults(
  'a clock that is set',
  (flow, topology) => {
    /** @param hours by which the clock is wrong from now on */
    const setClock = async (hours: number) => {
      writeFileSync(fileOf(topology), String(hours * HOUR_MS))
      await delay(100)
    }
    writeFileSync(fileOf(topology), '0')
    afterEach(() => setClock(0))

    test('is really another', async () => {
      await setClock(1)
      const lines = flow.answering()
      await flow.ask.order()
      await vi.waitUntil(() => lines().length > 0)
      expect(Date.parse(String(lines()[0]?.time)) - Date.now()).toBeGreaterThan(HOUR_MS / 2)
    })

    describe.each([1, -1])('by %d h', (hours) => {
      test('moves no deadline', async () => {
        await flow.before.erp.set({ kind: 'black-hole' })
        const asked = flow.ask.order({ timeoutMs: 300 })
        await delay(100)
        await setClock(hours)
        expect(await asked).toMatchObject({ status: 504, problem: 'deadline-exceeded' })
        const again = await flow.ask.order({ timeoutMs: 300 })
        flow.figures({ hours, deadlinesOf300Ms: [(await asked).tookMs, again.tookMs].map(Math.round) })
        for (const { tookMs } of [await asked, again]) {
          expect(tookMs).toBeGreaterThan(250)
          expect(tookMs).toBeLessThan(700)
        }
      })

      test('moves no retry', async () => {
        await flow.fault('erp', { kind: 'status', status: 500, times: 1 })
        flow.before.erp.forget()
        const asked = flow.ask.order()
        await delay(100)
        await setClock(hours)
        expect((await asked).status).toBe(200)
        const [first, second] = flow.before.erp.seen().map(({ beganAt }) => beganAt)
        flow.figures({ hours, retriedAfterMs: Math.round(Number(second) - Number(first)) })
        expect(Number(second) - Number(first)).toBeGreaterThan(450)
        expect(Number(second) - Number(first)).toBeLessThan(1_500)
      })

      test('keeps no circuit open, and closes none', async () => {
        const [openedAt, closedAt] = await breakAndMend(flow, () => setClock(hours))
        flow.figures({ hours, openForMs: Math.round(closedAt - openedAt) })
        expect(closedAt - openedAt).toBeGreaterThan(OPEN_MS * 0.75)
        expect(closedAt - openedAt).toBeLessThan(OPEN_MS * 2)
      })
    })
  },
  env,
)

/** @returns when the last call came before the circuit opened, and when the first one came after */
async function breakAndMend(
  { before: { erp }, ask, fault, mend }: FaultyFlow,
  meanwhile: () => Promise<void>,
) {
  await fault('erp', { kind: 'status', status: 500 })
  erp.forget()
  // No time for a second attempt.
  await Promise.all(Array.from({ length: 10 }, () => ask.order({ timeoutMs: 500 })))
  const calls = erp.seen().length
  await mend()
  await meanwhile()
  const answers = await steadily(50, (OPEN_MS * 1.5) / 1_000, ask.order)
  expect(answers[0]?.status).toBe(503)
  expect(answers.at(-1)?.status).toBe(200)
  const times = erp.seen().map(({ beganAt }) => beganAt)
  return [times[calls - 1], times[calls]] as [number, number]
}
