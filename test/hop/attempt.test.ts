/** One attempt over a real connection ends in time, whatever the other side does, and says what its failure means. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, afterEach, expect, test } from 'vitest'
import { Call } from '../../gateway/call.ts'
import { exchange, type Purpose, type WireRequest } from '../../gateway/hop/exchange.ts'
import { Pools } from '../../gateway/hop/pools.ts'
import type { Problem } from '../../gateway/problem.ts'
import { type Fault, startFaultProxy } from '../support/fault-proxy.ts'

const LIMIT_MS = 300
const BODY = JSON.stringify({ text: 'x'.repeat(2_000) })

let received = 0
const server = createServer({ keepAliveTimeout: 60_000 }, (_, outgoing) => {
  received++
  outgoing.setHeader('content-type', 'application/json').end(BODY)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const proxy = await startFaultProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { seed: 3 })
const pools = new Pools()
afterEach(() => proxy.clear())
afterAll(async () => {
  await pools.close()
  await proxy.close()
  server.closeAllConnections()
  server.close()
})

interface Attempt {
  readonly changes?: boolean
  readonly callMs?: number
  readonly limitMs?: number
  readonly pools?: Pools
}

async function attempt({
  changes = false,
  callMs = 10_000,
  limitMs = LIMIT_MS,
  pools: own = pools,
}: Attempt = {}) {
  const purpose: Purpose = { name: 'store find', owner: { team: 'store' } as never, changes, limitMs }
  const request: WireRequest = { method: changes ? 'POST' : 'GET', path: '/', headers: [], body: null }
  // A connection is free again a moment after its reply.
  await after(2)
  const startedAt = performance.now()
  const outcome = await exchange(
    own.of(proxy.url),
    request,
    purpose,
    new Call(startedAt + callMs),
    ({ status, text }) => ({ status: text === BODY ? status : -status }),
  ).then(
    ({ status }) => status,
    (problem: Problem) => problem,
  )
  return { outcome, tookMs: performance.now() - startedAt }
}

const slow: readonly Fault[] = [
  { kind: 'black-hole' },
  { kind: 'half-open', lost: 'replies' },
  { kind: 'drip', bytes: 20, everyMs: 10 },
  { kind: 'latency', ms: 400 },
]

test.each(slow)('%j takes no longer than an attempt may', async (fault) => {
  expect((await attempt()).outcome).toBe(200)
  await proxy.set(fault)
  for (const changes of [false, true]) {
    const { outcome, tookMs } = await attempt({ changes })
    expect(outcome).toMatchObject({
      slug: changes ? 'outcome-unknown' : 'upstream-unavailable',
      failure: { effect: 'unknown', unhealthy: true, unreachable: false },
    })
    expect(tookMs).toBeGreaterThanOrEqual(LIMIT_MS)
    expect(tookMs).toBeLessThan(LIMIT_MS + 30)
  }
})

test('the deadline of the call is kept, with nothing said about the system', async () => {
  await proxy.set({ kind: 'drip', bytes: 20, everyMs: 10 })
  const { outcome, tookMs } = await attempt({ callMs: 200 })
  expect(outcome).toMatchObject({ slug: 'deadline-exceeded', failure: undefined })
  expect(tookMs).toBeLessThan(230)
})

test('a hundred attempts at once are all ended in time', async () => {
  await proxy.set({ kind: 'black-hole' })
  const all = await Promise.all(Array.from({ length: 100 }, () => attempt()))
  expect(Math.max(...all.map(({ tookMs }) => tookMs))).toBeLessThan(LIMIT_MS + 60)
})

test('nothing was sent when nobody listens', async () => {
  await proxy.set({ kind: 'refuse' })
  const { outcome } = await attempt({ changes: true })
  expect(outcome).toMatchObject({
    slug: 'upstream-unavailable',
    failure: { effect: 'none', unhealthy: true, unreachable: true },
  })
})

test('a connection closed while idle is told apart from an ailing system', async () => {
  const own = new Pools()
  await proxy.set({ kind: 'reset-request' })
  expect((await attempt({ pools: own })).outcome).toMatchObject({ failure: { unhealthy: true } })
  await proxy.clear()
  for (const changes of [false, true]) {
    expect((await attempt({ pools: own })).outcome).toBe(200)
    await proxy.set({ kind: 'reset-request' })
    const { outcome } = await attempt({ pools: own, changes })
    expect(outcome).toMatchObject({ failure: { effect: 'unknown', unhealthy: false, stale: true } })
    const { outcome: second } = await attempt({ pools: own, changes })
    expect(second).toMatchObject({ failure: { effect: 'unknown', unhealthy: true } })
    expect((second as Problem).failure).not.toHaveProperty('stale')
    await proxy.clear()
  }
  await own.close()
})

test.each<Fault>([
  { kind: 'reset-reply', atByte: 10 },
  { kind: 'cut-reply', atByte: 10 },
  { kind: 'reset-reply', atByte: 1_000 },
  { kind: 'cut-reply', atByte: 1_000 },
])('%j is no answer and no stale connection', async (fault) => {
  expect((await attempt()).outcome).toBe(200)
  await proxy.set(fault)
  const { outcome } = await attempt()
  expect(outcome).toMatchObject({ slug: 'upstream-unavailable', failure: { unhealthy: true } })
  expect((outcome as Problem).failure).not.toHaveProperty('stale')
})

test('replies cut anywhere are never taken for whole', async () => {
  await proxy.set({ kind: 'cut-reply', atByte: [0, BODY.length], share: 0.5 })
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, async () => (await attempt({ limitMs: 10_000 })).outcome),
  )
  const good = outcomes.filter((outcome) => outcome === 200)
  expect(good.length).toBeGreaterThan(50)
  expect(outcomes.filter((outcome) => typeof outcome === 'number')).toEqual(good)
})

test('what waits for a connection is never sent once its time is up', async () => {
  await proxy.set({ kind: 'black-hole' })
  const held = Array.from({ length: 128 }, () => attempt({ limitMs: 400 }))
  const { outcome } = await attempt({ changes: true, limitMs: 100 })
  expect(outcome).toMatchObject({ slug: 'upstream-unavailable', failure: { effect: 'none' } })
  await proxy.clear()
  const before = received
  await Promise.all(held)
  await after(50)
  expect(received).toBe(before)
})
