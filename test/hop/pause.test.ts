/** When a system asks to be left alone, all its callers do, and each knows what becomes of it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Budget } from '../../gateway/hop/policies/budget.ts'
import { Pause } from '../../gateway/hop/policies/pause.ts'
import { retry } from '../../gateway/hop/policies/retry.ts'
import { compose, type Send } from '../../gateway/hop/policy.ts'
import { defaults, type PauseSettings } from '../../gateway/hop/settings.ts'
import { Upstreams } from '../../gateway/hop/upstreams.ts'
import { Problem } from '../../gateway/problem.ts'
import { callFor, failed, script, target } from './policy-support.ts'
import { contractOf, targetOf } from './upstream-support.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const throttled = (retryAfterMs = 2_000) => failed({ unhealthy: false, retryAfterMs })
const gone = new Problem('deadline-exceeded', 'the client closed the connection')

function pausing(next: Send, settings: Partial<PauseSettings> = {}, random = () => 0) {
  const pause = new Pause({
    system: 'backend/store/v1',
    settings: { ...defaults.pause, ...settings },
    random,
  })
  return { pause, send: compose([pause.hold, pause.heed], target(), next) }
}

const fateOf = (sent: Promise<{ status: number }>) =>
  sent.then(
    ({ status }) => status,
    (problem: Problem) => problem,
  )

test('after 429 with 2 s nobody calls for 2 s; then those who waited succeed, and so does the one who was told', async () => {
  const next = script(throttled(), 200)
  const { pause, send } = pausing(next)
  const retrying = retry({ settings: defaults.retry, budget: new Budget(defaults.budget), random: () => 0 })
  const startedAt = performance.now()
  const told = fateOf(retrying(target(), send)({}, callFor(5_000)))
  await vi.advanceTimersByTimeAsync(500)
  const others = Array.from({ length: 3 }, () => fateOf(send({}, callFor(5_000))))
  expect(pause.snapshot()).toEqual({ forMs: 1_500, waiting: 3 })
  await vi.advanceTimersByTimeAsync(1_499)
  expect(next.at).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(await Promise.all([told, ...others])).toEqual([200, 200, 200, 200])
  expect(next.at.map((time) => time - startedAt)).toEqual([0, 2_000, 2_000, 2_000, 2_000])
  expect(pause.snapshot()).toEqual({ forMs: 0, waiting: 0 })
})

test('who cannot wait is told at once how long it lasts, and nobody asks again', async () => {
  const next = script(throttled(), 200)
  const { send } = pausing(next)
  await fateOf(send({}, callFor(10_000)))
  await vi.advanceTimersByTimeAsync(300)
  const problem = (await fateOf(send({}, callFor(1_749)))) as Problem
  expect(problem).toMatchObject({ slug: 'upstream-unavailable', headers: { 'retry-after': '2' } })
  expect([problem.failure, problem.owner?.team]).toEqual([undefined, 'store-team'])
  expect([next.at.length, vi.getTimerCount()]).toEqual([1, 0])
})

test('who leaves while waiting is let go at once, and nothing is sent for them', async () => {
  const next = script(throttled(), 200)
  const { pause, send } = pausing(next)
  await fateOf(send({}, callFor(10_000)))
  const call = callFor(10_000)
  const waiting = fateOf(send({}, call))
  await vi.advanceTimersByTimeAsync(100)
  call.stop(gone)
  expect(await waiting).toMatchObject({ slug: 'deadline-exceeded', cause: gone })
  expect([pause.snapshot().waiting, vi.getTimerCount()]).toEqual([0, 0])
  await vi.runAllTimersAsync()
  expect(next.at).toHaveLength(1)
})

test('no more wait than can be sent, and they do not leave together', async () => {
  const next = script(throttled(), 200)
  let drawn = 0
  const { send } = pausing(next, { waiting: 4, spreadMs: 200 }, () => drawn++ / 4)
  const startedAt = performance.now()
  await fateOf(send({}, callFor(10_000)))
  const sent = Array.from({ length: 6 }, () => fateOf(send({}, callFor(10_000))))
  const refused = await Promise.all(sent.slice(4))
  expect(refused.map((fate) => (fate as Problem).slug)).toEqual([
    'upstream-unavailable',
    'upstream-unavailable',
  ])
  await vi.runAllTimersAsync()
  expect(next.at.slice(1).map((time) => time - startedAt)).toEqual([2_000, 2_050, 2_100, 2_150])
})

test('the spread breaks no deadline', async () => {
  const next = script(throttled(), 200)
  const { send } = pausing(next, { spreadMs: 1_000 }, () => 0.999)
  const startedAt = performance.now()
  await fateOf(send({}, callFor(10_000)))
  const waiting = fateOf(send({}, callFor(2_150)))
  await vi.runAllTimersAsync()
  expect(await waiting).toBe(200)
  expect((next.at[1] ?? 0) - startedAt).toBeLessThanOrEqual(2_100)
})

test('when the first who leaves is told the same again, the others wait on', async () => {
  const next = script(throttled(), throttled(1_000), 200)
  let drawn = 0
  const { send } = pausing(next, { spreadMs: 200 }, () => drawn++ / 4)
  const startedAt = performance.now()
  await fateOf(send({}, callFor(10_000)))
  const sent = [fateOf(send({}, callFor(10_000))), fateOf(send({}, callFor(10_000)))]
  await vi.runAllTimersAsync()
  expect((await Promise.all(sent)).at(1)).toBe(200)
  expect((next.at[2] ?? 0) - startedAt).toBeGreaterThanOrEqual(3_000)
})

test('a system cannot ask for the whole day, nor for a time that is over', async () => {
  const { pause, send } = pausing(script(throttled(86_400_000)))
  await fateOf(send({}, callFor(1_000)))
  expect(pause.snapshot().forMs).toBe(60_000)
  const { pause: none, send: again } = pausing(script(throttled(0)))
  await fateOf(again({}, callFor(1_000)))
  expect(none.lasts).toBe(false)
})

test('the wall clock has no say', async () => {
  const { pause, send } = pausing(script(throttled()))
  await fateOf(send({}, callFor(1_000)))
  for (const hours of [-1, 2]) {
    vi.setSystemTime(Date.now() + hours * 3_600_000)
    expect(pause.snapshot().forMs).toBe(2_000)
  }
})

test('changes wait when reads were throttled, and so does who was in line for a slot', async () => {
  const upstreams = new Upstreams({ random: () => 0 })
  const contract = contractOf({ bulkhead: { limit: 1, queue: 5 } })
  const chain = [upstreams.pause, upstreams.bulkhead, upstreams.heed]
  const first = Promise.withResolvers<{ status: number }>()
  const replies = [first.promise]
  const at: number[] = []
  const next: Send = () => {
    at.push(performance.now())
    return replies.shift() ?? Promise.resolve({ status: 200 })
  }
  const [read, change] = ['get', 'put'].map((operation) =>
    compose(chain, targetOf(contract, operation), next),
  ) as [Send, Send]
  const startedAt = performance.now()
  const told = fateOf(read({}, callFor(5_000)))
  const inLine = fateOf(read({}, callFor(5_000)))
  first.reject(throttled())
  await told
  const changed = fateOf(change({}, callFor(5_000)))
  expect(upstreams.snapshot().map(({ pause, bulkhead }) => [pause.waiting, bulkhead.limit])).toEqual([
    [1, 0],
    [1, 0],
  ])
  await vi.runAllTimersAsync()
  expect([((await inLine) as Problem).slug, await changed]).toEqual(['overloaded', 200])
  expect(at.map((time) => time - startedAt)).toEqual([0, 2_000])
})

test('what succeeds waits for nothing', async () => {
  const { send } = pausing(script(200))
  expect([await fateOf(send({}, callFor(1_000))), vi.getTimerCount()]).toEqual([200, 0])
})
