/** Redis goes away and comes back: writes are refused at once and nothing is sent; reads do not notice. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { Pool } from 'undici'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRedis } from '../store/drivers.ts'
import { type Ask, type Asked, asking, steadily } from '../support/asking.ts'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts'
import { questions } from '../support/faulty-flow.ts'
import { distributionOf } from '../support/figures.ts'
import { type Strata, startStrata } from '../support/topologies.ts'

const PER_SECOND = 20
const AWAY_MS = 2_500
/** Requests that had begun when Redis went away. */
const SETTLE_MS = 300

describe('Redis under load', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>
  let before: Record<'redis' | 'crm' | 'erp', FaultProxy>
  let strata: Strata
  let read: Ask
  let write: Ask

  beforeAll(async () => {
    redis = await startRedis()
    const proxies: Record<string, FaultProxy> = {}
    const via = async (system: string, url: string) => {
      proxies[system] = await startFaultProxy(url, { seed: 1 })
      return proxies[system].url
    }
    const storeUrl = await via('redis', redis.url.replace('redis', 'http'))
    const env = { STORE_URL: storeUrl.replace('http', 'redis') }
    strata = await startStrata('one process', undefined, { via, env })
    before = proxies as typeof before
    read = await asking(strata, questions.order)
    write = await writing(strata)
    await untilWritten()
  })
  afterAll(async () => {
    await strata?.stop()
    await Promise.all(Object.values(before ?? {}).map((proxy) => proxy.close()))
    await redis?.stop()
  })

  async function untilWritten(): Promise<void> {
    for (let status = 0; status !== 201; ) {
      status = (await write()).status
      if (status !== 201) await pause(100)
    }
  }

  const away: readonly [string, () => Promise<void>, () => Promise<void>][] = [
    [
      'stands still',
      async () => void redis.process.kill('SIGSTOP'),
      async () => void redis.process.kill('SIGCONT'),
    ],
    [
      'is killed',
      async () => void redis.process.kill('SIGKILL'),
      async () => {
        redis = await startRedis(redis.port, redis.directory)
      },
    ],
    [
      'cannot be reached, and says nothing',
      () => before.redis.set({ kind: 'half-open', lost: 'replies' }),
      () => before.redis.clear(),
    ],
  ]

  test.for(away)('when it %s', { timeout: 60_000 }, async ([, leave, comeBack]) => {
    const loggedBefore = strata.log().length
    const reads = steadily(PER_SECOND, 2 + AWAY_MS / 1_000, read)
    await leave()
    const leftAt = performance.now()
    const early = steadily(PER_SECOND, SETTLE_MS / 1_000, write)
    await pause(SETTLE_MS)
    await early
    before.crm.forget()
    const refused = await steadily(PER_SECOND, (AWAY_MS - (performance.now() - leftAt)) / 1_000, write)
    const sent = before.crm.seen().length
    await comeBack()
    const after = await steadily(PER_SECOND, 2, write)

    expect(refused.length).toBeGreaterThan(PER_SECOND)
    expect(refused.map(({ status, problem }) => `${status} ${problem}`)).toEqual(
      refused.map(() => '503 idempotency-store-unavailable'),
    )
    expect(new Set(refused.map(({ retryAfter }) => retryAfter))).toEqual(new Set(['2']))
    expect(sent).toBe(0)
    const durations = distributionOf(durationsOf(strata, loggedBefore, refused))
    expect(durations.count).toBe(refused.length)
    expect(durations.p50).toBeLessThan(300)
    expect((await reads).filter(({ status }) => status !== 200)).toEqual([])
    // Whoever asked in the first second may still be refused, nobody after that.
    const late = after.slice(PER_SECOND).map(({ status }) => status)
    expect(late).toEqual(late.map(() => 201))
    const refusedAfter = after.filter(({ status }) => status !== 201).length
    console.info(JSON.stringify({ durations, refusedAfter }))
  })

  test('when it is full', async () => {
    const admin = new Redis(redis.url)
    await untilWritten()
    await admin.config('SET', 'maxmemory', '1')
    const size = await admin.dbsize()
    before.crm.forget()
    const refused = await steadily(PER_SECOND, 1, write)
    expect(new Set(refused.map(({ status, problem }) => `${status} ${problem}`))).toEqual(
      new Set(['503 idempotency-store-unavailable']),
    )
    expect(before.crm.seen().length).toBe(0)
    expect((await read()).status).toBe(200)
    expect(await admin.dbsize()).toBe(size)
    await admin.config('SET', 'maxmemory', '0')
    expect((await write()).status).toBe(201)
    admin.disconnect()
  })
})

/** A new customer each time: changes the CRM first. */
async function writing(strata: Strata): Promise<Ask> {
  const pool = new Pool(strata.publicUrl, { connections: 128 })
  const authorization = `Bearer ${await strata.token('partner-portal')}`
  const address = { street: 'Kai 3', city: 'Hamburg', postalCode: '20457', country: 'DE' }
  return async () => {
    const beganAt = performance.now()
    const { statusCode, headers, body } = await pool.request({
      method: 'POST',
      path: '/experience/partner-portal/v1/customers',
      headers: { authorization, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ legalName: 'Nordlicht GmbH', email: 'office@nordlicht.example', address }),
    })
    const text = await body.text()
    const { type, traceId } = JSON.parse(text)
    return {
      status: statusCode,
      text,
      problem: type?.replace('/problems/', ''),
      retryAfter: headers['retry-after'] as string | undefined,
      traceId,
      beganAt,
      tookMs: performance.now() - beganAt,
    }
  }
}

/** How long the gateway took for these requests, by its own account. */
function durationsOf(strata: Strata, from: number, asked: readonly Asked[]): readonly number[] {
  const traces = new Set(asked.map(({ traceId }) => traceId))
  return strata
    .log()
    .slice(from)
    .filter(({ traceId, durationMs }) => durationMs !== undefined && traces.has(traceId as string))
    .map(({ durationMs }) => durationMs as number)
}
