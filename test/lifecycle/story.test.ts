/** The end of a version as everybody lives through it: it says so, its owner sees who is left, and then it is gone. */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { apis } from '../../gateway/apis.gen.ts'
import type { Impact } from '../../gateway/impact/affected.ts'
import type { Trial } from '../../gateway/impact/trial-text.ts'
import type { Retirement } from '../../gateway/lifecycle/retirement.ts'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { strata } from '../cli/support.ts'
import { type House, startHouse } from '../support/in-process.ts'
import { topologies } from '../support/topologies.ts'

const v1 = 'experience/storefront/v1'
const v2 = 'experience/storefront/v2'
const customerId = seed.customers[0]?.customerId ?? ''
const { lifecycle } = apis.find(({ contract }) => contract.id === v1)?.contract ?? {}

afterEach(() => void vi.useRealTimers())

describe.each(topologies)('from v1 to v2, %s', (topology) => {
  let house: House
  beforeAll(async () => {
    house = await startHouse(topology, apis, { OBSERVE_EVERY: '1' })
  })
  afterAll(() => house?.close())

  const catalog = (version: string) => house.get(`${version}/catalog`, 'storefront-web', customerId)
  /** The topmost process has seen the calls of its consumers, the others those of the layers above them. */
  const command = async (...args: readonly string[]) => {
    const token = await house.token('ops')
    for (const url of house.internalUrls)
      await fetch(`${url}/admin/usage?api=${v1}`, { headers: { authorization: `Bearer ${token}` } })
    const [url = ''] = house.internalUrls
    return strata([...args, '--url', url, '--token', token]).ended
  }

  test('v1 announces its end, v2 does not', async () => {
    const [old, next] = [await catalog(v1), await catalog(v2)]
    expect([old.status, next.status]).toEqual([200, 200])
    expect(old.headers.deprecation).toBe(`@${(lifecycle?.deprecatedAt ?? 0) / 1000}`)
    expect(old.headers.sunset).toBe(new Date(lifecycle?.sunsetAt ?? 0).toUTCString())
    expect(old.headers.link).toContain(`</${v2}>; rel="successor-version"`)
    expect(next.headers).not.toHaveProperty('deprecation')
  })

  test('its owner sees who is hit, and whom v2 would refuse', async () => {
    const text = await command('impact', v1)
    expect(text.out).toMatch(
      /^Removing experience\/storefront\/v1 breaks consumer storefront-web \(1 call\/day\)\./,
    )
    const field = await command('impact', 'process/order-to-cash/v2', '--field', 'availability', '--json')
    const impact = JSON.parse(field.out) as Impact
    expect(impact.apis.find(({ api }) => api === v2)).toMatchObject({
      verdict: 'reads',
      operations: ['listCatalog'],
    })
    const against = await command('impact', v1, '--against', v2, '--json')
    expect(JSON.parse(against.out) as Trial).toMatchObject({ requests: 1, samples: 1, failing: 0 })
  })

  test('it cannot be retired while it is promised and called', async () => {
    const { code, out } = await command('retire', v1, '--check', '--json')
    expect(code).toBe(1)
    const { verdict, reasons, callers } = JSON.parse(out) as Retirement
    expect(verdict).toBe('in use')
    expect(reasons).toEqual([
      expect.stringContaining('until then it was promised to be there'),
      'storefront-web still calls it (web-shop@strata.example), and has not agreed.',
    ])
    expect(callers).toMatchObject([{ consumer: 'storefront-web', operation: 'listCatalog', calls: 1 }])
  })

  test('after its sunset it is gone, and v2 is there', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: lifecycle?.sunsetAt ?? 0 })
    const gone = await catalog(v1)
    expect([gone.status, gone.body.type]).toEqual([410, '/problems/version-gone'])
    expect(gone.body.detail).toContain(`Use /${v2}.`)
    expect((await catalog(v2)).status).toBe(200)
  })
})

describe('the commands', () => {
  test('without a gateway, impact is what contracts allow', async () => {
    const { code, out } = await strata(['impact', 'system/erp/v2', '--field', 'billing.state'], {
      INTERNAL_PORT: '9',
    }).ended
    expect(code).toBe(0)
    expect(out).toMatch(/^Removing `billing.state` from system\/erp\/v2 may break process\/order-to-cash\/v1/)
    expect(out).toContain('No gateway was asked')
  })

  test.each<[readonly string[], string]>([
    [['impact', 'system/none/v1'], 'there is no system/none/v1: contracts/ has'],
    [['impact', 'system/crm/v1', '--field', 'displayNames'], 'did you mean displayName?'],
    [['impact', 'system/crm/v1', '--days', '400'], '--days must be a whole number from 1 to 90'],
    [['impact', 'system/crm/v1', '--url', 'http://127.0.0.1:9'], 'nothing answers at http://127.0.0.1:9'],
    [['retire', 'system/none/v1'], 'there is no system/none/v1'],
    [['retire', 'system/crm/v1'], 'nothing answers at http://127.0.0.1:9'],
  ])('%j', async (args, says) => {
    const { code, err } = await strata(args, { INTERNAL_PORT: '9' }).ended
    expect(code).toBe(1)
    expect(err).toContain(says)
  })
})
