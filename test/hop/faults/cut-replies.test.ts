/** Replies that are cut off somewhere, on every link there is: users get the whole answer or a problem, never something else. */
import { expect, test } from 'vitest'
import { type Asked, busily } from '../../support/asking.ts'
import type { Fault } from '../../support/fault-proxy.ts'
import { describeFaults, type FaultyFlow } from '../../support/faulty-flow.ts'
import { tally } from '../../support/figures.ts'
import { callsOf, TIMEOUT_MS } from './size.ts'

const USERS = 24
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
  'a reply that is cut off',
  (flow) => {
    test.each(ways)('by %j is never taken for an answer', { timeout: TIMEOUT_MS }, async (fault, share) => {
      const asks = [flow.ask.order, flow.ask.customers]
      const answers = await Promise.all(asks.map((ask) => ask()))
      const cutOff = await spoil(flow, fault)
      const startedAt = performance.now()
      const seen: string[] = []
      await Promise.all(
        asks.map((ask, index) =>
          busily((callsOf(2_500) * share) / asks.length, USERS, ask, (asked) =>
            seen.push(verdict(asked, answers[index]?.text)),
          ),
        ),
      )
      const outcomes = tally(seen)
      const seconds = Math.round((performance.now() - startedAt) / 100) / 10
      flow.figures({ kind: fault.kind, outcomes, cutOff: cutOff(), seconds })

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
