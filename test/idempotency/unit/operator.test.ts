/** What an operator sees of requests nobody waits for any more, and what becomes of them when one decides. */
import { afterEach, expect, test } from 'vitest'
import type { Reply } from '../../../contracts/contract.ts'
import { OpenOperations } from '../../../gateway/idempotency/open-operations.ts'
import type { Handle } from '../../../gateway/idempotency/saga.ts'
import { Problem } from '../../../gateway/problem.ts'
import { Desk, slugOf } from './desk.ts'

const LEASE_MS = 60_000
const DEADLINE_MS = 60_000

let desk = new Desk(LEASE_MS)
let operators = new OpenOperations(desk.ledger)
let happened: string[] = []
afterEach(() => {
  desk.close()
  desk = new Desk(LEASE_MS)
  operators = new OpenOperations(desk.ledger)
  happened = []
})

const made: Reply = { status: 201, body: { made: true } }
const lost = new Problem('outcome-unknown', 'the answer was lost')

/** Sends something that must not be sent twice, and may fail once it is sent. */
const sending =
  (fails: () => boolean): Handle =>
  async (_, call) => {
    if (call.record?.steps.has('works send')) throw lost
    await call.record?.intend('works send', 'sent')
    happened.push('sent')
    if (fails()) throw lost
    call.record?.done('works send', '')
    return made
  }

const waiting =
  (
    fails: () => boolean,
    options: { compensate?: () => Promise<void> } = { compensate: async () => {} },
  ): Handle =>
  async (_, __, journal) => {
    const compensate = async () => void happened.push('undone')
    await journal?.step(
      'reserve',
      (step) => step,
      async (step) => step.markChanged(),
      { compensate },
    )
    await journal?.step(
      'pay',
      (step) => step,
      () => (fails() ? Promise.reject(lost) : Promise.resolve(1)),
      options,
    )
    return made
  }

/** The only one there is. */
const only = async (state: 'parked' | 'pending') => {
  const [first, ...others] = await operators.list(state, 10)
  if (!first || others.length > 0) throw new Error(`${others.length} others are ${state}`)
  return first
}

test('what is in doubt is listed, and says what it is about', async () => {
  const ask = desk.serve(
    'keyed',
    sending(() => true),
  )
  expect(slugOf(await ask('key'))).toBe('idempotency-outcome-unknown')
  const { operationId, record } = await only('parked')
  expect(operationId).toMatch(/^OP-[A-Za-z0-9_-]{32}$/)
  expect(record).toMatchObject({
    about: { api: 'process/line/v1', operation: 'keyed', consumer: 'anonymous' },
    reason: 'the answer was lost',
  })
  expect(await operators.find(operationId)).toMatchObject({ state: 'parked' })
  expect(await operators.find('OP-none')).toBeUndefined()
})

test('it is sent again only when nobody can still be sending it', async () => {
  let fails = true
  const ask = desk.serve(
    'keyed',
    sending(() => fails),
  )
  await ask('key')
  const parked = await only('parked')
  expect(await operators.decide(parked, 'retry', undefined)).toBe('busy')
  desk.pass(DEADLINE_MS)
  expect(await operators.decide(parked, 'retry', undefined)).toBe('done')
  expect(await operators.list('parked', 10)).toEqual([])
  fails = false
  expect(await ask('key')).toEqual(made)
  expect(happened).toEqual(['sent', 'sent'])
})

test('carried out, as an operator knows, it has no answer to give, and is not sent again', async () => {
  const ask = desk.serve(
    'keyed',
    sending(() => true),
  )
  await ask('key')
  expect(await operators.decide(await only('parked'), 'completed', undefined)).toBe('done')
  expect(slugOf(await ask('key'))).toBe('idempotency-body-not-retained')
  expect(happened).toEqual(['sent'])
})

test('abandoned, its caller is told', async () => {
  const ask = desk.serve(
    'keyed',
    sending(() => true),
  )
  await ask('key')
  const parked = await only('parked')
  expect(await operators.decide(parked, 'abandon', undefined)).toBe('busy')
  desk.pass(DEADLINE_MS)
  expect(await operators.decide(parked, 'abandon', undefined)).toBe('done')
  expect(slugOf(await ask('key'))).toBe('operation-abandoned')
  expect(await operators.decide(parked, 'abandon', undefined)).toBe('completed')
})

test('a saga that waits goes on at once', async () => {
  let fails = true
  const ask = desk.serve(
    'saga',
    waiting(() => fails),
  )
  expect(await ask('key')).toMatchObject({ status: 202 })
  expect(await desk.complete()).toEqual([])
  fails = false
  expect(await operators.decide(await only('pending'), 'retry', undefined)).toBe('done')
  expect(await desk.complete()).toEqual([made])
})

test('a saga that waits is taken back', async () => {
  const ask = desk.serve(
    'saga',
    waiting(() => true),
  )
  await ask('key')
  expect(await operators.decide(await only('pending'), 'abandon', undefined)).toBe('done')
  const [ending] = await desk.complete()
  expect(ending && slugOf(ending)).toBe('operation-abandoned')
  expect(happened).toEqual(['undone'])
  expect(slugOf(await ask('key'))).toBe('operation-abandoned')
})

test('what may have been paid, and cannot be paid back, is not given up: an operator sees it', async () => {
  const ask = desk.serve(
    'saga',
    waiting(() => true, {}),
  )
  await ask('key')
  expect(await operators.decide(await only('pending'), 'abandon', undefined)).toBe('done')
  const [ending] = await desk.complete()
  expect(ending && slugOf(ending)).toBe('idempotency-outcome-unknown')
  expect(happened).toEqual([])
  await only('parked')
})

test('a saga that was completed by hand can be followed to its end', async () => {
  const ask = desk.serve(
    'saga',
    waiting(() => true),
  )
  const { body } = (await ask('key')) as { body: { operationId: string } }
  expect(await operators.decide(await only('pending'), 'completed', undefined)).toBe('done')
  expect(await desk.complete()).toEqual([])
  const caller = { consumer: 'anonymous' }
  expect(await desk.records.sagas.find(body.operationId, 'process/line/v1', caller)).toMatchObject({
    state: 'completed',
  })
  expect(slugOf(await ask('key'))).toBe('idempotency-body-not-retained')
})

test('taken back by hand, the refusal is the answer', async () => {
  const refused: Reply = { status: 409, body: { type: '/problems/conflict' } }
  const ask = desk.serve('saga', async (_, __, journal) => {
    const compensate = async () => refused
    await journal?.step(
      'reserve',
      (step) => step,
      async (step) => step.markChanged(),
      { compensate },
    )
    return refused
  })
  expect(slugOf(await ask('key'))).toBe('idempotency-outcome-unknown')
  expect(await operators.decide(await only('parked'), 'completed', undefined)).toBe('done')
  expect(slugOf(await ask('key'))).toBe('conflict')
})

test('a saga whose step was given up in a layer below is taken back', async () => {
  const givenUp = () => Promise.reject(new Problem('operation-abandoned', 'below'))
  const ask = desk.serve('saga', async (_, __, journal) => {
    const compensate = async () => void happened.push('undone')
    await journal?.step(
      'reserve',
      (step) => step,
      async (step) => step.markChanged(),
      { compensate },
    )
    await journal?.step('pay', (step) => step, givenUp, {})
    return made
  })
  expect(await ask('key')).toMatchObject({ status: 202 })
  desk.pass(5_000)
  const [ending] = await desk.complete()
  expect(ending && slugOf(ending)).toBe('operation-abandoned')
  expect(happened).toEqual(['undone'])
})
