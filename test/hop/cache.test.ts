/** Replies are kept as long as the contract allows and no longer, for nobody but whom they were for. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Reply } from '../../contracts/contract.ts'
import { type CacheOptions, cache } from '../../gateway/hop/policies/cache.ts'
import { Replies } from '../../gateway/hop/policies/replies.ts'
import type { OperationRequest, Send } from '../../gateway/hop/policy.ts'
import { Problem } from '../../gateway/problem.ts'
import { callFor, failed, type TargetParts, target } from './policy-support.ts'

function caching(parts: TargetParts = {}, options: CacheOptions = {}) {
  const state = { now: 0, asked: 0, outcome: { status: 200, body: 'a' } as Reply | Problem }
  const next: Send = () => {
    state.asked++
    return state.outcome instanceof Problem ? Promise.reject(state.outcome) : Promise.resolve(state.outcome)
  }
  const { policy, snapshot } = cache({ clock: () => state.now, ...options })
  const send = policy(target({ cache: { maxAge: 30, staleIfError: 60 }, ...parts }), next)
  const ask = (request: OperationRequest = {}, caller = { consumer: 'a' }) => {
    const call = callFor(1_000)
    call.caller = caller
    return send(request, call).catch((problem: Problem) => problem)
  }
  return { state, ask, snapshot, send, next }
}

test('fresh, then asked again, then stale when the system fails, then an error', async () => {
  const { state, ask, snapshot } = caching()
  expect(await ask()).toEqual({ status: 200, body: 'a' })
  state.now = 29_999
  expect(await ask()).toEqual({ status: 200, body: 'a', headers: { age: '29' } })
  expect(state.asked).toBe(1)

  state.now = 30_000
  state.outcome = { status: 200, body: 'b' }
  expect(await ask()).toEqual({ status: 200, body: 'b' })

  const down = failed()
  state.outcome = down
  state.now = 119_999
  expect(await ask()).toEqual({ status: 200, body: 'b', headers: { age: '89' } })
  state.now = 120_000
  expect(await ask()).toBe(down)
  expect(snapshot()).toMatchObject({ replies: 1, hits: 1, misses: 4, stale: 1 })
})

test.each([
  ['upstream-unavailable', true],
  ['deadline-exceeded', true],
  ['contract-broken', true],
  ['forbidden', false],
  ['validation-failed', false],
] as const)('stale for %s: %s', async (slug, stale) => {
  const { state, ask } = caching()
  await ask()
  state.now = 40_000
  state.outcome = new Problem(slug, 'no')
  expect(await ask()).toMatchObject(stale ? { status: 200, headers: { age: '40' } } : { slug })
})

test('keeps successes alone', async () => {
  const { state, ask } = caching()
  state.outcome = { status: 404 }
  await ask()
  await ask()
  expect(state.asked).toBe(2)
})

test('counts the age a reply came with', async () => {
  const { state, ask } = caching()
  state.outcome = { status: 200, headers: { age: '20' } }
  await ask()
  state.now = 9_000
  expect(await ask()).toMatchObject({ headers: { age: '29' } })
  state.now = 10_000
  await ask()
  expect(state.asked).toBe(2)
})

test('tells callers apart, unless the operation is open to all', async () => {
  for (const [security, asked] of [[['bearer'], 2] as const, [[], 1] as const]) {
    const { ask, state } = caching({ security })
    await ask({}, { consumer: 'a' })
    await ask({}, { consumer: 'b' })
    expect(state.asked).toBe(asked)
  }
})

test.each([
  ['every header', undefined, 2, 2],
  ['the named headers', ['Accept-Language'], 2, 1],
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
