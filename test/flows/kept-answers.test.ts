/** Answers that are kept: given again as long as the contract says, longer while a system is down, and to nobody else. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Api } from '../../contracts/contract.ts'
import type { CacheData } from '../../contracts/runtime/load.ts'
import { apis } from '../../gateway/apis.gen.ts'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { describeFlow } from '../support/flow.ts'
import { type House, startHouse } from '../support/in-process.ts'
import { topologies } from '../support/topologies.ts'

const [customer, neighbour, stranger] = seed.customers.map(({ customerId }) => customerId)
const catalog = 'experience/storefront/v1/catalog'
const home = 'experience/mobile/v1/home'
const down = { kind: 'status', status: 500 } as const

describeFlow('the catalog', (flow) => {
  test('is kept: who asks next is told how old it is, and for how long it holds', async () => {
    const first = await flow.get(catalog, 'storefront-web', customer)
    expect(first).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'private, max-age=30, stale-if-error=3600', vary: 'authorization' },
    })
    expect(first.headers).not.toHaveProperty('age')
    await flow.fault('erp', down)
    const second = await flow.get(catalog, 'storefront-web', neighbour)
    expect(second).toMatchObject({
      status: 200,
      body: first.body,
      headers: { age: expect.stringMatching(/^\d$/) },
    })
    expect(second.headers).not.toHaveProperty('x-degraded')
  })

  test('is given to nobody who may not ask, and for no request that is not allowed', async () => {
    await flow.get(catalog, 'storefront-web', customer)
    expect((await flow.get(catalog, 'mobile-app', customer)).status).toBe(403)
    expect((await flow.get(catalog, 'nobody-we-know', customer)).status).toBe(403)
    expect((await flow.get(`${catalog}?limit=0`, 'storefront-web', customer)).status).toBe(400)
  })

  test('what is not kept says nothing of age', async () => {
    const { headers } = await flow.get(home, 'mobile-app', customer)
    expect(headers['cache-control']).toBe('no-store')
    for (const name of ['age', 'vary', 'x-degraded']) expect(headers).not.toHaveProperty(name)
  })
})

/** Short times, and the home screen too: an answer that belongs to its customer. */
const cache: CacheData = { maxAgeSeconds: 1, staleIfErrorSeconds: 2, vary: undefined }
const keeping: readonly Api[] = apis.map((api) => withCache(api, (id, known) => known || id === 'getHome'))
const impatient = { ERP_POLICIES: 'retry: { retriesMax: 0 }', CRM_POLICIES: 'retry: { retriesMax: 0 }' }

describe.each(topologies)('answers kept for a second, two more in need, %s', (topology) => {
  let house: House
  beforeAll(async () => {
    house = await startHouse(topology, keeping, impatient)
  })
  afterEach(() => house.mend())
  afterAll(() => house?.close())

  test('the catalog survives a dead ERP, says so, and not for longer', async () => {
    const first = await house.get(catalog, 'storefront-web', customer)
    await house.fault('erp', down)
    await pause(1_100)
    const stale = await house.get(catalog, 'storefront-web', neighbour)
    expect(stale).toMatchObject({
      status: 200,
      body: first.body,
      headers: { age: expect.stringMatching(/^[12]$/), 'x-degraded': 'erp' },
    })
    expect(await house.get(`${catalog}?limit=1`, 'storefront-web', customer)).toMatchObject({
      status: 503,
      body: { type: '/problems/upstream-unavailable', upstream: 'erp', owner: 'finance-systems' },
    })
    await pause(3_000)
    expect((await house.get(catalog, 'storefront-web', customer)).status).toBe(503)
    await house.mend()
    const fresh = await house.get(catalog, 'storefront-web', customer)
    expect(fresh.headers).not.toHaveProperty('x-degraded')
  })

  test('a screen is its customer’s, fresh or old', async () => {
    const own = await house.get(home, 'mobile-app', customer)
    const others = await house.get(home, 'mobile-app', neighbour)
    expect(own.body.name).not.toBe(others.body.name)
    await house.fault('erp', down)
    await house.fault('crm', down)
    expect(await house.get(home, 'mobile-app', stranger)).toMatchObject({ status: 503 })
    expect(await house.get(home, 'mobile-app')).toMatchObject({ status: 403 })
    await pause(1_100)
    for (const [id, { body }] of [
      [customer, own],
      [neighbour, others],
    ] as const)
      expect(await house.get(home, 'mobile-app', id)).toMatchObject({
        status: 200,
        body,
        headers: { 'x-degraded': expect.stringMatching(/^(crm|erp)$/) },
      })
    expect(await house.get(home, 'mobile-app', stranger)).toMatchObject({ status: 503 })
  })

  test('fifty who ask at once share one attempt, but not with another customer', async () => {
    const asked = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        house.get(home, 'mobile-app', index % 2 ? customer : neighbour),
      ),
    )
    const names = asked.map(({ body }) => body.name)
    expect(new Set(names.filter((_, index) => index % 2)).size).toBe(1)
    expect(new Set(names).size).toBe(2)
  })
})

describe.each(topologies)('answers kept one layer down, %s', (topology) => {
  const below = apis.map((api) => withCache(api, (_, known) => known && api.contract.layer === 'process'))
  let house: House
  beforeAll(async () => {
    house = await startHouse(topology, below, impatient)
  })
  afterAll(() => house?.close())

  test('the edge says how old they are, and for whose failure, but makes no promise of its own', async () => {
    const first = await house.get(catalog, 'storefront-web', customer)
    expect(first.headers).not.toHaveProperty('age')
    const second = await house.get(catalog, 'storefront-web', neighbour)
    expect(second).toMatchObject({ body: first.body, headers: { age: '0' } })
    await house.fault('erp', down)
    await pause(1_100)
    const stale = await house.get(catalog, 'storefront-web', neighbour)
    expect(stale).toMatchObject({
      status: 200,
      body: first.body,
      headers: { age: expect.stringMatching(/^[12]$/), 'x-degraded': 'erp' },
    })
    for (const { headers } of [first, second, stale]) expect(headers['cache-control']).toBe('no-store')
  })

  test('an old answer comes in time when the ERP does not answer at all', async () => {
    await house.mend()
    const first = await house.get(`${catalog}?limit=2`, 'storefront-web', customer)
    await house.fault('erp', { kind: 'hang' })
    await pause(1_100)
    const beganAt = performance.now()
    const stale = await house.get(`${catalog}?limit=2`, 'storefront-web', customer, {
      'request-timeout-ms': '700',
    })
    expect(performance.now() - beganAt).toBeLessThan(750)
    expect(stale).toMatchObject({ status: 200, body: first.body, headers: { 'x-degraded': 'erp' } })
  })
})

/** The API with this `x-cache` for some of its operations. */
function withCache(api: Api, applies: (operation: string, hasOne: boolean) => boolean): Api {
  const operations = Object.values(api.contract.operations).map((operation) => {
    const own = applies(operation.id, operation.cache !== undefined) ? cache : undefined
    // Schemas are compiled when they are asked for: a copy keeps it so.
    const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(operation))
    return [operation.id, Object.defineProperty(copy, 'cache', { value: own })]
  })
  return { ...api, contract: { ...api.contract, operations: Object.fromEntries(operations) } }
}
