/** A deprecated version says so in every answer, whatever the answer is, wherever its layers run. */
import { randomUUID } from 'node:crypto'
import { request } from 'undici'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { type House, startHouse } from '../support/in-process.ts'
import { topologies } from '../support/topologies.ts'
import { apisWith } from './support.ts'

const end = { deprecated: '2026-01-01T00:00:00Z', sunset: '2126-12-31T23:59:59Z' }
const apis = apisWith({
  'experience/storefront/v1': {
    status: 'deprecated',
    ...end,
    successor: 'experience/mobile/v1',
    policy: 'https://shop.example/moving-on',
  },
  'process/order-to-cash/v1': { status: 'deprecated', ...end },
  'system/erp/v1': { status: 'deprecated', deprecated: '2126-01-01T01:00:00.500+01:00' },
})
const customerId = seed.customers[0]?.customerId ?? ''
const shop = 'experience/storefront/v1'
const order = { lines: [{ sku: seed.products[0]?.sku, quantity: 1 }] }

/** RFC 9651, section 3.3.7: a Date item. */
const sfDate = /^@-?\d{1,15}$/
/** RFC 9110, section 5.6.7. */
const imfFixdate =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/

/** RFC 8288, section 3; only the first `rel` counts. */
function linksOf(header: string): Record<string, string> {
  const links: Record<string, string> = {}
  let rest = header
  while (rest !== '') {
    const [whole = '', target = '', parameters = ''] =
      /^\s*<([^<>\s"]+)>((?:\s*;\s*[\w-]+(?:=(?:"[^"\\]*"|[\w-]+))?)*)\s*(?:,|$)/.exec(rest) ?? []
    if (whole === '') throw new Error(`no Link: ${rest}`)
    const rel = /;\s*rel="([^"]+)"/.exec(parameters)?.[1] ?? 'missing'
    links[rel] = target
    rest = rest.slice(whole.length)
  }
  return links
}

describe.each(topologies)('a deprecated version, %s', (topology) => {
  let house: House
  beforeAll(async () => {
    house = await startHouse(topology, apis)
  })
  afterAll(() => house?.close())

  type Headers = Record<string, string>
  const ask = async (path: string, options: { method?: string; headers?: Headers; body?: string } = {}) => {
    const { method = 'GET', headers = {}, body } = options
    const layer = path.split('/')[0] as keyof House['urlOf']
    const reply = await request(`${house.urlOf[layer]}/${path}`, {
      method: method as 'GET',
      headers,
      body: body ?? null,
    })
    return { status: reply.statusCode, headers: reply.headers as Headers, text: await reply.body.text() }
  }
  const signedIn = async (consumer = 'storefront-web', more: Headers = {}) => ({
    authorization: `Bearer ${await house.token(consumer, customerId)}`,
    ...more,
  })
  const posting = async (key: string, body: unknown) => ({
    method: 'POST',
    headers: await signedIn('storefront-web', { 'idempotency-key': key, 'content-type': 'application/json' }),
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

  const expectAnnounced = ({ headers }: { headers: Headers }) => {
    const { deprecation = '', sunset = '', link = '' } = headers
    expect(deprecation).toMatch(sfDate)
    expect(Number(deprecation.slice(1)) * 1000).toBe(Date.parse(end.deprecated))
    expect(sunset).toMatch(imfFixdate)
    expect(Date.parse(sunset)).toBe(Date.parse(end.sunset))
    expect(new Date(sunset).toUTCString()).toBe(sunset)
    expect(linksOf(link)).toEqual({
      'successor-version': '/experience/mobile/v1',
      deprecation: 'https://shop.example/moving-on',
      sunset: 'https://shop.example/moving-on',
    })
  }

  test('in answers, and in answers that are given again', async () => {
    const catalog = await ask(`${shop}/catalog`, { headers: await signedIn() })
    expect(catalog.status).toBe(200)
    expectAnnounced(catalog)
    const key = randomUUID()
    const placed = await ask(`${shop}/checkout`, await posting(key, order))
    const again = await ask(`${shop}/checkout`, await posting(key, order))
    expect([placed.status, again.status]).toEqual([201, 201])
    expect(again.headers['idempotency-replayed']).toBe('true')
    for (const answer of [placed, again]) expectAnnounced(answer)
  })

  test.each([
    [400, 'validation-failed', 'an argument it does not allow', { path: '/catalog?limit=0' }],
    [400, 'ambiguous-path', 'a path that is not normal', { path: '/orders//x' }],
    [400, 'malformed-json', 'a body that is no JSON', { path: '/checkout', body: '{' }],
    [401, 'unauthenticated', 'nobody', { path: '/orders/ORD-01JTB3011NF0S3Z3V8M1N868QS', consumer: '' }],
    [403, 'forbidden', 'somebody else', { path: '/orders/ORD-01JTB3011NF0S3Z3V8M1N868QS', consumer: 'ops' }],
    [404, 'not-found', 'something that is not there', { path: '/orders/ORD-01JTB3011NF0S3Z3V8M1N868QZ' }],
    [404, 'not-found', 'a path it does not have', { path: '/nothing/here' }],
    [405, 'method-not-allowed', 'another method', { path: '/catalog', method: 'DELETE' }],
  ])('in %i %s: %s', async (status, slug, _, { path, ...how }) => {
    const { body, consumer = 'storefront-web', method = 'GET' } = how as Headers
    const headers = consumer ? await signedIn(consumer) : {}
    const options = body === undefined ? { method, headers } : await posting(randomUUID(), body)
    const answer = await ask(shop + path, options)
    expect([answer.status, JSON.parse(answer.text).type]).toEqual([status, `/problems/${slug}`])
    expectAnnounced(answer)
  })

  test('in 503, when a system behind it is down', async () => {
    await house.fault('erp', { kind: 'status', status: 500 })
    const answer = await ask(`${shop}/catalog/${order.lines[0]?.sku}`, { headers: await signedIn() })
    await house.mend()
    expect(answer.status).toBe(503)
    expectAnnounced(answer)
  })

  test('in 504, when the handler is given up', async () => {
    const headers = await signedIn('storefront-web', { 'request-timeout-ms': '1' })
    const answer = await ask(`${shop}/catalog?limit=17`, { headers })
    expect(answer.status).toBe(504)
    expectAnnounced(answer)
  })

  test('in what is said of it: contract, methods, a page', async () => {
    for (const path of ['/openapi.json', '/openapi.yaml']) expectAnnounced(await ask(shop + path))
    expectAnnounced(await ask(`${shop}/catalog`, { method: 'OPTIONS' }))
    const page = await ask(`${shop}/lifecycle`)
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.text).toContain('/experience/mobile/v1')
  })

  test('by a page of ours, where its owner has none', async () => {
    const answer = await ask('process/order-to-cash/v1/products', { headers: await signedIn('order-desk') })
    expect(answer.headers).toMatchObject({
      deprecation: '@1767225600',
      sunset: 'Tue, 31 Dec 2126 23:59:59 GMT',
    })
    const links = linksOf(answer.headers.link ?? '')
    expect(links).toEqual({
      deprecation: '/process/order-to-cash/v1/lifecycle',
      sunset: '/process/order-to-cash/v1/lifecycle',
    })
  })

  test('before its time, and without a date of its end', async () => {
    const { headers } = await ask('system/erp/v1/products')
    expect(headers.deprecation).toBe('@4922899200')
    expect(headers).not.toHaveProperty('sunset')
    expect(linksOf(headers.link ?? '')).toEqual({ deprecation: '/system/erp/v1/lifecycle' })
  })

  test('but no version that lives', async () => {
    const answer = await ask('experience/mobile/v1/home', { headers: await signedIn('mobile-app') })
    expect(answer.status).toBe(200)
    for (const name of ['deprecation', 'sunset', 'link']) expect(answer.headers).not.toHaveProperty(name)
  })

  test('in the catalog, on the home page and in the docs', async () => {
    const read = async (path: string) => (await fetch(house.urlOf.experience + path)).text()
    const catalog = JSON.parse(await read('/.well-known/api-catalog'))
    const entry = catalog.linkset.find(({ anchor }: { anchor: string }) => anchor === `/${shop}`)
    expect(entry).toMatchObject({
      deprecation: [{ href: 'https://shop.example/moving-on', date: ['2026-01-01T00:00:00.000Z'] }],
      sunset: [{ href: 'https://shop.example/moving-on', date: ['2126-12-31T23:59:59.000Z'] }],
      'successor-version': [{ href: '/experience/mobile/v1' }],
    })
    const notice = 'Deprecated since 2026-01-01, gone from 2126-12-31. Use experience/mobile/v1.'
    expect(await read('/')).toContain(notice)
    expect(await read('/docs/start.js')).toContain(notice)
  })
})
