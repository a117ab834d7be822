/** Failures are repeated where that is safe, in time and affordable; and what cockatiel’s retry alone gets wrong. */
import { retry as cockatielRetry, DelegateBackoff, handleAll } from 'cockatiel'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Call } from '../../gateway/call.ts'
import { backoff } from '../../gateway/hop/policies/backoff.ts'
import { Budget } from '../../gateway/hop/policies/budget.ts'
import { retry } from '../../gateway/hop/policies/retry.ts'
import type { Send } from '../../gateway/hop/policy.ts'
import { defaults } from '../../gateway/hop/settings.ts'
import { Problem } from '../../gateway/problem.ts'
import { callFor, failed, script, type TargetParts, target } from './policy-support.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const gone = new Problem('deadline-exceeded', 'the client closed the connection')

interface Setup extends TargetParts {
  readonly budget?: Budget
  readonly random?: () => number
}

const retrying = (
  next: Send,
  { budget = new Budget(defaults.budget), random = () => 0, ...parts }: Setup = {},
) => retry({ settings: defaults.retry, budget, random })(target(parts), next)

/** What comes out, and at which times it was asked, from the start on. */
async function run(next: ReturnType<typeof script>, call: Call, setup?: Setup) {
  const startedAt = performance.now()
  const outcome = retrying(next, setup)({}, call).then(
    ({ status }) => status,
    (problem: Problem) => problem,
  )
  await vi.runAllTimersAsync()
  return { outcome: await outcome, at: next.at.map((time) => time - startedAt), endedAt: performance.now() }
}

describe('what is repeated', () => {
  const none = failed({ effect: 'none' })
  const unknown = failed({ effect: 'unknown' })
  const lost = failed({ effect: 'unknown' }, 'outcome-unknown')
  test.each<[string, Problem, Setup, number]>([
    ['a read that failed', unknown, { effect: 'read' }, 2],
    ['a keyed change that may have happened', lost, { effect: 'keyed' }, 2],
    ['a change that may have happened', lost, { effect: 'opaque' }, 1],
    ['a change to be looked up that may have happened', lost, { effect: 'lookup' }, 1],
    ['a change that did not happen', none, { effect: 'opaque' }, 2],
    ['a refusal', new Problem('upstream-auth-failed', 'no'), { effect: 'read' }, 1],
    ['a hop between layers', unknown, { layer: 'system', effect: 'read' }, 1],
  ])('%s', async (_, problem, setup, calls) => {
    const { at } = await run(script(problem, 200), callFor(10_000), setup)
    expect(at).toHaveLength(calls)
  })
})

test('waits 1, 2 and 4 s, then fails with what happened last', async () => {
  const last = failed()
  const { outcome, at } = await run(script(failed(), failed(), failed(), last), callFor(10_000))
  expect(at).toEqual([0, 1_000, 3_000, 7_000])
  expect(outcome).toBe(last)
})

test('what the system asked for is a floor', async () => {
  const { outcome, at } = await run(script(failed({ retryAfterMs: 2_000 }), 200), callFor(10_000))
  expect([outcome, at]).toEqual([200, [0, 2_000]])
})

test.each([
  ['the wait', 1_049, failed()],
  ['what the system asked for', 5_000, failed({ retryAfterMs: 60_000 })],
])('fails at once when the deadline is nearer than %s', async (_, ms, problem) => {
  const { outcome, at } = await run(script(problem), callFor(ms))
  expect([outcome, at]).toEqual([problem, [0]])
})

test('a later failure does not settle what an earlier attempt did', async () => {
  const lost = failed({ effect: 'unknown' }, 'outcome-unknown')
  const { outcome } = await run(script(lost, failed()), callFor(10_000), { effect: 'keyed' })
  expect(outcome).toBe(lost)
})

test('a connection closed while idle is forgiven once, at once and for nothing', async () => {
  const budget = new Budget({ ratio: 0, perSecond: 0 })
  const stale = failed({ effect: 'unknown', unhealthy: false, stale: true })
  expect((await run(script(stale, 200), callFor(10_000), { budget })).at).toEqual([0, 0])
  expect((await run(script(stale, stale, 200), callFor(10_000), { budget })).outcome).toBe(stale)
  expect((await run(script(stale, 200), callFor(10_000), { budget, effect: 'opaque' })).at).toEqual([0])
})

test('without a budget it fails at once', async () => {
  const budget = new Budget({ ratio: 0, perSecond: 1 })
  expect((await run(script(failed(), 200), callFor(10_000), { budget })).outcome).toBe(200)
  budget.spend()
  expect((await run(script(failed(), 200), callFor(10_000), { budget })).at).toEqual([0])
  expect(budget.snapshot().refused).toBe(1)
})

test('what succeeds costs one call and waits for nothing', async () => {
  const next = script(200)
  await retrying(next)({}, callFor(1_000))
  expect([next.at.length, vi.getTimerCount()]).toEqual([1, 0])
})

describe('pitfalls of cockatiel', () => {
  const alone = cockatielRetry(handleAll, { maxAttempts: 3, backoff: new DelegateBackoff(() => 1_000) })

  test('C1: its wait ignores a caller who left, and ends with one more call; ours ends at once', async () => {
    const controller = new AbortController()
    let calls = 0
    let settled = false
    const theirs = alone
      .execute(() => {
        calls++
        throw failed()
      }, controller.signal)
      .catch(() => {
        settled = true
      })
    await vi.advanceTimersByTimeAsync(100)
    controller.abort()
    await vi.advanceTimersByTimeAsync(800)
    expect([settled, calls, vi.getTimerCount()]).toEqual([false, 1, 1])
    await vi.advanceTimersByTimeAsync(200)
    await theirs
    expect([settled, calls]).toEqual([true, 2])

    const call = callFor(10_000)
    const next = script(failed())
    const ours = retrying(next)({}, call).catch((problem: Problem) => problem.slug)
    await vi.advanceTimersByTimeAsync(100)
    call.stop(gone)
    expect(await ours).toBe('upstream-unavailable')
    expect(vi.getTimerCount()).toBe(0)
    await vi.runAllTimersAsync()
    expect(next.at).toHaveLength(1)
  })

  test('C2: its attempts are retries; ours are called so, and no wait is below its nominal length', async () => {
    let calls = 0
    const theirs = alone.execute(() => {
      calls++
      throw failed()
    })
    theirs.catch(() => {})
    await vi.runAllTimersAsync()
    expect(calls).toBe(4)

    const next = script(failed())
    await run(next, callFor(60_000))
    expect(next.at).toHaveLength(1 + defaults.retry.retriesMax)
  })
})

test('every wait is within its bounds', () => {
  const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(share, fc.nat(6), fc.nat(60_000), share, (jitter, retry, floorMs, drawn) => {
      const nominalMs = 1_000 * 2 ** retry
      const waitMs = backoff({ firstDelayMs: 1_000, jitter }, () => drawn)(retry, floorMs)
      expect(waitMs).toBeGreaterThanOrEqual(Math.max(nominalMs, floorMs))
      expect(waitMs).toBeLessThanOrEqual(Math.max(nominalMs, floorMs) + nominalMs * jitter)
    }),
  )
})
