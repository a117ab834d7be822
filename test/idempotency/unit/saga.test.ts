/** A saga is carried out as a whole, or taken back as a whole, or an operator is told. */
import { afterEach, describe, expect, test } from 'vitest'
import type { Reply, StepOptions } from '../../../contracts/contract.ts'
import { problemBody } from '../../../contracts/problems.ts'
import type { Call } from '../../../gateway/call.ts'
import type { Handle } from '../../../gateway/idempotency/saga.ts'
import { Problem } from '../../../gateway/problem.ts'
import { Desk, slugOf } from './desk.ts'

let desk = new Desk()
let happened: string[] = []
afterEach(() => {
  desk.close()
  desk = new Desk()
  happened = []
})

type Act = (step: Call) => Promise<unknown>
interface Plan {
  readonly act?: Act
  readonly undo?: StepOptions<Call, unknown>['compensate']
}

const refused: Reply = { status: 409, body: problemBody('conflict', 'refused') }
const down = () => Promise.reject(new Problem('outcome-unknown', 'down'))
const done: Reply = { status: 201, body: { done: true } }

/** A handler with these steps, which answers with the first refusal. */
const sagaOf =
  (plans: Readonly<Record<string, Plan>>): Handle =>
  async (_, __, journal) => {
    for (const [name, { act = async () => ({ status: 200, name }), undo }] of Object.entries(plans)) {
      const change: Act = (step) => {
        happened.push(name)
        step.markChanged()
        return act(step)
      }
      const options = {
        compensate: async (step: Call, result: unknown) => {
          happened.push(`undo ${name}${result === undefined ? ' perhaps' : ''}`)
          return undo?.(step, result)
        },
      }
      const result = await journal?.step(name, (step) => step, change, options)
      if ((result as Partial<Reply>)?.status === 409) return refused
    }
    return done
  }

test('a refusal takes back what was done, the last first, and is the answer from then on', async () => {
  const ask = desk.serve('saga', sagaOf({ a: {}, b: {}, c: { act: async () => refused } }))
  expect(await ask('key')).toEqual(refused)
  expect(happened).toEqual(['a', 'b', 'c', 'undo b', 'undo a'])
  expect(await ask('key')).toMatchObject({ status: 409, headers: { 'idempotency-replayed': 'true' } })
  expect(happened).toHaveLength(5)
})

test('what cannot be taken back is left to an operator, who finds it', async () => {
  const ask = desk.serve(
    'saga',
    sagaOf({ a: { undo: async () => refused }, b: { act: async () => refused } }),
  )
  expect(slugOf(await ask('key'))).toBe('idempotency-outcome-unknown')
  expect(slugOf(await ask('key'))).toBe('idempotency-outcome-unknown')
  expect(await desk.driver.list('parked', 10)).toHaveLength(1)
  expect(happened).toEqual(['a', 'b', 'undo a'])
})

test('a compensation that fails is tried again, and what is taken back stays so', async () => {
  let failures = 1
  const undo = () => (failures-- > 0 ? down() : Promise.resolve(undefined))
  const ask = desk.serve('saga', sagaOf({ a: { undo }, b: {}, c: { act: async () => refused } }))
  expect(await ask('key')).toMatchObject({ status: 202 })
  desk.pass(5_000)
  expect(await desk.complete()).toEqual([refused])
  expect(happened).toEqual(['a', 'b', 'c', 'undo b', 'undo a', 'undo a'])
})

test('a system that is down is waited for; the same key then gets the answer', async () => {
  let isDown = true
  const ask = desk.serve('saga', sagaOf({ a: {}, b: { act: () => (isDown ? down() : Promise.resolve({})) } }))
  expect(await ask('key')).toMatchObject({ status: 202, body: { state: 'pending' } })
  expect(await ask('key')).toMatchObject({ status: 202 })
  isDown = false
  expect(await ask('key')).toEqual(done)
  expect(await ask('key')).toMatchObject({ ...done, headers: { 'idempotency-replayed': 'true' } })
  expect(happened).toEqual(['a', 'b', 'b', 'b'])
})

test('when its time is over it is taken back, with what may have been done', async () => {
  const ask = desk.serve('saga', sagaOf({ a: {}, b: { act: down }, c: {} }))
  expect(await ask('key')).toMatchObject({ status: 202 })
  desk.pass(61_000)
  const [ending] = await desk.complete()
  expect(ending && slugOf(ending)).toBe('operation-abandoned')
  expect(happened).toEqual(['a', 'b', 'undo b perhaps', 'undo a'])
  expect(slugOf(await ask('key'))).toBe('operation-abandoned')
})

test('a step that changed nothing leaves nothing to take back, and the key free', async () => {
  const ask = desk.serve('saga', async (_, __, journal) => {
    await journal?.step(
      'a',
      (step) => step,
      async () => {
        throw new Problem('overloaded', 'not sent')
      },
      {},
    )
    return done
  })
  expect(slugOf(await ask('key', 'one'))).toBe('overloaded')
  expect(slugOf(await ask('key', 'other'))).toBe('overloaded')
  expect(await desk.records.sagas.due(10)).toEqual([])
})

test('nothing is done when it cannot be written down before', async () => {
  const handle = sagaOf({ a: {}, b: {} })
  const ask = desk.serve('saga', (request, call, journal) => {
    desk.driver.isAway = true
    return handle(request, call, journal)
  })
  expect(slugOf(await ask('key'))).toBe('idempotency-store-unavailable')
  expect(happened).toEqual([])
})

test('a store that goes away after a step leaves the saga to whoever comes next, under the same keys', async () => {
  desk.close()
  desk = new Desk(10_000)
  const keys: (string | undefined)[] = []
  const act: Act = async (step) => {
    keys.push(step.key)
    desk.driver.isAway = keys.length === 1
  }
  const ask = desk.serve('saga', sagaOf({ a: { act }, b: {} }))
  expect(slugOf(await ask('key'))).toBe('outcome-unknown')
  desk.driver.isAway = false
  expect(slugOf(await ask('key'))).toBe('idempotency-in-progress')
  desk.pass(11_000)
  expect(await desk.complete()).toEqual([done])
  expect(await ask('key')).toMatchObject(done)
  expect(happened).toEqual(['a', 'a', 'b'])
  expect(new Set(keys).size).toBe(1)
})

describe('with a step that must not be sent again', () => {
  const send = async (step: Call) => {
    await step.record?.intend('send', 'sent')
    return down()
  }

  test('it is left to an operator when there is no answer', async () => {
    const ask = desk.serve('saga', sagaOf({ a: {}, b: { act: send } }))
    expect(slugOf(await ask('key'))).toBe('idempotency-outcome-unknown')
    expect(await desk.driver.list('parked', 10)).toHaveLength(1)
    desk.pass(61_000)
    expect(await desk.complete()).toEqual([])
    expect(happened).toEqual(['a', 'b'])
  })

  test('nothing is taken back blindly when its time is over', async () => {
    desk.close()
    desk = new Desk(10_000)
    const ask = desk.serve('saga', sagaOf({ a: {}, b: { act: (step) => crash(step) } }))
    const crash = async (step: Call) => {
      await step.record?.intend('send', 'sent')
      desk.driver.isAway = true
      return down()
    }
    expect(slugOf(await ask('key'))).toBe('idempotency-outcome-unknown')
    desk.driver.isAway = false
    desk.pass(61_000)
    expect(await desk.driver.list('parked', 10)).toHaveLength(1)
    const [ending] = await desk.complete()
    expect(ending && slugOf(ending)).toBe('idempotency-outcome-unknown')
    expect(happened).toEqual(['a', 'b'])
  })
})
