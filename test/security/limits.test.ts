/** What a plan allows is allowed, and no more: by one process, by several, and while nobody counts for all. */
import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { Consumers } from '../../gateway/security/consumers.ts'
import type { Counter, Share } from '../../gateway/security/limits/counters.ts'
import type { Limit } from '../../gateway/security/limits/plan.ts'
import { Quota } from '../../gateway/security/limits/quota.ts'
import { consumer } from '../serve/fixtures/apis.ts'
import { type Answer, type Fixture, sendRaw, startFixture, request as write } from '../serve/support.ts'
import { startRedis } from '../store/drivers.ts'
import { hasRedis } from '../store/redis-server.ts'

const limited = (...limits: readonly Limit[]): Consumers =>
  new Map([
    ['storefront-web', { ...consumer('storefront-web', 'experience/shop/v1'), plan: randomUUID(), limits }],
  ])

interface Asking {
  readonly customer?: string
  readonly method?: 'GET' | 'POST'
}

async function ask(
  { publicUrl, token }: Fixture,
  { customer, method = 'GET' }: Asking = {},
): Promise<Answer> {
  const headers = { authorization: `Bearer ${await token('storefront-web', customer)}` }
  const line = `${method} /experience/shop/v1/items`
  if (method === 'GET') return sendRaw(publicUrl, write(line, { headers }))
  const change = { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  return sendRaw(publicUrl, write(line, { headers: change, body: '{"name":"a","quantity":1}' }))
}

async function statusesOf(count: number, fixture: Fixture, asking?: Asking): Promise<number[]> {
  const statuses: number[] = []
  for (let index = 0; index < count; index++) statuses.push((await ask(fixture, asking)).status)
  return statuses
}

test('refuses what is beyond the plan, and says when to come again', async () => {
  const fixture = await startFixture({ consumers: limited({ name: 'app', requests: 3, seconds: 60 }) })
  const first = await ask(fixture)
  expect(first.headers['ratelimit-policy']).toBe('"app";q=3;w=60')
  expect(first.headers.ratelimit).toMatch(/^"app";r=2;t=(60|59)$/)
  expect(await statusesOf(2, fixture)).toEqual([200, 200])
  const reached = fixture.calls.count
  const refused = await ask(fixture)
  expect([refused.status, refused.json.type]).toEqual([429, '/problems/rate-limited'])
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(50)
  expect(refused.headers.ratelimit).toMatch(/^"app";r=0;t=\d+$/)
  expect(fixture.calls.count).toBe(reached)
})

test('starts anew when the time is over', async () => {
  const fixture = await startFixture({ consumers: limited({ name: 'app', requests: 2, seconds: 1 }) })
  expect(await statusesOf(3, fixture)).toEqual([200, 200, 429])
  await expect.poll(async () => (await ask(fixture)).status, { timeout: 2_000, interval: 200 }).toBe(200)
})

test('counts each customer apart, where the plan says so', async () => {
  const limit = { name: 'customer', requests: 2, seconds: 60, per: 'customer' } as const
  const fixture = await startFixture({ consumers: limited(limit) })
  expect(await statusesOf(3, fixture, { customer: 'CUS-1' })).toEqual([200, 200, 429])
  expect(await statusesOf(3, fixture, { customer: 'CUS-2' })).toEqual([200, 200, 429])
})

test('counts each change apart, and no reads with it', async () => {
  const limit = { name: 'changes', requests: 2, seconds: 60, of: 'changes' } as const
  const everything = { name: 'app', requests: 100, seconds: 60 } as const
  const fixture = await startFixture({ consumers: limited(everything, limit) })
  expect(await statusesOf(5, fixture)).toEqual([200, 200, 200, 200, 200])
  expect(await statusesOf(3, fixture, { method: 'POST' })).toEqual([201, 201, 429])
  expect((await ask(fixture)).headers.ratelimit).toMatch(/^"app"/)
})

test('takes no key for what it refuses', async () => {
  const fixture = await startFixture({
    consumers: limited({ name: 'changes', requests: 1, seconds: 1, of: 'changes' }),
  })
  await ask(fixture, { method: 'POST' })
  expect((await ask(fixture, { method: 'POST' })).status).toBe(429)
  await expect.poll(async () => (await ask(fixture, { method: 'POST' })).status, { timeout: 2_000 }).toBe(201)
})

describe.skipIf(!hasRedis)('several processes', async () => {
  if (!hasRedis) return
  const redis = await startRedis()
  afterAll(() => redis.stop())

  test('allow no more together than one alone', async () => {
    const consumers = limited({ name: 'app', requests: 100, seconds: 60 })
    const env = { STORE_URL: redis.url }
    const fixtures = [await startFixture({ env, consumers }), await startFixture({ env, consumers })]
    const statuses = await Promise.all(fixtures.map((fixture) => statusesOf(75, fixture)))
    const granted = statuses.flat().filter((status) => status === 200)
    expect(granted).toHaveLength(100)
  })

  test('go on, each for itself, while Redis is away', async () => {
    const consumers = limited({ name: 'app', requests: 5, seconds: 60 })
    const fixture = await startFixture({ env: { STORE_URL: 'redis://127.0.0.1:9' }, consumers })
    expect(await statusesOf(6, fixture)).toEqual([200, 200, 200, 200, 200, 429])
  })
})

describe('a quota', () => {
  /** Counts for all, as exactly as can be. */
  const counterOf = (total: number, seconds: number) => {
    let used = 0
    let until = 0
    const asked: number[] = []
    const counter: Counter = {
      async take(_, wanted): Promise<Share> {
        asked.push(wanted)
        if (performance.now() >= until) {
          used = 0
          until = performance.now() + seconds * 1000
        }
        const granted = Math.max(0, Math.min(wanted, total - used))
        used += granted
        return { granted, left: total - used, resetsInMs: until - performance.now() }
      },
    }
    return { counter, asked }
  }
  const limit: Limit = { name: 'x', requests: 1000, seconds: 60 }

  test('asks the counter for shares, and hardly ever waits', async () => {
    const { counter, asked } = counterOf(1000, 60)
    const quota = new Quota(limit, counter, 'k')
    let waited = 0
    let granted = 0
    for (let index = 0; index < 1200; index++) {
      const taken = quota.take(performance.now())
      if (typeof taken !== 'boolean') waited++
      if (await taken) granted++
    }
    expect(granted).toBe(1000)
    expect(waited).toBeLessThanOrEqual(2)
    expect(asked.length).toBeLessThanOrEqual(1000 / 20 + 2)
  })

  test('gives all that is there to those who come at once', async () => {
    const { counter } = counterOf(1000, 60)
    const quotas = [new Quota(limit, counter, 'k'), new Quota(limit, counter, 'k')]
    const taken = await Promise.all(
      Array.from({ length: 1500 }, (_, index) => quotas[index % 2]?.take(performance.now())),
    )
    expect(taken.filter((one) => one)).toHaveLength(1000)
  })

  test('forgets at the end of a window what it has not used', async () => {
    const { counter } = counterOf(1000, 60)
    const quota = new Quota(limit, counter, 'k')
    await quota.take(performance.now())
    const now = performance.now()
    vi.spyOn(performance, 'now').mockImplementation(() => now + 61_000)
    let granted = 0
    for (let index = 0; index < 1100; index++) if (await quota.take(performance.now())) granted++
    expect(granted).toBe(1000)
    vi.restoreAllMocks()
  })
})

test('slows down who tries one credential after another, and nobody else', async () => {
  const fixture = await startFixture({ env: { TRUSTED_PROXIES: '127.0.0.1' } })
  const get = (token: string, from: string) =>
    sendRaw(
      fixture.publicUrl,
      write('GET /experience/shop/v1/items', {
        headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': from },
      }),
    )
  const good = await fixture.token('storefront-web')
  expect((await get(good, '203.0.113.1')).status).toBe(200)
  const statuses: number[] = []
  for (let index = 0; index < 110; index++)
    statuses.push((await get(`strata_${String(index).padStart(40, 'A')}`, '203.0.113.1')).status)
  expect(statuses).toEqual([...Array<number>(100).fill(401), ...Array<number>(10).fill(429)])
  const refused = await get('e30.e30.e30', '203.0.113.1')
  expect([refused.status, refused.json.type]).toEqual([429, '/problems/rate-limited'])
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  // Who is known goes on, and so does everybody else.
  expect((await get(good, '203.0.113.1')).status).toBe(200)
  expect((await get(await fixture.token('storefront-web', 'CUS-2'), '203.0.113.2')).status).toBe(200)
  // One IPv6 network is one place.
  for (let index = 0; index < 100; index++) await get('e30.e30.e30', `2001:db8:0:1::${index.toString(16)}`)
  expect((await get('e30.e30.e30', '2001:db8:0:1:ffff::1')).status).toBe(429)
  expect((await get('e30.e30.e30', '2001:db8:0:2::1')).status).toBe(401)
})
