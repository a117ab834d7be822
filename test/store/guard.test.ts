/** Nobody waits for a store that is not well. */
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Guard } from '../../gateway/store/guard.ts'
import { StoreUnavailable } from '../../gateway/store/unavailable.ts'

const down = () => Promise.reject(new StoreUnavailable('unreachable', 'no connection'))
const never = () => new Promise<never>(() => {})
const guard = (options = {}) =>
  new Guard({ answerMs: 20, probeMs: 30, failureOf: () => undefined, ...options })

const fail = async (guarded: Guard, times: number) => {
  for (let i = 0; i < times; i++) await guarded.run(down).catch(() => {})
}

test('what never settles is slow', async () => {
  await expect(guard().run(never)).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'slow' })
})

test('after five failures nothing is tried', async () => {
  const guarded = guard({ probeMs: 60_000 })
  await fail(guarded, 4)
  expect(guarded.isOpen).toBe(false)
  await fail(guarded, 1)
  let tried = false
  const call = async () => {
    tried = true
  }
  await expect(guarded.run(call)).rejects.toMatchObject({ reason: 'unreachable' })
  expect(tried).toBe(false)
})

test('then one is tried at a time, until one succeeds', async () => {
  const guarded = guard()
  await fail(guarded, 5)
  await sleep(40)
  let tried = 0
  const probe = async () => {
    tried++
    await sleep(10)
    return 'well again'
  }
  const answers = await Promise.allSettled(Array.from({ length: 10 }, () => guarded.run(probe)))
  expect(tried).toBe(1)
  expect(answers[0]).toMatchObject({ status: 'fulfilled', value: 'well again' })
  expect(answers[1]).toMatchObject({ status: 'rejected', reason: { reason: 'unreachable' } })
  await expect(guarded.run(probe)).resolves.toBe('well again')
})

test('a probe that fails keeps it closed to others', async () => {
  const guarded = guard()
  await fail(guarded, 5)
  await sleep(40)
  await fail(guarded, 1)
  await expect(guarded.run(async () => 'well')).rejects.toMatchObject({ reason: 'unreachable' })
})

test('a success in between starts the count again', async () => {
  const guarded = guard()
  await fail(guarded, 4)
  await guarded.run(async () => 'well')
  await fail(guarded, 4)
  expect(guarded.isOpen).toBe(false)
})

test.each([
  ['full', new StoreUnavailable('full', 'out of memory')],
  ['asked nonsense', new TypeError('a mistake of ours')],
])('a store that is %s is there', async (_, error) => {
  const guarded = guard()
  for (let i = 0; i < 10; i++) await expect(guarded.run(() => Promise.reject(error))).rejects.toBe(error)
  expect(guarded.isOpen).toBe(false)
})
