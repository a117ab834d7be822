/** A system gets so many calls at once, a few wait for a moment, and nobody waits in vain. */
import { bulkhead as bareBulkhead } from 'cockatiel'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Reply } from '../../contracts/contract.ts'
import { bulkhead } from '../../gateway/hop/policies/bulkhead.ts'
import { Slots } from '../../gateway/hop/policies/slots.ts'
import { Place, WaitingLine } from '../../gateway/hop/policies/waiting-line.ts'
import type { Problem } from '../../gateway/problem.ts'
import { behind, callFor, down, fate, gone } from './upstream-support.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

/** A system that answers when told to. */
function start(settings: { limit?: number; queue?: number; waitMs?: number } = {}, limit?: () => number) {
  const slots = new Slots({
    upstream: 'backend/depot/v1 read',
    settings: { limit: 1, queue: 4, waitMs: 100, ...settings },
    ...(limit && { limit }),
  })
  const system = behind(bulkhead(slots))
  const running: PromiseWithResolvers<Reply>[] = []
  system.behave = () => {
    const answer = Promise.withResolvers<Reply>()
    running.push(answer)
    return answer.promise
  }
  const finish = async (status = 200) => {
    running.shift()?.resolve({ status })
    await fate(Promise.resolve())
  }
  return { slots, system, running, finish, send: system.send, now: () => slots.snapshot() }
}

test('calls beyond the limit wait, and those beyond the queue are refused', async () => {
  const { send, finish, now, running } = start({ limit: 2, queue: 2 })
  const calls = Array.from({ length: 4 }, () => send())
  const refused = await send().catch((error: unknown) => error as Problem)
  expect(refused).toMatchObject({ slug: 'overloaded', status: 503, headers: { 'retry-after': '1' } })
  expect((refused as Problem).failure).toBeUndefined()
  expect([now(), running.length]).toEqual([{ inFlight: 2, waiting: 2, limit: 2 }, 2])
  while (running.length) await finish()
  expect(await Promise.all(calls.map(fate))).toEqual([200, 200, 200, 200])
  expect(now()).toEqual({ inFlight: 0, waiting: 0, limit: 2 })
})

test('a failure gives its slot back, as does a mistake before there is a promise', async () => {
  const { system, running, send, now } = start()
  const failed = send()
  running[0]?.reject(down())
  expect(await fate(failed)).toBe('upstream-unavailable')
  system.behave = () => {
    throw new TypeError('x is undefined')
  }
  expect(await fate(send())).toBe('TypeError')
  expect(now().inFlight).toBe(0)
})

test.each([
  ['100 ms', 10_000, 100],
  ['a tenth of the time it has left', 500, 50],
])('a call waits no longer than %s', async (_, lastsMs, waitMs) => {
  const { send, finish, now } = start()
  const first = send()
  const waiting = send(callFor(lastsMs))
  vi.advanceTimersByTime(waitMs - 1)
  expect(await fate(waiting)).toBe('waiting')
  vi.advanceTimersByTime(1)
  expect(await fate(waiting)).toBe('overloaded')
  expect(now().waiting).toBe(0)
  await finish()
  expect(await fate(first)).toBe(200)
})

test('a call whose time has passed by its turn is not started', async () => {
  const { send, finish, now, running } = start({ waitMs: 60_000 })
  const first = send()
  const call = callFor(1_000)
  const waiting = send(call)
  // The process was busy with something else: no timer fired.
  const later = performance.now() + 1_001
  vi.spyOn(performance, 'now').mockReturnValue(later)
  await finish()
  expect([await fate(first), await fate(waiting), running.length]).toEqual([200, 'deadline-exceeded', 0])
  expect(now().inFlight).toBe(0)
})

describe('a call that ends while it waits', () => {
  test('leaves at once and makes room (in the library it keeps its place)', async () => {
    const policy = bareBulkhead(1, 10)
    const busy = Promise.withResolvers<void>()
    const signal = AbortSignal.abort()
    const holding = policy.execute(() => busy.promise)
    const later = new AbortController()
    const dead = Array.from({ length: 10 }, () => policy.execute(() => {}, later.signal))
    later.abort()
    expect(signal.aborted && (await fate(dead[0] as Promise<void>))).toBe('waiting')
    expect(await fate(policy.execute(() => {}))).toBe('Error')
    expect(policy.queueSlots).toBe(0)
    busy.resolve()
    await Promise.allSettled([holding, ...dead])

    const { send, finish, now, running } = start({ queue: 10 })
    const first = send()
    const calls = Array.from({ length: 10 }, () => callFor())
    const gave = calls.map((call) => send(call))
    for (const call of calls) call.stop(gone())
    expect(new Set(await Promise.all(gave.map(fate)))).toEqual(new Set(['deadline-exceeded']))
    const live = send()
    expect(now()).toMatchObject({ inFlight: 1, waiting: 1 })
    await finish()
    await finish()
    expect([await fate(first), await fate(live), running.length]).toEqual([200, 200, 0])
  })

  test('one that had ended before is not begun', async () => {
    const { send, finish } = start()
    const first = send()
    const call = callFor()
    call.stop(gone())
    expect(await fate(send(call))).toBe('deadline-exceeded')
    await finish()
    expect(await fate(first)).toBe(200)
  })
})

test('the limit may change meanwhile', async () => {
  let limit = 1
  const { send, finish, now, running } = start({}, () => limit)
  const calls = [send(), send(), send()]
  limit = 3
  calls.push(send())
  expect(now()).toMatchObject({ inFlight: 3, waiting: 1 })
  limit = 0
  await finish()
  expect(now()).toMatchObject({ inFlight: 2, waiting: 1 })
  limit = 3
  while (running.length) await finish()
  expect(await Promise.all(calls.map(fate))).toEqual([200, 200, 200, 200])
})

class Named extends Place {
  readonly name: string

  constructor(name: string) {
    super()
    this.name = name
  }
}

test('the oldest is next, and in a crowd the newest', () => {
  const line = new WaitingLine<Named>(4)
  const places = ['a', 'b', 'c', 'd'].map((name) => new Named(name))
  const served = (count: number) => Array.from({ length: count }, () => line.shift()?.name)
  for (const place of places) line.join(place)
  expect(line.full).toBe(true)
  expect(served(5)).toEqual(['d', 'c', 'a', 'b', undefined])
  for (const place of places.slice(0, 3)) line.join(place)
  const [, b] = places
  line.leave(b as Named)
  line.leave(b as Named)
  expect([line.length, ...served(3)]).toEqual([2, 'a', 'c', undefined])
})

const step = fc.oneof(
  fc.record({ kind: fc.constant('send' as const), lastsMs: fc.integer({ min: 1, max: 3_000 }) }),
  fc.record({ kind: fc.constant('finish' as const), which: fc.nat() }),
  fc.record({ kind: fc.constant('stop' as const), which: fc.nat() }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(60) }),
  fc.record({ kind: fc.constant('limit' as const), to: fc.nat(3) }),
)

test('whatever happens in whatever order, no slot is lost and no call forgotten', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      let limit = 2
      const { send, running, now } = start({ queue: 3 }, () => limit)
      const calls: ReturnType<typeof callFor>[] = []
      const sent: Promise<unknown>[] = []
      for (const step of steps) {
        const before = now().inFlight
        if (step.kind === 'send') {
          const call = callFor(step.lastsMs)
          calls.push(call)
          sent.push(fate(send(call).finally(() => {})), Promise.resolve())
        } else if (step.kind === 'wait') vi.advanceTimersByTime(step.ms)
        else if (step.kind === 'limit') limit = step.to
        else if (step.kind === 'stop') calls[step.which % calls.length]?.stop(gone())
        else if (running.length) running.splice(step.which % running.length, 1)[0]?.resolve({ status: 200 })
        await fate(Promise.resolve())
        const { inFlight, waiting } = now()
        expect(inFlight).toBe(running.length)
        expect(inFlight).toBeLessThanOrEqual(Math.max(limit, before))
        expect(waiting).toBeLessThanOrEqual(3)
      }
      limit = 2
      vi.advanceTimersByTime(100)
      while (running.length) {
        running.shift()?.resolve({ status: 200 })
        await fate(Promise.resolve())
      }
      await Promise.all(sent)
      expect(now()).toEqual({ inFlight: 0, waiting: 0, limit: 2 })
    }),
    { numRuns: 200 },
  )
})
