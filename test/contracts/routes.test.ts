/** The routes on an app of hono, without the gateway: they refuse what the contract refuses, and hand over its values. */
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { repairOrder, routesOf, workshop } from './support.ts'

const app = new OpenAPIHono({
  defaultHook: (result, c) =>
    result.success
      ? undefined
      : c.json(
          { in: result.target, issues: result.error.issues.map(({ path, message }) => [path, message]) },
          400,
        ),
})

beforeAll(async () => {
  const echo = (c: Context) => {
    const valid = c.req.valid as (target: string) => unknown
    const parts = ['param', 'query', 'header', 'cookie', 'json'].map((target) => [
      target,
      valid.call(c.req, target),
    ])
    return c.json(Object.fromEntries(parts))
  }
  for (const route of Object.values(routesOf(await workshop()))) app.openapi(route, echo as never)
})

const shop = { 'X-Shop': 'delft' }
const id = '0f8fad5b-d9cb-469f-a165-70867728950e'

describe('parameters arrive as what the contract says', () => {
  test.for([
    ['defaults', '/repairs', {}, { query: { limit: 25, urgent: false } }],
    ['numbers and booleans', '/repairs?limit=7&urgent=true', {}, { query: { limit: 7, urgent: true } }],
    ['a list, exploded', '/repairs?state=done&state=quoted', {}, { query: { state: ['done', 'quoted'] } }],
    ['a list of one', '/repairs?state=done', {}, { query: { state: ['done'] } }],
    ['a list with commas', `/repairs?ids=${id},${id}`, {}, { query: { ids: [id, id] } }],
    ['a list with pipes', '/repairs?brands=a|b', {}, { query: { brands: ['a', 'b'] } }],
    ['a list with blanks, behind a $ref', '/repairs?gears=1%202', {}, { query: { gears: [1, 2] } }],
    [
      'a deep object',
      '/repairs?price[least]=3&price[note]=4',
      {},
      { query: { price: { least: 3, note: '4' } } },
    ],
    ['a header with a list', '/repairs', { Language: 'nl, en' }, { header: { language: ['nl', 'en'] } }],
    ['a cookie', '/repairs', { cookie: 'visit=12345678' }, { cookie: { visit: '12345678' } }],
    ['a path', `/repairs/${id}`, {}, { param: { repairId: id } }],
    [
      'a path with styles',
      '/shelves/.1.2/;tags=a,b/;width=3;unit=cm',
      {},
      { param: { spot: [1, 2], tags: ['a', 'b'], size: { width: 3, unit: 'cm' } } },
    ],
  ] as const)('%s', async ([, path, headers, want]) => {
    const response = await app.request(path, { headers: { ...shop, ...headers } })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject(want)
  })
})

describe('what breaks the contract is refused, with its place', () => {
  const large = Array.from({ length: 3000 }, () => 'x').join(',')

  test.for([
    ['a number that is none', '/repairs?limit=abc', shop, 'query', [['limit'], 'must be of type integer']],
    ['a number out of range', '/repairs?limit=101', shop, 'query', [['limit'], 'must be <= 100']],
    [
      'a list item',
      '/repairs?state=lost',
      shop,
      'query',
      [['state', '0'], expect.stringContaining('must be one of')],
    ],
    [
      'an unknown parameter',
      '/repairs?lmit=1',
      shop,
      'query',
      [['lmit'], 'is not a property the contract knows'],
    ],
    [
      'an unknown property of a deep object',
      '/repairs?price[x]=1',
      shop,
      'query',
      [['price', 'x'], 'is not a property the contract knows'],
    ],
    [
      'a property of a deep object',
      '/repairs?price[most]=x',
      shop,
      'query',
      [['price', 'most'], 'must be of type number'],
    ],
    ['a missing header', '/repairs', {}, 'header', [['X-Shop'], 'is required']],
    [
      'a header',
      '/repairs',
      { 'x-shop': 'DELFT' },
      'header',
      [['X-Shop'], 'must match pattern "^[a-z-]{2,30}$"'],
    ],
    [
      'a cookie',
      '/repairs',
      { ...shop, cookie: 'visit=1' },
      'cookie',
      [['visit'], 'must NOT have fewer than 8 characters'],
    ],
    ['a path', '/repairs/7', {}, 'param', [['repairId'], 'must be a valid uuid']],
    [
      'a long list, for one reason',
      `/repairs?ids=${large}`,
      shop,
      'query',
      [['ids', '0'], 'must be a valid uuid'],
    ],
  ] as const)('%s', async ([, path, headers, place, issue]) => {
    const response = await app.request(path, { headers })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ in: place, issues: [issue] })
  })
})

describe('a body', () => {
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    app.request('/repairs', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': id, ...headers },
      body: JSON.stringify(body),
    })

  test('arrives as it was sent', async () => {
    const response = await post(repairOrder)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ json: repairOrder, header: { 'Idempotency-Key': id } })
  })

  test('is refused where it breaks the contract', async () => {
    const response = await post({ ...repairOrder, currency: 'USD' })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ in: 'json', issues: [[['currency'], expect.any(String)]] })
  })

  test('of an operation whose own parameter loosens that of its path', async () => {
    expect((await post(repairOrder, { 'x-shop': 'DELFT' })).status).toBe(200)
    expect((await post(repairOrder, { 'idempotency-key': 'once' })).status).toBe(400)
  })
})
