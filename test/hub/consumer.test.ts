/** How subscribers are told: each key in order, everything once, and what cannot be delivered is kept and explained. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LogDriver } from '../../gateway/hub/log/driver.ts'
import { done, type Outcome, type Refused } from '../../gateway/hub/outcome.ts'
import { partitionOf } from '../../gateway/hub/parcel.ts'
import { changed, queued } from '../../gateway/hub/write-letter.ts'
import { newToken } from '../../gateway/store/store.ts'
import { openMemoryLog } from './logs.ts'
import { append, eventOf, type Listener, lettersOf, type Telling, tell, until } from './telling.ts'

const topic = 'things'
const keys = ['a', 'b', 'c', 'd', 'e']
const refused: Refused = {
  kind: 'refused',
  reason: 'rejected',
  stage: 'deliver',
  message: 'answered 409: no',
  status: 409,
}
const failed: Outcome = { kind: 'failed', message: 'answered 503', status: 503 }

let driver: LogDriver
let running: Telling[]
let heard: string[]

beforeEach(async () => {
  driver = openMemoryLog()
  running = []
  heard = []
  await driver.enlist(`listener of ${topic}`, topic)
})
afterEach(async () => {
  await Promise.all(running.map((one) => one.close()))
})

function start(listener: Omit<Listener, 'topic'>): Telling {
  const telling = tell(driver, { topic, ...listener })
  running.push(telling)
  return telling
}
const add = (...names: readonly string[]) =>
  append(
    driver,
    topic,
    names.map((name) => eventOf(topic, name.charAt(0), Number(name.slice(1)))),
  )
const hear =
  (outcome: (name: string, generation: number) => Outcome | Promise<Outcome>): Listener['hear'] =>
  async ({ subject, data }, generation) => {
    const name = `${subject}${(data as { number: number }).number}`
    const answer = await outcome(name, generation)
    if (answer.kind === 'done') heard.push(name)
    return answer
  }
const waiting = async () => (await driver.backlog(`listener of ${topic}`, topic)).waiting
const ofKey = (key: string) => heard.filter((name) => name.startsWith(key))

test('of each key one event is told at a time, in order; keys do not wait for each other', async () => {
  const underWay = new Set<string>()
  let most = 0
  start({
    hear: hear(async (name) => {
      const key = name.charAt(0)
      expect(underWay.has(key)).toBe(false)
      underWay.add(key)
      most = Math.max(most, underWay.size)
      await new Promise((resolve) => setTimeout(resolve, 2))
      underWay.delete(key)
      return done
    }),
  })
  const names = Array.from({ length: 100 }, (_, index) => `${keys[index % 5]}${Math.floor(index / 5)}`)
  await add(...names)
  await until(() => heard.length === 100)
  for (const key of keys)
    expect(ofKey(key)).toEqual(Array.from({ length: 20 }, (_, index) => `${key}${index}`))
  expect(most).toBeGreaterThan(1)
  await until(async () => (await waiting()) === 0)
})

test('what ends while others are being settled is settled as well', async () => {
  const settle = driver.settle.bind(driver)
  driver.settle = async (...args) => {
    await new Promise((resolve) => setTimeout(resolve, 3))
    return settle(...args)
  }
  start({ hear: hear(() => done) })
  for (let round = 0; round < 20; round++) {
    await add(...keys.map((key) => `${key}${round}`))
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await until(() => heard.length === 100)
  await until(async () => (await waiting()) === 0)
})

test('an outage is waited for: nothing becomes a letter, and everything is told in the end', async () => {
  let asked = 0
  let isAway = true
  start({
    hear: hear(() => {
      asked++
      return isAway ? failed : done
    }),
  })
  const names = Array.from({ length: 100 }, (_, index) => `${keys[index % 5]}${Math.floor(index / 5)}`)
  await add(...names)
  await until(() => asked >= 20)
  expect(await lettersOf(driver, topic)).toEqual([])
  isAway = false
  await until(() => heard.length === 100)
  for (const key of keys)
    expect(ofKey(key)).toEqual(Array.from({ length: 20 }, (_, index) => `${key}${index}`))
  expect(await lettersOf(driver, topic)).toEqual([])
})

test('a subscriber that is away is asked ever more seldom, one event at a time', async () => {
  let underWay = 0
  let isOut = false
  let asked = 0
  start({
    hear: hear(async () => {
      if (isOut) expect(underWay).toBe(0)
      underWay++
      await new Promise((resolve) => setTimeout(resolve, 1))
      underWay--
      if (++asked > 8) isOut = true
      return failed
    }),
  })
  await add(...keys.flatMap((key) => [`${key}0`, `${key}1`]))
  await until(() => asked > 14)
})

test('what is refused becomes one letter that says why, and holds back what comes after it', async () => {
  start({ hear: hear((name) => (name === 'b1' ? refused : done)) })
  await add('a0', 'b0', 'b1', 'b2', 'b3', 'c0', 'a1')
  await until(async () => (await lettersOf(driver, topic)).length === 3 && heard.length === 4)
  expect(heard.toSorted()).toEqual(['a0', 'a1', 'b0', 'c0'])
  const letters = await lettersOf(driver, topic)
  const [first, ...others] = letters.toSorted((a, b) => Number(a.position) - Number(b.position))
  expect(first).toMatchObject({
    id: expect.stringMatching(/^DL-[0-9a-f][\w-]{21}$/),
    state: 'new',
    key: 'b',
    owner: 'listeners',
    reason: 'rejected',
    stage: 'deliver',
    message: 'answered 409: no',
    event: { id: 'b-1', type: 'events/things/v1', source: '/test' },
    attempts: [{ status: 409, error: 'answered 409: no' }],
  })
  expect(others.map(({ state, reason }) => [state, reason])).toEqual([
    ['held', 'behind-another'],
    ['held', 'behind-another'],
  ])
})

test('replayed, it is told again to who refused it, and what waited follows in order', async () => {
  let isWilling = false
  const generations: number[] = []
  start({
    hear: hear((name, generation) => {
      if (name !== 'b1') return done
      generations.push(generation)
      return isWilling ? done : refused
    }),
  })
  await add('b0', 'b1', 'b2', 'b3')
  await until(async () => (await lettersOf(driver, topic)).length === 3)
  isWilling = true
  const letter = (await lettersOf(driver, topic)).find(({ state }) => state === 'new')
  const next = queued(letter as never, { who: 'ops' })
  expect(await driver.swapLetter(letter?.revision ?? '', next)).toBe(true)
  await until(() => heard.length === 4)
  await add('b4')
  await until(() => heard.length === 5)
  expect(heard).toEqual(['b0', 'b1', 'b2', 'b3', 'b4'])
  expect(generations).toEqual([0, 1])
  expect(await driver.letter(letter?.id ?? '')).toMatchObject({
    state: 'replayed',
    audit: [
      { who: 'ops', what: 'queued' },
      { who: 'hub', what: 'replayed' },
    ],
  })
  expect(await lettersOf(driver, topic)).toEqual([])
})

test('discarded, it holds nothing back any more', async () => {
  start({ hear: hear((name) => (name === 'b0' ? refused : done)) })
  await add('b0', 'b1')
  await until(async () => (await lettersOf(driver, topic)).length === 2)
  const letter = (await lettersOf(driver, topic)).find(({ state }) => state === 'new')
  await driver.swapLetter(
    letter?.revision ?? '',
    changed(letter as never, 'discarded', { who: 'ops', what: 'discarded', note: 'a test' }),
  )
  await until(() => heard.includes('b1'))
  await until(async () => (await lettersOf(driver, topic)).length === 0)
  await add('b2')
  await until(() => heard.includes('b2'))
})

test('a subscription that skips goes on with the key', async () => {
  start({ onPoison: 'skip', hear: hear((name) => (name === 'b0' ? refused : done)) })
  await add('b0', 'b1', 'b2')
  await until(() => heard.length === 2)
  expect(heard).toEqual(['b1', 'b2'])
  expect((await lettersOf(driver, topic)).map(({ state }) => state)).toEqual(['new'])
})

test('an event that fails while others do not is given up in the end', async () => {
  start({ hear: hear((name) => (name === 'b0' ? failed : done)) })
  await add('b0')
  for (let count = 0; (await lettersOf(driver, topic)).length === 0; count++) {
    await add(`a${count}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
    if (count > 3_000) break
  }
  expect(await lettersOf(driver, topic)).toMatchObject([
    { reason: 'retries-exhausted', event: { id: 'b-0' } },
  ])
})

test('an event that ended its process each time is not tried again', async () => {
  const lane = { subscription: `listener of ${topic}`, topic, partition: partitionOf('b') }
  const token = newToken()
  await driver.hold(lane, token, 60_000)
  await add('b0', 'b1')
  const [first] = (await driver.read(lane, token, 10)) ?? []
  await driver.mark(lane, token, first?.position ?? '', 4)
  await driver.leave(lane, token, [])
  start({ hear: hear(() => done) })
  await until(async () => (await lettersOf(driver, topic)).length === 2)
  expect(heard).toEqual([])
  const reasons = (await lettersOf(driver, topic)).map(({ reason }) => reason)
  expect(reasons.toSorted()).toEqual(['behind-another', 'consumer-crashed'])
})

test('who takes over tells what was left, once, and what the other one says no longer counts', async () => {
  let release: () => void = () => undefined
  const stuck = start({
    leaseMs: 90,
    hear: hear(async (name) => {
      if (name !== 'b0') return done
      for (const reader of stuck.consumer.readers) reader.stop()
      await new Promise<void>((resolve) => {
        release = resolve
      })
      return refused
    }),
  })
  await add('b0')
  await until(async () => (await waiting()) === 1)
  await new Promise((resolve) => setTimeout(resolve, 20))
  // As if the process had been stopped: nobody renews its leases.
  for (const reader of stuck.consumer.readers) void reader.close()
  start({ hear: hear(() => done) })
  await until(() => heard.includes('b0'))
  release()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(heard).toEqual(['b0'])
  expect(await lettersOf(driver, topic)).toEqual([])
})

test('what was not begun when the process ended is no suspect', async () => {
  const first = start({
    hear: hear(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      return done
    }),
  })
  await add(...Array.from({ length: 200 }, (_, index) => `b${index}`))
  await until(() => heard.length > 3)
  await first.close()
  const lane = { subscription: `listener of ${topic}`, topic, partition: partitionOf('b') }
  const token = newToken()
  expect(await driver.hold(lane, token, 60_000)).toBe(true)
  const left = (await driver.leftovers(lane, token)) ?? []
  expect(left.length + heard.length).toBe(200)
  expect(left.every(({ deliveries }) => deliveries === 0)).toBe(true)
})
