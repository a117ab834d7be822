/** Callers who ask the same at the same time share one attempt, and nothing else. */
import { expect, test } from 'vitest'
import type { Reply } from '../../contracts/contract.ts'
import { type Call, type Caller, nobody } from '../../gateway/call.ts'
import { coalesce } from '../../gateway/hop/policies/coalesce.ts'
import type { OperationRequest, Send } from '../../gateway/hop/policy.ts'
import { Problem } from '../../gateway/problem.ts'
import { callFor, failed, type TargetParts, target } from './policy-support.ts'

const left = new Problem('deadline-exceeded', 'the client closed the connection')

/** A system that answers when told to. */
function system(parts: TargetParts = {}) {
  const attempts: { call: Call; answer: (reply: Reply) => void; fail: (error: unknown) => void }[] = []
  const next: Send = (_, call) =>
    new Promise((answer, fail) => {
      call.begin({ stop: fail })
      attempts.push({ call, answer, fail })
    })
  const { policy, snapshot } = coalesce()
  const send = policy(target({ cache: { maxAge: 1 }, ...parts }), next)
  const ask = (request: OperationRequest = {}, caller: Caller = { consumer: 'a' }, ms = 1_000) => {
    const call = callFor(ms)
    call.caller = caller
    const outcome = send(request, call).catch((problem: Problem) => problem)
    return { call, outcome }
  }
  return { attempts, ask, snapshot, send, next }
}

test('one attempt, one reply for all', async () => {
  const { attempts, ask, snapshot } = system()
  const asked = Array.from({ length: 50 }, () => ask({ query: { q: 'x' } }))
  expect(attempts).toHaveLength(1)
  expect(snapshot()).toEqual({ underWay: 1, joined: 49 })
  const reply = { status: 200 }
  attempts[0]?.answer(reply)
  for (const { outcome } of asked) expect(await outcome).toBe(reply)
  expect(snapshot().underWay).toBe(0)
  ask({ query: { q: 'x' } })
  expect(attempts).toHaveLength(2)
})

test('a failure is the failure of all, and not kept', async () => {
  const { attempts, ask, snapshot } = system()
  const asked = [ask(), ask()]
  const problem = failed()
  attempts[0]?.fail(problem)
  for (const { outcome } of asked) expect(await outcome).toBe(problem)
  expect(snapshot().underWay).toBe(0)
})

test.each<[string, OperationRequest, OperationRequest, boolean]>([
  ['another parameter', { params: { id: 1 } }, { params: { id: 2 } }, false],
  ['a number and its text', { query: { id: 1 } }, { query: { id: '1' } }, false],
  ['another header', { headers: { a: 'x' } }, { headers: { a: 'y' } }, false],
  ['another body', { body: [1] }, { body: [2] }, false],
  ['the same in another place', { params: { a: '1' } }, { query: { a: '1' } }, false],
  ['the same in another order', { query: { a: 1, b: 2 } }, { query: { b: 2, a: 1 } }, true],
  ['nothing and undefined', { query: {} }, { query: { a: undefined } }, true],
])('%s', (_, one, other, same) => {
  const { attempts, ask } = system()
  ask(one)
  ask(other)
  expect(attempts).toHaveLength(same ? 1 : 2)
})

test.each<[string, Caller, Caller]>([
  ['consumers', { consumer: 'a' }, { consumer: 'b' }],
  ['customers', { consumer: 'a', customerId: '1' }, { consumer: 'a', customerId: '2' }],
])('tells %s apart, unless the operation knows none', (_, one, other) => {
  for (const [security, attempts] of [
    [['customer'], 2],
    [['consumer'], 1],
    [[], 1],
  ] as const) {
    const { ask, attempts: made } = system({ security })
    ask({}, one)
    ask({}, other)
    expect(made).toHaveLength(attempts)
    expect(made[0]?.call.caller).toEqual(attempts === 2 ? one : nobody)
  }
})

test('all learn how old the reply is', async () => {
  const { attempts, ask } = system()
  const asked = [ask(), ask()]
  attempts[0]?.call.noteBorn(5)
  attempts[0]?.call.noteDegraded('erp')
  attempts[0]?.answer({ status: 200 })
  for (const { call, outcome } of asked) {
    await outcome
    expect([call.bornAt, call.degraded]).toEqual([5, new Set(['erp'])])
  }
})

test('who leaves leaves alone; when all have left the attempt stops', async () => {
  const { attempts, ask, snapshot } = system()
  const [one, other] = [ask(), ask()]
  one.call.stop(left)
  expect(await one.outcome).toMatchObject({ slug: 'deadline-exceeded', owner: { team: 'store-team' } })
  expect(attempts[0]?.call.stopped).toBeUndefined()
  other.call.stop(left)
  expect(attempts[0]?.call.stopped).toBe(left)
  expect(snapshot().underWay).toBe(0)
  ask()
  expect(attempts).toHaveLength(2)
})

test('the attempt lasts as long as the last of them', () => {
  const { attempts, ask } = system()
  ask()
  const { call } = ask({}, { consumer: 'a' }, 5_000)
  ask({}, { consumer: 'a' }, 50)
  expect(attempts[0]?.call.expiresAt).toBe(call.expiresAt)
})

test('only reads whose contract allows it', () => {
  const next: Send = () => Promise.resolve({ status: 200 })
  const { policy } = coalesce()
  expect(policy(target(), next)).toBe(next)
  expect(policy(target({ effect: 'keyed', cache: { maxAge: 1 } }), next)).toBe(next)
})
