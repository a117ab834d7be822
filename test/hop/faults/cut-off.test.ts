/**
 * Connections that are cut off somewhere, on every link there is: while they are idle, in the moment a request sets out
 * on them, nobody notices; within a reply, users get the whole answer or a problem, never something else.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Asked, busily } from '../../support/asking.ts'
import type { Fault } from '../../support/fault-proxy.ts'
import { describeFaults, type FaultyFlow } from '../../support/faulty-flow.ts'
import { tally } from '../../support/figures.ts'
import { randomOf } from '../../support/random.ts'

/** All calls that are promised, with `npm run faults`, take minutes; some do for every change. */
const isFull = process.env.MODE === 'full'
const CALLS = isFull ? 100_000 : 2_000
const timeout = isFull ? 900_000 : 120_000

const USERS = 40
const IDLE_MS = 12
/** How far from the moment of closing calls come, either way. */
const AROUND_MS = 4

/** From before the first byte of a reply to beyond its last. */
const anywhere = { atByte: [0, 2_000], share: 0.05 } as const
/** How a reply comes, and which share of the calls proves it. */
const ways: readonly [Fault, number][] = [
  [{ kind: 'reset-reply', ...anywhere }, 0.45],
  [{ kind: 'cut-reply', ...anywhere }, 0.45],
  [{ kind: 'slice', bytesMax: 60, share: 0.5 }, 0.1],
]
/** Whether asking again gets the whole answer is to be seen here; how long that may take is not. */
const policies = '{ retry: { firstDelayMs: 5 } }'

describeFaults(
  'a connection that is cut off',
  (flow) => {
    test('while it is idle costs no call', { timeout }, async () => {
      const { order } = flow.ask
      await order()
      const links = Object.entries(flow.before).filter(([name]) => name !== 'crm')
      for (const [, proxy] of links) await proxy.set({ kind: 'idle-close', afterMs: IDLE_MS })
      const random = randomOf(3)
      const seen: number[] = []
      const startedAt = performance.now()
      await busily(CALLS, USERS, order, async ({ status }) => {
        seen.push(status)
        await delay(IDLE_MS + AROUND_MS * (2 * random() - 1))
      })
      const tooLate = links.map(([name, proxy]) => [name, proxy.counts().late] as const)
      const cameTooLate = Object.fromEntries(tooLate)
      flow.figures({ answers: tally(seen), cameTooLate, seconds: secondsSince(startedAt) })
      expect(tally(seen)).toEqual({ 200: CALLS })
      for (const [, count] of tooLate) expect(count).toBeGreaterThan(0)
    })

    test.each(ways)('in a reply, by %j, gives no wrong answer', { timeout }, async (fault, share) => {
      const asks = [flow.ask.order, flow.ask.customers]
      const answers = await Promise.all(asks.map((ask) => ask()))
      const struck = await spoil(flow, fault)
      const seen: string[] = []
      const startedAt = performance.now()
      await Promise.all(
        asks.map((ask, index) =>
          busily((CALLS * share) / asks.length, USERS / asks.length, ask, (asked) =>
            seen.push(verdict(asked, answers[index]?.text)),
          ),
        ),
      )
      const outcomes = tally(seen)
      flow.figures({ kind: fault.kind, outcomes, struck: struck(), seconds: secondsSince(startedAt) })

      const { whole, '503 upstream-unavailable': refused = 0, ...others } = outcomes
      expect(others).toEqual({})
      expect(whole).toBeGreaterThan(refused * 5)
    })
  },
  { CRM_POLICIES: policies, ERP_POLICIES: policies },
)

const verdict = ({ status, problem, text }: Asked, whole: string | undefined): string =>
  status !== 200 ? `${status} ${problem}` : text === whole ? 'whole' : 'corrupt'

/** On every link. @returns how many replies it struck, by link */
async function spoil({ before }: FaultyFlow, fault: Fault): Promise<() => Record<string, number>> {
  const links = Object.entries(before)
  const struck = () => links.map(([name, proxy]) => [name, proxy.counts().faults] as const)
  const earlier = Object.fromEntries(struck())
  for (const [, proxy] of links) await proxy.set(fault)
  return () => Object.fromEntries(struck().map(([name, count]) => [name, count - (earlier[name] ?? 0)]))
}

const secondsSince = (startedAt: number) => Math.round((performance.now() - startedAt) / 100) / 10
