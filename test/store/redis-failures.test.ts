/** Redis dies, stands still, is full or loses an answer: callers learn it soon, and afterwards all is as it was. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createStore } from '../../gateway/store/create-store.ts'
import { type RedisOptions, redisDriver } from '../../gateway/store/redis/redis-driver.ts'
import type { Store } from '../../gateway/store/store.ts'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts'
import { type RedisServer, startRedis } from './redis-server.ts'
import { beginning, bytesOf } from './support.ts'

/** The store promises 250 ms; the machine of the test may be busy. */
const SOON_MS = 600

let server: RedisServer
let store: Store
const open = async (url = server.url, options: RedisOptions = {}) => {
  store = createStore(await redisDriver(url, options))
}
beforeEach(async () => {
  server = await startRedis()
})
afterEach(async () => {
  await store.close()
  await server.stop()
})

let count = 0
const begin = () => store.begin(`write-${++count}`, beginning())
const timed = async (call: () => Promise<unknown>) => {
  const from = performance.now()
  const outcome = await call().catch((error: unknown) => error)
  return { outcome, ms: performance.now() - from }
}
const wellAgain = () => vi.waitFor(begin, { timeout: 5_000, interval: 20 })

test('killed: refused at once, and well again soon after its return', async () => {
  await open()
  await store.begin('kept', beginning())
  await sleep(1_100)
  await server.signal('SIGKILL')
  for (let i = 0; i < 10; i++) {
    const { outcome, ms } = await timed(begin)
    expect(outcome).toMatchObject({ name: 'StoreUnavailable', reason: 'unreachable' })
    expect(ms).toBeLessThan(SOON_MS)
  }
  expect(await store.readiness()).not.toEqual([])
  await server.start()
  const { ms } = await timed(wellAgain)
  expect(ms).toBeLessThan(1_000)
  expect(await store.get('kept')).toMatchObject({ state: 'pending' })
  expect(await store.readiness()).toEqual([])
})

test('stopped: every call ends in time, and soon none waits any more', async () => {
  await open()
  await begin()
  await server.signal('SIGSTOP')
  const many = await Promise.all(Array.from({ length: 20 }, () => timed(begin)))
  for (const { outcome, ms } of many) {
    expect(outcome).toMatchObject({ name: 'StoreUnavailable', reason: 'slow' })
    expect(ms).toBeLessThan(SOON_MS)
  }
  const { ms } = await timed(begin)
  expect(ms).toBeLessThan(50)
  await server.signal('SIGCONT')
  expect((await timed(wellAgain)).ms).toBeLessThan(1_500)
})

test('killed while it owes answers: none of them is awaited for ever', async () => {
  await open()
  await begin()
  await server.signal('SIGSTOP')
  const waiting = Array.from({ length: 5 }, () => timed(begin))
  await sleep(20)
  await server.signal('SIGKILL')
  for (const { outcome, ms } of await Promise.all(waiting)) {
    expect(outcome).toMatchObject({ name: 'StoreUnavailable' })
    expect(ms).toBeLessThan(SOON_MS)
  }
  await server.start()
  await wellAgain()
})

test('full: said so, not taken for broken, and what goes on can still be given up', async () => {
  await open()
  const command = beginning()
  await store.begin('begun', command)
  const admin = new Redis(server.url)
  await admin.config('SET', 'maxmemory', '1')
  for (let i = 0; i < 10; i++)
    expect((await timed(begin)).outcome).toMatchObject({ name: 'StoreUnavailable', reason: 'full' })
  expect(await store.release('begun', { token: command.token })).toBe(true)
  await admin.config('SET', 'maxmemory', '0')
  expect(await begin()).toMatchObject({ kind: 'new' })
  admin.disconnect()
})

test('scripts it has forgotten are sent again', async () => {
  await open()
  await begin()
  const admin = new Redis(server.url)
  await admin.script('FLUSH')
  expect(await begin()).toMatchObject({ kind: 'new' })
  admin.disconnect()
})

describe('an answer that gets lost', () => {
  let proxy: FaultProxy
  beforeEach(async () => {
    proxy = await startFaultProxy(server.url.replace('redis:', 'http:'), { seed: 1 })
    await open(proxy.url.replace('http:', 'redis:'))
  })
  afterEach(() => proxy.close())

  test('of begin: the command repeated finds itself', async () => {
    const command = beginning({ request: bytesOf('sealed') })
    await begin()
    await proxy.set({ kind: 'reset-reply', match: 'lost-answer' })
    expect((await timed(() => store.begin('lost-answer', command))).outcome).toMatchObject({
      name: 'StoreUnavailable',
    })
    await proxy.clear()
    await wellAgain()
    expect(await store.begin('lost-answer', beginning())).toMatchObject({ kind: 'busy' })
    expect(await store.begin('lost-answer', command)).toMatchObject({
      kind: 'own',
      attempt: 1,
      request: bytesOf('sealed'),
    })
  })

  test('of complete: repeated, it publishes nothing twice', async () => {
    const command = beginning()
    await store.begin('lost-answer', command)
    const event = { id: 'lost-answer|created', topic: 'events/a/v1', key: 'CUS-1', body: bytesOf('{}') }
    const ending = { token: command.token, reply: bytesOf('201'), retentionMs: 60_000, events: [event] }
    await proxy.set({ kind: 'reset-reply', match: 'lost-answer' })
    expect((await timed(() => store.complete('lost-answer', ending))).outcome).toMatchObject({
      name: 'StoreUnavailable',
    })
    await proxy.clear()
    await wellAgain()
    expect(await store.complete('lost-answer', ending)).toBe(true)
    const partitions = Array.from({ length: store.outbox.partitions }, (_, partition) => partition)
    const events = await Promise.all(partitions.map((partition) => store.outbox.read(partition, '', 10)))
    expect(events.flat()).toHaveLength(1)
  })

  test('a command under way when the connection broke is not sent again', async () => {
    await begin()
    await proxy.set({ kind: 'reset-request', match: 'not-again' })
    expect((await timed(() => store.begin('not-again', beginning()))).outcome).toMatchObject({
      name: 'StoreUnavailable',
    })
    await proxy.clear()
    await wellAgain()
    await sleep(300)
    expect(await store.get('not-again')).toBeUndefined()
  })

  test('a connection that went silent is replaced', async () => {
    await begin()
    const before = proxy.counts().connections
    await proxy.set({ kind: 'black-hole' })
    expect((await timed(begin)).outcome).toMatchObject({ reason: 'slow' })
    await vi.waitFor(() => expect(proxy.counts().connections).toBeGreaterThan(before), { timeout: 2_000 })
    await proxy.clear()
    expect((await timed(wellAgain)).ms).toBeLessThan(3_000)
  })
})

describe('suspicion', () => {
  test('a Redis that came back may have forgotten, for a while', async () => {
    await open(server.url, { suspectMs: 2_000 })
    await vi.waitFor(() => expect(store.suspect()).toBe(false), { timeout: 4_000 })
    await server.signal('SIGKILL')
    await server.start()
    await wellAgain()
    await vi.waitFor(() => expect(store.suspect()).toBe(true), { timeout: 500 })
    await vi.waitFor(() => expect(store.suspect()).toBe(false), { timeout: 4_000 })
  })

  test('what was never reached is suspect', async () => {
    await server.signal('SIGKILL')
    await open()
    expect(store.suspect()).toBe(true)
    expect(await store.readiness()).toMatchObject([expect.stringContaining('Redis')])
    await server.start()
    await wellAgain()
  })
})

describe('readiness', () => {
  const wrong: [string, string, RedisOptions, string][] = [
    ['maxmemory-policy', 'allkeys-lru', {}, 'may drop records'],
    ['appendonly', 'no', {}, 'forgets everything'],
    ['appendfsync', 'no', {}, 'appendfsync is no, not everysec'],
    ['appendfsync', 'everysec', { always: true }, 'appendfsync is everysec, not always'],
  ]
  test.each(wrong)('%s %s', async (name, value, options, complaint) => {
    await open(server.url, options)
    const admin = new Redis(server.url)
    await admin.config('SET', name, value)
    expect(await store.readiness()).toMatchObject([expect.stringContaining(complaint)])
    admin.disconnect()
  })
})
