/** After its sunset a version is gone; in a brown-out it is gone for a while; nobody new gets in before. */
import { request } from 'undici'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Json } from '../../contracts/runtime/document.ts'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { toConsumer } from '../../gateway/security/consumers.ts'
import { type House, startHouse } from '../support/in-process.ts'
import { topologies } from '../support/topologies.ts'
import { apisWith, DAY_MS, instantIn } from './support.ts'

const shop = 'experience/storefront/v1'
const portal = 'experience/partner-portal/v1'
const customerId = seed.customers[0]?.customerId ?? ''
const yesterday = { status: 'deprecated', deprecated: '2026-01-01T00:00:00Z', sunset: instantIn(-1) }
const soon = {
  status: 'deprecated',
  deprecated: '2026-01-01T00:00:00Z',
  sunset: instantIn(30),
  successor: 'experience/storefront/v1',
  brownOuts: [{ from: instantIn(10), until: instantIn(10.5) }],
} as const

afterEach(() => void vi.useRealTimers())

const at = (now: string) => vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(now) })

describe.each(topologies)('%s', (topology) => {
  let house: House
  const begin = async (lifecycles: Readonly<Record<string, Json>>, env = {}) => {
    house = await startHouse(topology, apisWith(lifecycles), env)
  }

  describe('versions with an end', () => {
    beforeAll(() =>
      begin({
        [shop]: { ...yesterday, successor: 'experience/mobile/v1' },
        [portal]: soon,
        'process/customer-360/v1': { ...yesterday, status: 'retired' },
        'process/order-to-cash/v1': { status: 'deprecated', deprecated: '2024-01-01T00:00:00Z' },
      }),
    )
    afterAll(() => house?.close())

    test('410 names the successor, whoever asks, and keeps saying when it ended', async () => {
      const known = await house.get(`${shop}/catalog`, 'storefront-web', customerId)
      const wrong = await house.get(`${shop}/catalog?limit=0`, 'mobile-app', customerId)
      const reply = await request(`${house.urlOf.experience}/${shop}/orders/ORD-01JTB3011NF0S3Z3V8M1N868QS`)
      const nobody = { status: reply.statusCode, headers: reply.headers, body: await reply.body.json() }
      for (const { status, headers, body } of [known, wrong, nobody]) {
        expect(status).toBe(410)
        expect(body).toMatchObject({ type: '/problems/version-gone', status: 410 })
        expect((body as { detail: string }).detail).toBe(
          `${shop} ended at ${yesterday.sunset}. Use /experience/mobile/v1.`,
        )
        expect(headers.link).toContain('</experience/mobile/v1>; rel="successor-version"')
        expect(headers.deprecation).toBe('@1767225600')
        expect(Date.parse(String(headers.sunset))).toBe(
          Math.floor(Date.parse(yesterday.sunset) / 1000) * 1000,
        )
      }
    })

    test('a retired version stays gone, and what still uses it fails by our own mistake', async () => {
      const gone = await house.get('process/customer-360/v1/customers/x/overview', 'order-desk')
      expect([gone.status, gone.body.detail]).toMatchObject([
        410,
        expect.stringContaining('no version after'),
      ])
      const above = await house.get('experience/mobile/v1/home', 'mobile-app', customerId)
      expect([above.status, above.body.type]).toEqual([500, '/problems/internal-error'])
      expect(above.headers).not.toHaveProperty('sunset')
    })

    test('nobody who came after the deprecation is let in; layers above go on', async () => {
      const late = await house.get('process/order-to-cash/v1/products', 'order-desk')
      expect([late.status, late.body.type]).toEqual([403, '/problems/forbidden'])
      expect(late.body.detail).toContain('takes no new consumers')
    })

    test('its brown-outs come and go, then its sunset', async () => {
      const ask = () => house.get(`${portal}/orders?customerId=${customerId}`, 'partner-portal')
      expect((await ask()).status).toBe(200)
      at(soon.brownOuts[0].from)
      const out = await ask()
      expect([out.status, out.body.type]).toEqual([410, '/problems/version-gone'])
      expect(out.body.detail).toContain(`until ${soon.brownOuts[0].until}`)
      expect(out.headers).toMatchObject({ 'retry-after': '43200', 'cache-control': 'no-store' })
      at(soon.brownOuts[0].until)
      expect((await ask()).status).toBe(200)
      at(new Date(Date.parse(soon.sunset) - 1_000).toISOString())
      expect((await ask()).status).toBe(200)
      at(soon.sunset)
      expect((await ask()).status).toBe(410)
    })
  })

  describe('a draft', () => {
    afterAll(() => house?.close())

    test('is not there, and nobody sees it', async () => {
      await begin({ [portal]: { status: 'draft' } })
      const answer = await house.get(`${portal}/orders?customerId=${customerId}`, 'partner-portal')
      expect(answer.status).toBe(404)
      const catalog = await (await fetch(`${house.urlOf.experience}/.well-known/api-catalog`)).text()
      expect(catalog).not.toContain(portal)
      expect(catalog).toContain(shop)
    })
  })
})

test('a draft is there for who asks for it by its name', async () => {
  const house = await startHouse('one process', apisWith({ [portal]: { status: 'draft' } }), {
    STRATA_SERVE: `all, ${portal}`,
  })
  const answer = await house.get(`${portal}/orders?customerId=${customerId}`, 'partner-portal')
  await house.close()
  expect(answer.status).toBe(200)
})

test('since when a consumer may call something is since it was registered, or says so itself', () => {
  const { uses, grantedAt } = toConsumer({
    id: 'kiosk',
    description: 'A screen in a shop.',
    owner: { team: 'shops', contact: 'shops@strata.example' },
    plan: 'standard',
    since: '2026-01-01',
    uses: [shop, { api: portal, since: '2026-02-01' }],
  })
  expect(uses).toEqual([shop, portal])
  expect(grantedAt).toEqual({
    [shop]: Date.parse('2026-01-01'),
    [portal]: Date.parse('2026-01-01') + 31 * DAY_MS,
  })
})
