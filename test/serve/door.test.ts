/** What the door lets through, and how it says what else there is. */
import { expect, test } from 'vitest'
import { api, good, writer } from './bad-input/row.ts'
import { dial, readAnswer, request, sendRaw, startFixture } from './support.ts'

const { publicUrl, token } = await startFixture({ env: { BODY_BYTES_MAX: '65536' } })
const { get, add, addValue, head } = writer(`Bearer ${await token('storefront-web')}`)

test.each([
  ['garbage in Accept', get(`${api}/items`, { accept: 'application/json;q=much, ,;;' })],
  ['a range of media types', get(`${api}/items`, { accept: 'text/html, application/*;q=0.1' })],
  ['no Accept', get(`${api}/items`)],
  ['letters that need no encoding, encoded', get(`${api}/%69tems`)],
  ['a literal path beside a template', get(`${api}/items/newest`)],
  ['a method the client would rather have', get(`${api}/items`, { 'x-http-method-override': 'DELETE' })],
  ['an upgrade', get(`${api}/items`, { connection: 'upgrade, http2-settings', upgrade: 'h2c' })],
  [
    'headers of the inside, which are for nobody outside',
    get(`${api}/items`, {
      'x-retry-advice': 'not-started',
      'request-timeout-ms': '999999999',
      'x-priority': 'critical',
      'x-tenant': 'other',
      'x-replay-of': 'OP-1',
      'x-request-id': 'a'.repeat(5000),
      x_forwarded_for: '10.0.0.1',
    }),
  ],
  ['a formula, which is text', addValue({ name: '=cmd()', quantity: 1 })],
  ['an expectation nobody knows', add(good, { expect: 'a' })],
  ['a quoted Idempotency-Key', add(good, { 'idempotency-key': '"order-0001"' })],
  ['a media type in upper case', add(good, { 'content-type': 'Application/JSON; charset="UTF-8"' })],
  ['a whole surrogate pair', add('{"name":"\\ud83d\\ude00","quantity":1}')],
  ['digits that are exact', addValue({ name: '12345678901234567890', quantity: 1, weight: 0.1 + 0.2 })],
  ['zero with an exponent', add('{"name":"a","quantity":1.0e0,"weight":0.00e-99}')],
])('takes %s', async (_, bytes) => {
  expect((await sendRaw(publicUrl, bytes)).status).toBeLessThan(300)
})

test('reads a plus as a space in a query, and nowhere else', async () => {
  const { json: path } = await sendRaw(publicUrl, get(`${api}/items/item-a+b%20c`))
  expect(path.params).toEqual({ itemId: 'item-a+b c' })
  const { json: query } = await sendRaw(publicUrl, get(`${api}/items?search=a+b`))
  expect(query.query.search).toBe('a b')
})

test('refuses a method and says which ones there are', async () => {
  const { headers } = await sendRaw(publicUrl, head(`PATCH ${api}/items`))
  expect(headers.allow).toBe('GET, POST, HEAD, OPTIONS')
})

test('answers OPTIONS with the methods of the path, to anybody', async () => {
  const { status, headers, text } = await sendRaw(publicUrl, request(`OPTIONS ${api}/items/item-a`, {}))
  expect([status, text]).toEqual([204, ''])
  expect(headers.allow?.split(', ').sort()).toEqual(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PUT'])
})

test('takes no headers behind a body', async () => {
  const trailers = 'Authorization: Bearer x\r\nIdempotency-Key: x\r\n'
  const chunks = `${good.length.toString(16)}\r\n${good}\r\n0\r\n${trailers}\r\n`
  const headers = { 'transfer-encoding': 'chunked', trailer: 'Authorization', 'content-length': undefined }
  const { status } = await sendRaw(publicUrl, add(chunks, headers))
  expect(status).toBe(201)
})

test('answers with paths, whatever headers that say where we are', async () => {
  const lies = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'gopher',
    forwarded: 'host=evil.example',
  }
  const { status, headers, text } = await sendRaw(publicUrl, add(good, lies))
  expect([status, headers.location]).toEqual([201, '/experience/shop/v1/items/item-Zx81mark'])
  expect(JSON.stringify(headers) + text).not.toContain('evil')
})

test('says nothing but what is ours, and that nobody keeps it', async () => {
  const { headers } = await sendRaw(publicUrl, get(`${api}/items`))
  expect(Object.keys(headers).sort()).toEqual([
    'cache-control',
    'connection',
    'content-length',
    'content-type',
    'date',
    'keep-alive',
    'x-content-type-options',
  ])
  expect(headers['cache-control']).toBe('no-store')
})

test('answers HEAD as GET, with its length and without its body', async () => {
  const socket = await dial(publicUrl)
  socket.write(head(`HEAD ${api}/items`))
  const { status, headers } = await readAnswer(socket, 5000, 'HEAD')
  expect([status, headers['content-type']]).toEqual([200, 'application/json'])
  // Nothing is left over in front of the next reply.
  socket.write(get(`${api}/items/newest`))
  expect((await readAnswer(socket)).json).toEqual({ newest: true })
  socket.destroy()
})

test('keeps a connection after a refusal, unless the rest of a body is still to come', async () => {
  const refused = await sendRaw(publicUrl, get(`${api}/nothing`))
  expect(refused.headers.connection).not.toBe('close')
  const unread = await sendRaw(publicUrl, add(good, { 'content-type': 'text/xml' }))
  expect(unread.headers.connection).toBe('close')
})

test('says 401 or 413 before it asks for the body', async () => {
  const expecting = { expect: '100-continue', 'content-length': '100000000' }
  expect((await sendRaw(publicUrl, head(`POST ${api}/items`, expecting))).status).toBe(413)
  const unknown = head(`POST ${api}/items`, { ...expecting, authorization: undefined })
  expect((await sendRaw(publicUrl, unknown)).status).toBe(401)
})

test('asks for a body that is welcome', async () => {
  const socket = await dial(publicUrl)
  socket.write(head(`POST ${api}/items`, { expect: '100-continue', 'content-length': String(good.length) }))
  expect((await readAnswer(socket)).status).toBe(100)
  socket.write(good)
  expect((await readAnswer(socket)).status).toBe(201)
  socket.destroy()
})

test('answers before a body that is too large has come, and lets the client read it', async () => {
  const socket = await dial(publicUrl)
  socket.write(head(`POST ${api}/items`, { 'content-length': String(64 << 20) }))
  const piece = Buffer.alloc(1 << 16, 'a')
  const sending = setInterval(() => socket.write(piece), 1)
  socket.on('error', () => {})
  const { status } = await readAnswer(socket)
  clearInterval(sending)
  socket.destroy()
  expect(status).toBe(413)
})

test('answers pipelined requests in their order', async () => {
  const socket = await dial(publicUrl)
  const count = 200
  for (let limit = 1; limit <= count; limit++) socket.write(get(`${api}/items?search=${limit}`))
  let text = ''
  await new Promise<void>((resolve) => {
    socket.on('data', (chunk) => {
      text += chunk
      if (text.split('"search":').length > count) resolve()
    })
  })
  socket.destroy()
  const order = [...text.matchAll(/"search":"(\d+)"/g)].map(([, search]) => Number(search))
  expect(order).toEqual(Array.from({ length: count }, (_, index) => index + 1))
})

test('lists at most 20 mistakes in a small reply', async () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`k${index}`, 1]))
  const few = await sendRaw(publicUrl, addValue(many))
  expect(few.json.errors).toHaveLength(20)
  const long = await sendRaw(publicUrl, addValue({ name: 'a', quantity: 1, ['k'.repeat(60_000)]: 1 }))
  expect(long.json.type).toBe('/problems/validation-failed')
  expect(long.text.length).toBeLessThan(8192)
})
