/** Replies are kept as long as the contract allows and no longer, for nobody but whom they were for. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reply } from '../../contracts/contract.ts'
import { type Caller, nobody } from '../../gateway/call.ts'
import { type CacheOptions, cache } from '../../gateway/hop/policies/cache.ts'
import { Replies } from '../../gateway/hop/policies/replies.ts'
import type { OperationRequest, Send } from '../../gateway/hop/policy.ts'
import { Problem } from '../../gateway/problem.ts'
import { callFor, failed, type TargetParts, target } from './policy-support.ts'

function caching(parts: TargetParts = {}, options: CacheOptions = {}) {
  const state = {
    now: 0,
    asked: 0,
    outcome: { status: 200, body: 'a' } as Reply | Problem,
    /** What the reply is made of. */
    bornAt: undefined as number | undefined,
    degraded: undefined as string | undefined,
    callers: [] as Caller[],
  }
  const next: Send = (_, call) => {
    state.asked++
    state.callers.push(call.caller)
    if (state.bornAt !== undefined) call.noteBorn(state.bornAt)
    if (state.degraded !== undefined) call.noteDegraded(state.degraded)
    return state.outcome instanceof Problem ? Promise.reject(state.outcome) : Promise.resolve(state.outcome)
  }
  const { policy, snapshot } = cache({ clock: () => state.now, ...options })
  const send = policy(target({ cache: { maxAge: 30, staleIfError: 60 }, ...parts }), next)
  /** The reply with the age and the marker the caller would see; or the problem. */
  const ask = async (request: OperationRequest = {}, caller: Caller = { consumer: 'a' }) => {
    const call = callFor(1_000)
    call.caller = caller
    try {
      const { status, body } = await send(request, call)
      const { bornAt, degraded } = call
      return {
        status,
        ...(body === undefined ? {} : { body }),
        ...(bornAt === undefined ? {} : { ageMs: state.now - bornAt }),
        ...(degraded === undefined ? {} : { degraded: [...degraded] }),
      }
    } catch (problem) {
      return problem
    }
  }
  return { state, ask, snapshot, send, next }
}

test('fresh, then asked again, then stale when the system fails, then an error', async () => {
  const { state, ask, snapshot } = caching()
  expect(await ask()).toEqual({ status: 200, body: 'a' })
  state.now = 29_999
  expect(await ask()).toEqual({ status: 200, body: 'a', ageMs: 29_999 })
  expect(state.asked).toBe(1)

  state.now = 30_000
  state.outcome = { status: 200, body: 'b' }
  expect(await ask()).toEqual({ status: 200, body: 'b' })

  const down = failed()
  down.upstream = 'erp'
  state.outcome = down
  state.now = 119_999
  expect(await ask()).toEqual({ status: 200, body: 'b', ageMs: 89_999, degraded: ['erp'] })
  state.now = 120_000
  expect(await ask()).toBe(down)
  expect(snapshot()).toMatchObject({ replies: 1, hits: 1, misses: 4, stale: 1 })
})

test.each([
  ['upstream-unavailable', true],
  ['deadline-exceeded', true],
  ['contract-broken', true],
  ['internal-error', false],
  ['forbidden', false],
  ['validation-failed', false],
] as const)('stale for %s: %s', async (slug, stale) => {
  const { state, ask } = caching()
  await ask()
  state.now = 40_000
  state.outcome = new Problem(slug, 'no')
  expect(await ask()).toMatchObject(stale ? { status: 200, ageMs: 40_000 } : { slug })
})

test('keeps successes alone', async () => {
  const { state, ask } = caching()
  state.outcome = { status: 404 }
  await ask()
  await ask()
  expect(state.asked).toBe(2)
})

test('a reply is as old as the oldest of what it is made of', async () => {
  const { state, ask } = caching()
  state.bornAt = -20_000
  expect(await ask()).toMatchObject({ ageMs: 20_000 })
  state.now = 9_999
  expect(await ask()).toMatchObject({ ageMs: 29_999 })
  state.now = 10_000
  state.bornAt = undefined
  expect(await ask()).toEqual({ status: 200, body: 'a' })
  expect(state.asked).toBe(2)
})

test('the time it took to answer is part of its age', async () => {
  const { state, send } = caching()
  const call = callFor(1_000)
  const reply = send({}, call)
  state.now = 30_000
  await reply
  await send({}, call)
  expect(state.asked).toBe(2)
})

test('what had to do without a system is not kept, and never takes the place of what is', async () => {
  const { state, ask } = caching()
  await ask()
  state.now = 30_000
  state.degraded = 'erp'
  state.outcome = { status: 200, body: 'half' }
  expect(await ask()).toEqual({ status: 200, body: 'half', degraded: ['erp'] })
  state.outcome = failed()
  expect(await ask()).toMatchObject({ body: 'a', ageMs: 30_000 })
})

describe('whose a reply is', () => {
  const one = { consumer: 'shop', customerId: 'CUS-1' }
  const other = { consumer: 'shop', customerId: 'CUS-2' }

  test.each([
    ['open to all', []],
    ['for registered consumers', ['consumer']],
    ['for the layer above', ['layer']],
  ])('%s: everybody’s, and asked on behalf of nobody', async (_, security) => {
    const { ask, state } = caching({ security })
    await ask({}, one)
    await ask({}, other)
    expect(state.callers).toEqual([nobody])
  })

  test.each([
    ['for the customer', ['customer']],
    ['for consumers or customers', ['consumer', 'customer']],
    ['for whom nobody knows', ['session']],
  ])('%s: the caller’s alone', async (_, security) => {
    const { ask, state } = caching({ security })
    state.outcome = { status: 200, body: 'of one' }
    await ask({}, one)
    state.outcome = failed()
    expect(await ask({}, other)).toBe(state.outcome)
    expect(await ask({}, { consumer: 'app', customerId: 'CUS-1' })).toBe(state.outcome)
    expect(await ask({}, { consumer: 'shop' })).toBe(state.outcome)
    expect(await ask({}, one)).toMatchObject({ body: 'of one' })
    expect(state.callers.map(({ customerId }) => customerId)).toEqual(['CUS-1', 'CUS-2', 'CUS-1', undefined])
  })
})

test.each([
  ['every header', undefined, 2, 2],
  ['the named headers', ['accept-language'], 2, 1],
  ['no header', [], 1, 1],
])('varies by %s', async (_, vary, byLanguage, byTrace) => {
  const cacheOf = { maxAge: 30, ...(vary ? { vary } : {}) }
  const one = caching({ cache: cacheOf })
  await one.ask({ headers: { 'accept-language': 'en' } })
  await one.ask({ headers: { 'accept-language': 'de' } })
  expect(one.state.asked).toBe(byLanguage)
  const other = caching({ cache: cacheOf })
  await other.ask({ headers: { other: '1' } })
  await other.ask({ headers: { other: '2' } })
  expect(other.state.asked).toBe(byTrace)
})

test('only reads whose contract allows it', () => {
  for (const parts of [{ cache: undefined as never }, { effect: 'keyed' as const }, { cache: {} }]) {
    const { send, next } = caching(parts)
    expect(send).toBe(next)
  }
})

test('within its size: what was asked for stays, what was not goes', () => {
  const replies = new Replies(1_000)
  const body = 'x'.repeat(96)
  for (const key of 'abcdefghij') replies.set(key, { status: 200, body }, 0)
  expect(replies.count).toBe(10)
  replies.get('a')
  replies.set('k', { status: 200, body }, 0)
  expect([replies.get('a'), replies.get('b')]).toEqual([expect.anything(), undefined])
  replies.set('z', { status: 200, body: 'x'.repeat(200) }, 0)
  expect(replies.get('z')).toBeUndefined()
})

test('never beyond its size', () => {
  const step = fc.record({ key: fc.string({ maxLength: 2 }), length: fc.nat(200), look: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const replies = new Replies(1_000)
      for (const { key, length, look } of steps) {
        if (look) replies.get(key)
        else replies.set(key, { status: 200, body: 'x'.repeat(length) }, 0)
        expect(replies.size).toBeLessThanOrEqual(1_000)
        expect(replies.size).toBeGreaterThanOrEqual(0)
        expect(replies.size === 0).toBe(replies.count === 0)
      }
    }),
  )
})
