/** Scripts of other sites call as the consumers whose sites they are, and as nobody else. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { consumer } from '../serve/fixtures/apis.ts'
import { sendRaw, startFixture, request as write } from '../serve/support.ts'

const SHOP = 'https://shop.example'
const PARTNERS = 'https://partners.example'
const { publicUrl, token, calls } = await startFixture({
  consumers: new Map(
    [
      { ...consumer('storefront-web', 'experience/shop/v1'), origins: [SHOP] },
      { ...consumer('partner-portal', 'experience/shop/v1'), origins: [PARTNERS] },
      consumer('mobile-app', 'experience/shop/v1'),
      { ...consumer('elsewhere', 'process/shop/v1'), origins: ['https://elsewhere.example'] },
    ].map((one) => [one.id, one]),
  ),
})

const get = async (origin: string | undefined, name: string | undefined, path = '/items') =>
  sendRaw(
    publicUrl,
    write(`GET /experience/shop/v1${path}`, {
      headers: { origin, authorization: name && `Bearer ${await token(name)}` },
    }),
  )
const post = async (origin: string, name: string) =>
  sendRaw(
    publicUrl,
    write('POST /experience/shop/v1/items', {
      headers: {
        origin,
        authorization: `Bearer ${await token(name)}`,
        'idempotency-key': randomUUID(),
        'content-type': 'application/json',
      },
      body: '{"name":"a","quantity":1}',
    }),
  )
const preflight = (origin: string | undefined, headers: Record<string, string> = {}) =>
  sendRaw(
    publicUrl,
    write('OPTIONS /experience/shop/v1/items', {
      headers: { origin, 'access-control-request-method': 'POST', ...headers },
    }),
  )

test('a site of the consumer reads its answers', async () => {
  const { status, headers } = await get(SHOP, 'storefront-web')
  expect(status).toBe(200)
  expect(headers['access-control-allow-origin']).toBe(SHOP)
  expect(headers.vary).toBe('origin')
  expect(headers['access-control-expose-headers']).toMatch(/retry-after/)
  expect(headers).not.toHaveProperty('access-control-allow-credentials')
  expect((await post(SHOP, 'storefront-web')).status).toBe(201)
})

test.each([
  ['that nobody has', 'https://evil.example', 'storefront-web'],
  ['of another consumer', PARTNERS, 'storefront-web'],
  ['of a consumer of another API', 'https://elsewhere.example', 'storefront-web'],
  ['that only begins like one', `${SHOP}.evil.example`, 'storefront-web'],
  ['in another case', 'https://SHOP.example', 'storefront-web'],
  ['without encryption', 'http://shop.example', 'storefront-web'],
  ['that has no name', 'null', 'storefront-web'],
  ['for a consumer without sites', SHOP, 'mobile-app'],
])('a site %s reads nothing and changes nothing', async (_, origin, name) => {
  const read = await get(origin, name)
  expect(read.status).toBe(200)
  expect(Object.keys(read.headers).filter((header) => header.startsWith('access-control'))).toEqual([])
  const reached = calls.count
  const changed = await post(origin, name)
  expect([changed.status, changed.json.type]).toEqual([403, '/problems/forbidden'])
  expect(calls.count).toBe(reached)
})

test('a site reads why it was refused, before it is known who it is', async () => {
  const { status, headers } = await get(SHOP, undefined)
  expect([status, headers['access-control-allow-origin']]).toEqual([401, SHOP])
  expect((await get('https://evil.example', undefined)).headers).not.toHaveProperty(
    'access-control-allow-origin',
  )
})

test('pages of our own are no other site', async () => {
  expect((await post('http://gateway.example', 'mobile-app')).status).toBe(201)
  expect((await post('https://gateway.example', 'mobile-app')).status).toBe(201)
})

test('a browser is told what it may ask, for two hours', async () => {
  const { status, headers } = await preflight(SHOP)
  expect(status).toBe(204)
  expect(headers).toMatchObject({
    'access-control-allow-origin': SHOP,
    'access-control-allow-methods': 'GET, POST, HEAD, OPTIONS',
    'access-control-max-age': '7200',
    vary: 'origin',
  })
  expect(headers['access-control-allow-headers']?.split(', ')).toEqual(
    expect.arrayContaining(['authorization', 'content-type', 'idempotency-key', 'x-view']),
  )
})

test.each([
  ['a site nobody has', preflight('https://evil.example')],
  ['no site', preflight(undefined)],
])('a browser is told nothing about %s', async (_, answer) => {
  const { status, headers } = await answer
  expect(status).toBe(204)
  expect(Object.keys(headers).filter((header) => header.startsWith('access-control'))).toEqual([])
})
