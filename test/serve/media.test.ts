/** Bodies and parameters in every form the contract names arrive as the same values; replies leave as it says. */
import { describe, expect, test } from 'vitest'
import { api, writer } from './bad-input/row.ts'
import { sendRaw, startFixture } from './support.ts'

const { publicUrl, token } = await startFixture()
const authorization = `Bearer ${await token('storefront-web')}`
const { get, add, head } = writer(authorization)

const send = (path: string, init: RequestInit = {}) =>
  fetch(`${publicUrl}${api}${path}`, {
    ...init,
    headers: { authorization, ...(init.headers as Record<string, string>) },
  })
const post = async (path: string, body: Body | undefined, type?: string) => {
  const response = await send(path, {
    method: 'POST',
    ...(body === undefined ? {} : { body }),
    headers: type === undefined ? {} : { 'content-type': type },
  })
  return { status: response.status, json: (await response.json()) as Record<string, unknown> }
}

type Body = NonNullable<RequestInit['body']>

const form = (...pairs: [string, string | Blob][]) => {
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value)
  return data
}
const pairs: [string, string][] = [
  ['text', 'a & b +ü'],
  ['stars', '5'],
  ['tags', 'x'],
  ['tags', 'y'],
]
const note = { text: 'a & b +ü', stars: 5, tags: ['x', 'y'] }

describe('a request body', () => {
  test.each<[string, Body, string | undefined, unknown]>([
    ['JSON', JSON.stringify(note), 'application/json', note],
    ['a form', new URLSearchParams(pairs), undefined, note],
    [
      'a form with a charset',
      new URLSearchParams(pairs).toString(),
      'application/x-www-form-urlencoded; charset=UTF-8',
      note,
    ],
    ['a multipart form', form(...pairs), undefined, note],
    [
      'a multipart form with a file',
      form(['text', new Blob(['from a file'])], ['stars', '0']),
      undefined,
      { text: 'from a file', stars: 0 },
    ],
    ['text', 'grüße', 'text/plain', 'grüße'],
    ['text that looks like JSON', '{"a":1}', 'text/plain', '{"a":1}'],
    ['bytes', Uint8Array.of(0, 255, 128), 'application/octet-stream', [0, 255, 128]],
  ])('as %s', async (_, body, type, value) => {
    const { status, json } = await post('/notes', body, type)
    expect(json.body).toEqual(value)
    expect(status).toBe(200)
  })

  test.each<[string, Body, string | undefined, string | undefined]>([
    ['a form with text for a number', 'text=a&stars=many', 'application/x-www-form-urlencoded', '#/stars'],
    ['a form field twice', 'text=a&text=b', 'application/x-www-form-urlencoded', '#/text'],
    ['an unknown form field', 'text=a&__proto__=b', 'application/x-www-form-urlencoded', '#/__proto__'],
    ['a multipart form without what is required', form(['stars', '1']), undefined, '#/text'],
    ['text that is too long', 'a'.repeat(101), 'text/plain', '#'],
  ])('is refused as %s', async (_, body, type, pointer) => {
    const { status, json } = await post('/notes', body, type)
    expect(json).toMatchObject({ type: '/problems/validation-failed', errors: [{ in: 'body', pointer }] })
    expect(status).toBe(400)
  })

  test('is refused as multipart whose parts cannot be found', async () => {
    const { json } = await post('/notes', 'no parts', 'multipart/form-data; boundary=x')
    expect(json.type).toBe('/problems/malformed-request')
    const { json: other } = await post('/notes', 'no parts', 'multipart/form-data')
    expect(other.type).toBe('/problems/malformed-request')
  })

  test('may be left out where it is optional', async () => {
    expect((await post('/pings', undefined)).json).not.toHaveProperty('body')
    expect((await post('/pings', undefined, 'application/json')).json).not.toHaveProperty('body')
    expect((await post('/pings', '{"text":"a"}', 'application/json')).json.body).toEqual({ text: 'a' })
    expect((await post('/pings', '{"txt":"a"}', 'application/json')).status).toBe(400)
  })

  test('in chunks is read like any other', async () => {
    const { json } = await sendRaw(
      publicUrl,
      head(`POST ${api}/pings`, { 'transfer-encoding': 'chunked' }).toString() +
        '7\r\n{"text"\r\n5\r\n:"a"}\r\n0\r\n\r\n',
    )
    expect(json.body).toEqual({ text: 'a' })
  })
})

describe('a reply', () => {
  test('of text has a charset', async () => {
    const response = await send('/reports/sales')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(await response.text()).toBe('sku,sold\nWID-001,3\n')
  })

  test('of bytes is not changed', async () => {
    const response = await send('/pictures/logo')
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await response.arrayBuffer()).toString('base64')).toBe('iVBORw0KGgo=')
  })

  test('is refused where the client accepts none of its types', async () => {
    expect((await send('/reports/sales', { headers: { accept: 'application/json' } })).status).toBe(406)
    expect((await send('/reports/sales', { headers: { accept: 'text/*' } })).status).toBe(200)
  })

  test('without a body has neither type nor length', async () => {
    const { status, headers, text } = await sendRaw(publicUrl, head(`DELETE ${api}/items/item-a`))
    expect([status, text]).toEqual([204, ''])
    expect(headers).not.toHaveProperty('content-type')
    expect(headers).not.toHaveProperty('content-length')
  })

  test('names its location below the prefix of the API, as a URI', async () => {
    const created = await sendRaw(publicUrl, add('{"name":"a b/ü","quantity":1}'))
    expect(created.status).toBe(201)
    expect(created.headers.location).toBe(`${api}/items/item-a%20b/%C3%BC`)
    expect(created.headers['content-type']).toBe('application/json')
  })
})

describe('a parameter', () => {
  test.each<[string, string, unknown]>([
    ['a default', '', { limit: 20 }],
    ['numbers and booleans', 'limit=5&sold=true', { limit: 5, sold: true }],
    ['a list, repeated', 'colours=red&colours=blue', { limit: 20, colours: ['red', 'blue'] }],
    ['a list of one', 'colours=red', { limit: 20, colours: ['red'] }],
    ['a list between commas', 'codes=a,b%2Cc', { limit: 20, codes: ['a', 'b,c'] }],
    ['a list between pipes', 'sizes=1|2%7C3', { limit: 20, sizes: [1, 2, 3] }],
    ['a list between spaces', 'marks=a%20b+c', { limit: 20, marks: ['a', 'b', 'c'] }],
    [
      'an object',
      'filter[region]=eu&filter%5Byear%5D=2026',
      { limit: 20, filter: { region: 'eu', year: 2026 } },
    ],
    ['UTF-8', 'search=%C3%BC+%2B%26', { limit: 20, search: 'ü +&' }],
    ['nothing between two &', '&&limit=5&', { limit: 5 }],
  ])('in the query as %s', async (_, query, value) => {
    const { json } = await sendRaw(publicUrl, get(`${api}/items?${query}`))
    expect(json.query).toEqual(value)
  })

  test('in a header or a cookie', async () => {
    const { json } = await sendRaw(
      publicUrl,
      get(`${api}/items`, { 'x-view': 'full', cookie: 'session=%zz; theme=dark; theme=light' }),
    )
    expect(json).toMatchObject({ headers: { 'X-View': 'full' }, cookies: { theme: 'dark' } })
  })

  test('in the path is decoded once', async () => {
    const { json } = await sendRaw(publicUrl, get(`${api}/items/%69tem-%61%2B`))
    expect(json.params).toEqual({ itemId: 'item-a+' })
    const { status } = await sendRaw(publicUrl, get(`${api}/items/item-%2561`))
    expect(status).toBe(400)
  })
})
