/** Clients that send a part and then nothing cannot keep a connection: each gets 408 within its limit. */
import { expect, test } from 'vitest'
import { api, good, writer } from './bad-input/row.ts'
import { dial, readAnswer, startFixture } from './support.ts'

const { publicUrl, token } = await startFixture()
const { add, head } = writer(`Bearer ${await token('storefront-web')}`)
const longer = { 'content-length': '500' }

/** What is sent before the silence, and how long the silence may last. */
const stalls: readonly (readonly [string, string | Buffer, leastMs: number, mostMs: number])[] = [
  ['nothing at all', '', 4_000, 8_000],
  ['half a request line', `GET ${api}/it`, 4_000, 8_000],
  ['headers without their end', `GET ${api}/items HTTP/1.1\r\nhost: a\r\n`, 4_000, 8_000],
  ['a body cut short, to an operation with a short deadline', add(good, longer), 8_000, 13_000],
  [
    'a body cut short, to an operation with a long deadline',
    head(`POST ${api}/uploads`, longer),
    8_000,
    13_000,
  ],
]

test.concurrent.each(stalls)('%s', { timeout: 20_000 }, async (_, bytes, leastMs, mostMs) => {
  const socket = await dial(publicUrl)
  const closed = new Promise((resolve) => socket.on('close', resolve))
  const startedAt = performance.now()
  if (bytes.length) socket.write(bytes)
  const { status, json, headers } = await readAnswer(socket, mostMs)
  const tookMs = performance.now() - startedAt
  expect(status).toBe(408)
  expect(json.type).toBe('/problems/request-timeout')
  expect(headers).toMatchObject({ 'content-type': 'application/problem+json', connection: 'close' })
  expect(tookMs).toBeGreaterThan(leastMs)
  expect(tookMs).toBeLessThan(mostMs)
  // The client keeps its side open: the gateway must let go all the same.
  await closed
})

test.concurrent('headers that drip in do not count as progress', { timeout: 20_000 }, async () => {
  const socket = await dial(publicUrl)
  socket.on('error', () => {})
  socket.write(`GET ${api}/items HTTP/1.1\r\nhost: a\r\n`)
  const drip = setInterval(() => socket.write('x-drip: 1\r\n'), 200)
  const { status } = await readAnswer(socket, 8_000)
  clearInterval(drip)
  socket.destroy()
  expect(status).toBe(408)
})

test.concurrent('a body as slow as its operation allows is taken', { timeout: 20_000 }, async () => {
  const socket = await dial(publicUrl)
  socket.write(head(`POST ${api}/uploads`, { 'content-length': String(good.length) }))
  for (const character of good) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    socket.write(character)
  }
  expect((await readAnswer(socket)).status).toBe(200)
  socket.destroy()
})
