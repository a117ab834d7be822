/** Who calls what, and which fields are used, is known from what happens: exactly, from all processes, and for long. */
import { setTimeout as after } from 'node:timers/promises'
import { request } from 'undici'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reads, TrialResult, Usage } from '../../contracts/generated/admin.ts'
import { apis } from '../../gateway/apis.gen.ts'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { createSealer } from '../../gateway/store/seal.ts'
import { MemoryTallies } from '../../gateway/store/tallies/memory.ts'
import type { Kept, Tally } from '../../gateway/store/tallies/tallies.ts'
import { createLog } from '../../gateway/telemetry/log.ts'
import { Meter } from '../../gateway/usage/meter.ts'
import { Usage as ProcessUsage } from '../../gateway/usage/usage.ts'
import { type House, startHouse } from '../support/in-process.ts'
import { topologies } from '../support/topologies.ts'

const customerId = seed.customers[0]?.customerId ?? ''
const home = 'experience/mobile/v1'
const overview = 'process/customer-360/v1'

describe.each(topologies)('%s', (topology) => {
  let house: House
  const tell = async <Answer>(path: string, body?: object): Promise<Answer> => {
    const authorization = `Bearer ${await house.token('ops')}`
    // Each process adds what it counted before it answers.
    let answer: unknown
    for (const url of house.internalUrls) {
      const reply = await request(`${url}/admin${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { authorization, 'content-type': 'application/json' },
        body: body ? JSON.stringify(body) : null,
      })
      answer = await reply.body.json()
      expect([reply.statusCode, answer]).toEqual([200, expect.anything()])
    }
    return answer as Answer
  }
  const usageOf = (api: string) => tell<Usage>(`/usage?api=${api}`)

  beforeAll(async () => {
    house = await startHouse(topology, apis, { OBSERVE_EVERY: '1' })
    for (let count = 0; count < 7; count++) await house.get(`${home}/home`, 'mobile-app', customerId)
    for (let count = 0; count < 3; count++)
      await house.get(`${overview}/customers/${customerId}/overview?include=billing`, 'order-desk')
    await house.get(`${overview}/customers/nobody/overview`, 'order-desk')
    await house.get(`${overview}/customers/${customerId}/overview`, 'mobile-app')
  })
  afterAll(() => house?.close())

  test('calls are counted for who makes them, on every layer', async () => {
    expect((await usageOf(home)).items).toMatchObject([
      { operation: 'getHome', consumer: 'mobile-app', calls: 7, callsPerDay: 7 },
    ])
    const { items } = await usageOf(overview)
    expect(items.map(({ consumer, operation, calls }) => [consumer, operation, calls])).toEqual([
      ['mobile-app', 'getOverview', 7],
      // Also the one that was refused for its id; not the one that was not allowed at all.
      ['order-desk', 'getOverview', 4],
    ])
    expect(Date.now() - Date.parse(items[0]?.lastSeen ?? '')).toBeLessThan(60_000)
    const accounts = await usageOf('system/crm/v1')
    expect(accounts.items.find(({ consumer }) => consumer === 'mobile-app')).toMatchObject({
      operation: 'getAccount',
      calls: 7,
    })
    expect((await usageOf('experience/storefront/v1')).items).toEqual([])
  })

  test('fields are known by who uses them, in every layer', async () => {
    const { items } = await tell<Reads>(`/reads?api=${overview}`)
    expect(new Set(items.map(({ reader, readerOperation }) => `${reader} ${readerOperation}`))).toEqual(
      new Set([`${home} getHome`]),
    )
    const uses = (use: string) => items.filter((one) => one.use === use).map(({ pointer }) => pointer)
    expect(uses('asks')).toEqual([''])
    expect(uses('reads')).toEqual(expect.arrayContaining(['/profile', '/orders/*/status']))
    expect(uses('reads')).not.toContain('/billing')
    expect(uses('copies')).toContain('/orders/*/total')

    const below = await tell<Reads>('/reads?api=system/crm/v1')
    const profile = below.items.filter(({ reader, use }) => reader === overview && use === 'copies')
    expect(profile.map(({ pointer }) => pointer)).toContain('/legalName')
    expect(below.items.find(({ reader, use }) => reader === overview && use === 'asks')?.count).toBe(10)
  })

  test('real requests can be held against another contract, and nobody sees them', async () => {
    const contract = apis.find(({ contract }) => contract.id === overview)?.contract
    const document = structuredClone(contract?.document) as never
    const same = await tell<TrialResult>('/samples/check', { api: overview, document })
    expect(same.items.map(({ failing }) => failing)).toEqual([0, 0])

    const text = JSON.stringify(contract?.document).replaceAll('"billing"', '"finance"')
    const other = await tell<TrialResult>('/samples/check', { api: overview, document: JSON.parse(text) })
    const tried = other.items.find(({ consumer }) => consumer === 'order-desk')
    expect(tried).toMatchObject({ operation: 'getOverview', failing: 3 })
    expect(tried?.findings[0]).toMatchObject({ pointer: '/query/include/*', count: 3 })
    expect(other.items.find(({ consumer }) => consumer === 'mobile-app')).toMatchObject({ failing: 0 })
    expect(JSON.stringify(other)).not.toContain(customerId)
  })

  test('what is no contract cannot be tried', async () => {
    const reply = await request(`${house.internalUrls[0]}/admin/samples/check`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await house.token('ops')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ api: overview, document: { paths: 'none' } }),
    })
    expect([reply.statusCode, await reply.body.json()]).toMatchObject([409, { type: '/problems/conflict' }])
  })
})

describe('in the store', () => {
  const log = createLog({ level: 'silent' })
  const sealer = createSealer(['k'.repeat(32)])
  const target = {
    contract: apis[0]?.contract,
    operation: Object.values(apis[0]?.contract.operations ?? {})[0],
  }
  const api = target.contract?.id ?? ''
  const begin = (tallies: MemoryTallies) => new ProcessUsage({ tallies, sealer, every: 0, log })

  test('replicas add up, and nothing is counted twice or lost while the store is away', async () => {
    class Flaky extends MemoryTallies {
      mode: 'well' | 'away' | 'answer lost' = 'well'
      override async add(group: Kept, batch: string, tallies: readonly Tally[]): Promise<void> {
        if (this.mode !== 'away') await super.add(group, batch, tallies)
        if (this.mode !== 'well') throw new Error('no answer')
      }
    }
    const tallies = new Flaky()
    const replicas = [begin(tallies), begin(tallies)]
    const watches = replicas.map((usage) => usage.watch(target as never))
    let counted = 0
    for (const mode of ['well', 'away', 'answer lost', 'away', 'well'] as const) {
      tallies.mode = mode
      for (const watch of watches)
        for (let count = 0; count < 100; count++) {
          watch.count(count % 2 ? 'a' : 'b')
          counted++
        }
      await Promise.all(replicas.map((usage) => usage.callsOf(api, 1)))
    }
    for (const usage of replicas) await usage.callsOf(api, 1)
    const items = await replicas[0]?.callsOf(api, 1)
    expect(items?.reduce((sum, { calls }) => sum + calls, 0)).toBe(counted)
    for (const usage of replicas) await usage.close()
  })

  test('calls a day are those since the first, or of the days asked for', async () => {
    const tallies = new MemoryTallies()
    const dayMs = 86_400_000
    const at = (ago: number) => ({ firstAt: Date.now() - ago * dayMs, lastAt: Date.now() - ago * dayMs })
    const add = (id: string, count: number, ago: number) =>
      tallies.add({ id, keepMs: dayMs }, `${id} ${ago}`, [{ name: 'getItem a', count, ...at(ago) }])
    for (const ago of [0, 3]) {
      await add(`calls ${api} ${new Date(Date.now() - ago * dayMs).toISOString().slice(0, 10)}`, 8, ago)
      await add(`seen ${api}`, 8, ago)
    }
    const usage = begin(tallies)
    expect(await usage.callsOf(api, 30)).toMatchObject([{ calls: 16, callsPerDay: 4 }])
    expect(await usage.callsOf(api, 2)).toMatchObject([{ calls: 8, callsPerDay: 4 }])
    await usage.close()
  })

  test('a meter samples the first call of each, and then every so many', () => {
    const meter = new Meter(target as never, 3)
    const sampled = Array.from({ length: 7 }, () => meter.count('a'))
    expect(sampled).toEqual([true, false, false, true, false, false, true])
    expect(meter.count('b')).toBe(true)
    expect(meter.take()).toEqual([
      { consumer: 'a', calls: 7 },
      { consumer: 'b', calls: 1 },
    ])
    expect(meter.take()).toEqual([])
    const never = new Meter(target as never, 0)
    expect([never.count('a'), never.count('a')]).toEqual([false, false])
  })

  test('who is beyond the number of consumers there can be is counted as one', () => {
    const meter = new Meter(target as never, 0)
    for (let consumer = 0; consumer < 1_500; consumer++) meter.count(`c${consumer}`)
    const taken = meter.take()
    expect(taken).toHaveLength(1_001)
    expect(taken.find(({ consumer }) => consumer === 'others')?.calls).toBe(500)
  })

  test('samples are sealed, and kept in bounds', async () => {
    const tallies = new MemoryTallies()
    const usage = begin(tallies)
    const watch = usage.watch(target as never)
    watch.count('a')
    for (let round = 0; round < 8; round++) {
      for (let count = 0; count < 30; count++) watch.keep('a', { query: {} })
      await usage.callsOf(api, 1)
    }
    const list = `samples ${api} ${target.operation?.id} a`
    const kept = await tallies.collected(list)
    expect(kept).toHaveLength(100)
    expect(Buffer.from(kept[0] ?? '', 'base64url').toString('latin1')).not.toContain('request')
    expect(await usage.samplesOf(api, target.operation?.id ?? '', 'a')).toHaveLength(100)
    await usage.close()
    await after(0)
  })
})
