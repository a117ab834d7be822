/** A slow read is sent a second time, where a backend wants that, seldom, and only while the system has room. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Reply } from '../../contracts/contract.ts'
import type { Call } from '../../gateway/call.ts'
import { Budget } from '../../gateway/hop/policies/budget.ts'
import { Hedge } from '../../gateway/hop/policies/hedge.ts'
import { compose, type Send } from '../../gateway/hop/policy.ts'
import { defaults } from '../../gateway/hop/settings.ts'
import { Upstreams } from '../../gateway/hop/upstreams.ts'
import { Problem } from '../../gateway/problem.ts'
import { callFor, failed, target } from './policy-support.ts'
import { contractOf, failing, fate, targetOf, unreachable } from './upstream-support.ts'

beforeEach(() => {
  vi.useFakeTimers({ toNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const gone = new Problem('deadline-exceeded', 'the client closed the connection')

/** A system whose attempts end when they are told to, or when their call stops. */
function system() {
  const attempts: { reply(status: number): void; fail(problem: Problem): void; readonly call: Call }[] = []
  const send: Send = (_, call) => {
    const { promise, resolve, reject } = Promise.withResolvers<Reply>()
    attempts.push({ reply: (status) => resolve({ status }), fail: reject, call })
    call.begin({ stop: reject })
    return promise
  }
  return { attempts, send }
}

interface Setup {
  readonly afterMs?: number
  readonly ratio?: number
  readonly budget?: Budget
  readonly hasRoom?: () => boolean
  readonly effect?: 'read' | 'keyed'
}

function hedging({ afterMs = 100, ratio = 1, budget, hasRoom = () => true, effect = 'read' }: Setup = {}) {
  const { attempts, send: next } = system()
  const hedge = new Hedge({
    settings: { afterMs, ratio },
    budget: budget ?? new Budget(defaults.budget),
    hasRoom,
  })
  const send = hedge.policy(target({ effect }), next)
  return { attempts, hedge, next, send: (call = callFor(10_000)) => send({}, call), policy: send }
}

test('is off unless a backend wants it, and never for a change', () => {
  const off = hedging({ afterMs: defaults.hedge.afterMs })
  expect(off.policy).toBe(off.next)
  const change = hedging({ effect: 'keyed' })
  expect(change.policy).toBe(change.next)
})

describe('a slow read', () => {
  test('is sent again, the first reply counts, and the other attempt is stopped', async () => {
    for (const winner of [0, 1]) {
      const { attempts, hedge, send } = hedging()
      const reply = send()
      await vi.advanceTimersByTimeAsync(99)
      expect(attempts).toHaveLength(1)
      await vi.advanceTimersByTimeAsync(1)
      expect(attempts).toHaveLength(2)
      attempts[winner]?.reply(200)
      expect((await reply).status).toBe(200)
      expect(attempts.map(({ call }) => call.stopped !== undefined)).toEqual([winner === 1, winner === 0])
      expect(hedge.snapshot()).toEqual({ sent: 1, won: winner })
      expect(vi.getTimerCount()).toBe(0)
    }
  })

  test('that fails leaves the answer to the other; when both fail, it has failed', async () => {
    const { attempts, send } = hedging()
    const reply = send()
    await vi.advanceTimersByTimeAsync(100)
    attempts[0]?.fail(failed())
    expect(await fate(reply)).toBe('waiting')
    attempts[1]?.reply(200)
    expect((await reply).status).toBe(200)

    const lost = send()
    await vi.advanceTimersByTimeAsync(100)
    const last = failed()
    attempts[2]?.fail(failed())
    attempts[3]?.fail(last)
    await expect(lost).rejects.toBe(last)
  })

  test('whose caller leaves is stopped, both times', async () => {
    const { attempts, send } = hedging()
    const call = callFor(10_000)
    const reply = send(call)
    await vi.advanceTimersByTimeAsync(100)
    call.stop(gone)
    await expect(reply).rejects.toBe(gone)
    expect(attempts.map(({ call }) => call.stopped)).toEqual([gone, gone])
    expect(vi.getTimerCount()).toBe(0)
  })
})

test('a quick read, or one that fails, is sent once', async () => {
  const { attempts, send } = hedging()
  const [quick, bad] = [send(), send()]
  attempts[0]?.reply(200)
  attempts[1]?.fail(failed())
  expect([await fate(quick), await fate(bad)]).toEqual([200, 'upstream-unavailable'])
  expect(vi.getTimerCount()).toBe(0)
  expect(attempts).toHaveLength(2)
})

test('one in twenty, at most; and each is paid from the budget of the retries', async () => {
  const budget = new Budget({ ratio: 0, perSecond: 4 })
  const { attempts, hedge, send } = hedging({ ratio: 0.05, budget })
  const slow = async (count: number) => {
    const calls = Array.from({ length: count }, () => callFor(10_000))
    const sent = calls.map((call) => send(call).catch(() => {}))
    await vi.advanceTimersByTimeAsync(100)
    for (const call of calls) call.stop(gone)
    await Promise.all(sent)
  }
  await slow(60)
  expect([hedge.snapshot().sent, attempts.length, budget.snapshot().spent]).toEqual([3, 63, 3])
  await slow(60)
  expect(hedge.snapshot().sent).toBe(4)
})

test('a call that others make last longer lasts as long for both attempts', () => {
  const { attempts, send } = hedging()
  const call = callFor(1_000)
  send(call)
  Object.assign(call, { expiresAt: call.expiresAt + 1_000 })
  expect(attempts[0]?.call.expiresAt).toBe(call.expiresAt)
  expect(attempts[0]?.call.remainingMs).toBe(2_000)
})

describe('in its place among the policies', () => {
  const contract = contractOf({ hedge: { afterMs: 100, ratio: 1 }, bulkhead: { limit: 10 } })
  function upstream() {
    const upstreams = new Upstreams()
    const { attempts, send } = system()
    const { pause, hedge, breaker, bulkhead, heed } = upstreams
    const chain = compose([pause, hedge, breaker, bulkhead, heed], targetOf(contract), send)
    const state = () => {
      const [{ breaker, bulkhead, hedge } = {}] = upstreams.snapshot()
      return { counted: breaker?.calls, inFlight: bulkhead?.inFlight, hedges: hedge?.sent }
    }
    return { upstreams, attempts, state, send: () => chain({}, callFor(10_000)) }
  }

  test('the loser gives its slot back at once, and says nothing of the system', async () => {
    const { attempts, state, send } = upstream()
    const reply = send()
    await vi.advanceTimersByTimeAsync(100)
    expect(state()).toEqual({ counted: 0, inFlight: 2, hedges: 1 })
    attempts[1]?.reply(200)
    await reply
    await vi.advanceTimersByTimeAsync(0)
    expect(state()).toEqual({ counted: 1, inFlight: 0, hedges: 1 })
  })

  test('only while less than seven tenths of the slots are taken', async () => {
    const { state, send } = upstream()
    for (let count = 0; count < 7; count++) fate(send())
    await vi.advanceTimersByTimeAsync(100)
    expect(state()).toMatchObject({ inFlight: 7, hedges: 0 })
  })

  test('only while the circuit is closed, and nobody asked for a pause', async () => {
    const { upstreams, attempts, state, send } = upstream()
    const slow = fate(send())
    const { circuit } = upstreams.of(targetOf(contract))
    for (let count = 0; count < 5; count++) circuit.leave(circuit.enter(), 'unreachable')
    await vi.advanceTimersByTimeAsync(100)
    expect([circuit.snapshot().state, state().hedges, attempts.length]).toEqual(['open', 0, 1])
    await slow

    const other = upstream()
    fate(other.send())
    const told = fate(other.send())
    other.attempts[1]?.fail(failed({ unhealthy: false, retryAfterMs: 1_000 }))
    await told
    await vi.advanceTimersByTimeAsync(100)
    expect([other.state().hedges, other.attempts.length]).toEqual([0, 2])
  })
})

test('an attempt that throws is a failure like any other', async () => {
  const hedge = new Hedge({
    settings: { afterMs: 100, ratio: 1 },
    budget: new Budget(defaults.budget),
    hasRoom: () => true,
  })
  const send = hedge.policy(target(), () => {
    throw new TypeError('x is undefined')
  })
  await expect(send({}, callFor(1_000))).rejects.toThrow('x is undefined')
  await expect(hedge.policy(target(), failing(unreachable()))({}, callFor(1_000))).rejects.toThrow(Problem)
})
