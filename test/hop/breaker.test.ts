/** A system that is not well is left alone, and only that: what the library alone gets wrong is shown beside ours. */
import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  SamplingBreaker,
} from 'cockatiel'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { breaker } from '../../gateway/hop/policies/breaker.ts'
import { Circuit } from '../../gateway/hop/policies/circuit.ts'
import { type BreakerSettings, defaults } from '../../gateway/hop/settings.ts'
import { Problem } from '../../gateway/problem.ts'
import {
  behind,
  callFor,
  down,
  failing,
  fate,
  gone,
  refused,
  stale,
  unreachable,
} from './upstream-support.ts'

const unhealthy = handleWhen((error) => error instanceof Problem && error.failure?.unhealthy === true)

function ours(settings: Partial<BreakerSettings> = {}) {
  const time = { now: 0 }
  const circuit = new Circuit({
    upstream: 'backend/depot/v1 read',
    settings: { ...defaults.breaker, ...settings },
    clock: () => time.now,
    random: () => 0.5,
  })
  const system = behind(breaker(circuit))
  const state = () => circuit.snapshot().state
  /** Broken, and its time over: the next call is a probe. */
  const broken = async () => {
    system.behave = failing(unreachable())
    for (let count = 0; count < 5; count++) await fate(system.send())
    time.now += 5_000
    system.behave = system.answers
    system.calls = 0
  }
  return { circuit, system, time, state, broken }
}

/** The library's, broken, its time over. */
async function bare() {
  const policy = circuitBreaker(unhealthy, { breaker: new ConsecutiveBreaker(1), halfOpenAfter: 0 })
  await fate(policy.execute(failing(down())))
  return policy
}

describe('what counts', () => {
  const stopped = () => {
    const call = callFor()
    call.stop(gone())
    return call
  }
  test.each([
    ['a failure', down(), callFor(), { calls: 1, failures: 1 }],
    ['no connection', unreachable(), callFor(), { calls: 1, failures: 1 }],
    ['a refusal', refused(), callFor(), { calls: 1, failures: 0 }],
    ['a refusal for now', new Problem('upstream-unavailable', '429'), callFor(), { calls: 1, failures: 0 }],
    ['a deadline', new Problem('deadline-exceeded', 'late'), callFor(), { calls: 0, failures: 0 }],
    ['a change cut off by us', new Problem('outcome-unknown', 'late'), stopped(), { calls: 0, failures: 0 }],
    ['a change out of time', new Problem('outcome-unknown', 'late'), callFor(0), { calls: 0, failures: 0 }],
    ['a connection gone stale', stale(), callFor(), { calls: 0, failures: 0 }],
    ['a call shed by us', new Problem('overloaded', 'full'), callFor(), { calls: 0, failures: 0 }],
    ['a mistake of ours', new TypeError('x is undefined'), callFor(), { calls: 0, failures: 0 }],
  ])('%s', async (_, error, call, counts) => {
    const { circuit, system } = ours()
    system.behave = failing(error)
    await expect(system.send(call)).rejects.toBe(error)
    expect(circuit.snapshot()).toMatchObject(counts)
  })

  test('a mistake before there is a promise is a rejection, and keeps no probe', async () => {
    const { system, time, broken } = ours()
    await broken()
    system.behave = () => {
      throw new TypeError('x is undefined')
    }
    expect(await fate(system.send())).toBe('TypeError')
    time.now += 1_000
    system.behave = system.answers
    expect(await fate(system.send())).toBe(200)
  })
})

test('while it is open callers are told at once when to come back, and nobody asks again', async () => {
  const { system, time, broken } = ours()
  await broken()
  time.now -= 3_200
  const problem = await system.send().catch((error: unknown) => error as Problem)
  expect(problem).toMatchObject({ slug: 'upstream-unavailable', headers: { 'retry-after': '4' } })
  expect((problem as Problem).failure).toBeUndefined()
  expect((problem as Problem).owner?.team).toBe('depots')
  expect(system.calls).toBe(0)
})

describe('half-open', () => {
  test('callers beside the probe do not wait for it (the library’s do, and then come all at once)', async () => {
    const policy = await bare()
    const probe = Promise.withResolvers<void>()
    let crowd = 0
    const running = policy.execute(() => probe.promise)
    const waiting = Array.from({ length: 100 }, () =>
      policy.execute(() => {
        crowd++
      }, AbortSignal.abort()),
    )
    expect(await fate(waiting[0] as Promise<void>)).toBe('waiting')
    probe.resolve()
    await Promise.allSettled([running, ...waiting])
    const live = await bare()
    const second = Promise.withResolvers<void>()
    const first = live.execute(() => second.promise)
    const released = Array.from({ length: 100 }, () => live.execute(() => crowd++))
    second.resolve()
    await Promise.all([first, ...released])
    expect(crowd).toBe(100)

    const { system, broken } = ours()
    await broken()
    const { promise, resolve } = Promise.withResolvers<{ status: number }>()
    system.behave = () => promise
    const own = system.send()
    const beside = Array.from({ length: 100 }, () => fate(system.send()))
    expect(new Set(await Promise.all(beside))).toEqual(new Set(['upstream-unavailable']))
    resolve({ status: 200 })
    expect([await fate(own), system.calls]).toEqual([200, 1])
  })

  test('a cancelled probe proves nothing (the library’s closes the circuit)', async () => {
    const policy = await bare()
    await fate(policy.execute(failing(gone())))
    expect(policy.state).toBe(CircuitState.Closed)

    const { system, state, time, broken } = ours({ probesGood: 1 })
    await broken()
    system.behave = failing(gone())
    expect(await fate(system.send())).toBe('deadline-exceeded')
    expect(state()).toBe('half-open')
    time.now += 1_000
    system.behave = system.answers
    expect(await fate(system.send())).toBe(200)
    expect(state()).toBe('closed')
  })

  test('a call from before the break proves nothing (the library’s opens the circuit again)', async () => {
    const policy = circuitBreaker(unhealthy, { breaker: new ConsecutiveBreaker(1), halfOpenAfter: 0 })
    const late = Promise.withResolvers<void>()
    const slow = policy.execute(() => late.promise)
    await fate(policy.execute(failing(down())))
    const probe = policy.execute(() => new Promise(() => {}))
    expect([policy.state, await fate(probe)]).toEqual([CircuitState.HalfOpen, 'waiting'])
    late.reject(down())
    await fate(slow)
    expect(policy.state).toBe(CircuitState.Open)

    const { system, state, broken } = ours({ probes: 1, probesGood: 1 })
    const { promise, reject } = Promise.withResolvers<{ status: number }>()
    system.behave = () => promise
    const own = system.send()
    await broken()
    system.behave = () => new Promise(() => {})
    expect(await fate(system.send())).toBe('waiting')
    reject(down())
    expect([await fate(own), state()]).toEqual(['upstream-unavailable', 'half-open'])
  })
})

test('answers of another kind interrupt a row of failures (the library’s do not)', async () => {
  const policy = circuitBreaker(unhealthy, { breaker: new ConsecutiveBreaker(3), halfOpenAfter: 5_000 })
  const { system, state } = ours({ unreachableMax: 3 })
  const outcomes = [unreachable(), unreachable(), ...Array.from({ length: 100 }, refused), unreachable()]
  for (const problem of outcomes) {
    await fate(policy.execute(failing(problem)))
    system.behave = failing(problem)
    await fate(system.send())
  }
  expect([policy.state, state()]).toEqual([CircuitState.Open, 'closed'])
})

describe('time', () => {
  const HOUR_MS = 3_600_000
  afterEach(() => vi.useRealTimers())

  /** Both, on the clocks of this process, which are faked. */
  function both() {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    const circuit = new Circuit({
      upstream: 'backend/depot/v1 read',
      settings: { ...defaults.breaker, windowMs: 1_000 },
      random: () => 0.5,
    })
    const system = behind(breaker(circuit))
    const policy = circuitBreaker(unhealthy, {
      breaker: new SamplingBreaker({ threshold: 0.5, duration: 1_000, minimumRps: 20 }),
      halfOpenAfter: 5_000,
    })
    const send = async (count: number, behave: () => Promise<{ status: number }>) => {
      system.behave = behave
      for (let index = 0; index < count; index++)
        await Promise.allSettled([policy.execute(behave), system.send()])
    }
    const lets = async (execute: () => Promise<unknown>) =>
      execute().then(
        () => true,
        (error) => !(error instanceof BrokenCircuitError || error instanceof Problem),
      )
    const passes = async () => {
      system.behave = system.answers
      return [await lets(() => policy.execute(system.answers)), await lets(() => system.send())]
    }
    return { send, passes, answers: system.answers, state: () => [policy.state, circuit.snapshot().state] }
  }

  test.each([
    ['back', -HOUR_MS, 5_000, [false, true]],
    ['ahead', HOUR_MS, 0, [true, false]],
  ])(
    'a clock that is set %s an hour changes nothing for an open circuit',
    async (_, byMs, passedMs, passes) => {
      const { send, ...circuits } = both()
      await send(25, failing(down()))
      expect(await circuits.passes()).toEqual([false, false])
      vi.setSystemTime(Date.now() + byMs)
      vi.advanceTimersByTime(passedMs)
      expect(await circuits.passes()).toEqual(passes)
    },
  )

  test('a clock that is set back does not keep a circuit closed', async () => {
    const { send, answers, state } = both()
    await send(100, answers)
    vi.setSystemTime(Date.now() - HOUR_MS)
    vi.advanceTimersByTime(10_000)
    await send(90, failing(down()))
    expect(state()).toEqual([CircuitState.Closed, 'open'])
  })

  test('failures are forgotten in silence too (by the library one bucket a call)', async () => {
    const { send, answers, state } = both()
    await send(100, answers)
    await send(99, failing(down()))
    vi.advanceTimersByTime(5_000)
    await send(3, failing(down()))
    expect(state()).toEqual([CircuitState.Open, 'closed'])
  })
})
