/** An operation with a key and one step, when the store or the lease fails it. */
import { setTimeout as after } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { Reply } from '../../../contracts/contract.ts'
import { HeldRecord } from '../../../gateway/idempotency/held-record.ts'
import { Problem } from '../../../gateway/problem.ts'
import { Desk, slugOf } from './desk.ts'

let desk = new Desk()
afterEach(() => {
  desk.close()
  desk = new Desk()
})

const made: Reply = { status: 201, headers: { location: '/pieces/1' }, body: { id: 1 } }

test('an answer that cannot be written down is given, says so, and is written down later', async () => {
  let runs = 0
  const ask = desk.serve('keyed', async () => {
    desk.driver.isAway = true
    runs++
    return made
  })
  expect(await ask('key')).toEqual({
    ...made,
    headers: { ...made.headers, 'idempotency-status': 'unrecorded' },
  })
  desk.driver.isAway = false
  await after(400)
  expect(await ask('key')).toEqual({ ...made, headers: { ...made.headers, 'idempotency-replayed': 'true' } })
  expect(runs).toBe(1)
})

test('a change of data keys changes nothing for who repeats a request', async () => {
  const [old, young] = ['o'.repeat(43), 'y'.repeat(43)]
  desk.openWith([old])
  expect(await desk.serve('keyed', async () => made)('key')).toEqual(made)
  desk.openWith([young, old])
  const ask = desk.serve('keyed', () => Promise.reject(new Error('must not run')))
  expect(await ask('key')).toMatchObject({ status: 201, headers: { 'idempotency-replayed': 'true' } })
  expect(slugOf(await ask('key', 'another'))).toBe('idempotency-key-reused')
})

test('nothing is begun while the store is away', async () => {
  desk.driver.isAway = true
  const ask = desk.serve('keyed', () => Promise.reject(new Error('must not run')))
  expect(await ask('key')).toMatchObject({
    slug: 'idempotency-store-unavailable',
    headers: { 'retry-after': '2' },
  })
})

test('an answer too long to be kept is given once, and the wish is still not carried out again', async () => {
  let runs = 0
  const long = { status: 201, body: { text: 'x'.repeat(300_000) } }
  const ask = desk.serve('keyed', async () => {
    runs++
    return long
  })
  expect(await ask('key')).toEqual(long)
  expect(slugOf(await ask('key'))).toBe('idempotency-body-not-retained')
  expect(runs).toBe(1)
})

test('who was taken over stops, and its answer counts for nothing', async () => {
  desk.close()
  desk = new Desk(60)
  const ask = desk.serve('keyed', async (_, call) => {
    if (runs++ > 0) return made
    await new Promise((resolve) => call.signal.addEventListener('abort', resolve))
    return { status: 201, body: { id: 'of a zombie' } }
  })
  let runs = 0
  const first = ask('key')
  await after(5)
  desk.pass(1_000)
  expect(await ask('key')).toEqual(made)
  expect(slugOf(await first)).toBe('idempotency-in-progress')
  expect(await ask('key')).toMatchObject({ body: made.body })
})

test('a store that is back before the lease ends costs nothing', async () => {
  desk.close()
  desk = new Desk(300)
  const ask = desk.serve('keyed', async (_, call) => {
    desk.driver.isAway = true
    await after(180)
    desk.driver.isAway = false
    await after(300)
    expect(call.stopped).toBeUndefined()
    return made
  })
  expect(await ask('key')).toEqual(made)
})

test('without a store for a whole lease the work stops: somebody else may begin', async () => {
  desk.close()
  desk = new Desk(100)
  const ask = desk.serve('keyed', async (_, call) => {
    desk.driver.isAway = true
    await new Promise((resolve) => call.signal.addEventListener('abort', resolve))
    throw call.stopped
  })
  expect(slugOf(await ask('key'))).toBe('idempotency-store-unavailable')
})

test('a key whose request was not carried out may be used for another one, and no other', async () => {
  const failed = new Problem('upstream-unavailable', 'down')
  const ask = desk.serve('keyed', async (_, call) => {
    if (mayHaveActed) call.markChanged()
    throw failed
  })
  let mayHaveActed = false
  expect(await ask('key', 'one')).toBe(failed)
  expect(await ask('key', 'other')).toBe(failed)
  mayHaveActed = true
  expect(await ask('key', 'one')).toBe(failed)
  expect(slugOf(await ask('key', 'other'))).toBe('idempotency-key-reused')
})

test('a result that comes while something else is being written down is not forgotten', async () => {
  const ask = desk.serve('keyed', async (_, { record }) => {
    if (!(record instanceof HeldRecord)) throw new Error('no record')
    if (record.steps.get('pay')?.phase === 'done') return made
    await record.intend('pay')
    let open = () => {}
    desk.driver.gate = new Promise((resolve) => {
      open = resolve
    })
    const written = record.save()
    record.done('pay', 'paid')
    open()
    await written
    throw new Problem('outcome-unknown', 'lost')
  })
  expect(slugOf(await ask('key'))).toBe('outcome-unknown')
  expect(await ask('key')).toEqual(made)
})
