/** What a handler tells is told if, and only if, its operation succeeds; once, however often it runs. */
import { afterEach, expect, test } from 'vitest'
import type { Reply } from '../../../contracts/contract.ts'
import type { Call } from '../../../gateway/call.ts'
import { Problem } from '../../../gateway/problem.ts'
import { Desk } from './desk.ts'

let desk = new Desk()
afterEach(() => {
  desk.close()
  desk = new Desk()
})

const made: Reply = { status: 201, body: { id: 1 } }
const tell = ({ record }: Call, id: string) => record?.publish({ id, data: `about ${id}` })
const told = () => desk.driver.events.map(({ id }) => id)

test('an event goes with the answer, and not again with its repetition', async () => {
  const ask = desk.serve('keyed', async (_, call) => {
    tell(call, 'e1')
    expect(told()).toEqual([])
    return made
  })
  await ask('key')
  await ask('key')
  expect(told()).toEqual(['e1'])
})

test('who is refused tells nothing, and who fails tells nothing', async () => {
  await desk.serve('keyed', async (_, call) => {
    tell(call, 'e1')
    return { status: 409, body: {} }
  })('refused')
  await desk.serve('keyed', async (_, call) => {
    tell(call, 'e2')
    throw new Problem('upstream-unavailable', 'down')
  })('failed')
  expect(told()).toEqual([])
})

test('a saga tells when it is completed, once, whoever completes it', async () => {
  let isDown = true
  const ask = desk.serve('saga', async (_, call, journal) => {
    await journal?.step(
      'reserve',
      (step) => step,
      async (step) => step.markChanged(),
      {},
    )
    tell(call, 'e1')
    if (isDown) throw new Problem('upstream-unavailable', 'down')
    return made
  })
  expect(await ask('key')).toMatchObject({ status: 202 })
  expect(told()).toEqual([])
  isDown = false
  desk.pass(2_000)
  expect(await desk.complete()).toMatchObject([{ status: 201 }])
  expect(told()).toEqual(['e1'])
})

test('an answer whose events cannot be written down is not given: who repeats the request gets both', async () => {
  let runs = 0
  const ask = desk.serve('keyed', async (_, call) => {
    tell(call, 'e1')
    desk.driver.isAway = ++runs === 1
    return made
  })
  expect(await ask('key')).toMatchObject({ slug: 'idempotency-store-unavailable' })
  desk.driver.isAway = false
  desk.pass(120_000)
  expect(await ask('key')).toMatchObject({ status: 201 })
  expect(told()).toEqual(['e1'])
})
