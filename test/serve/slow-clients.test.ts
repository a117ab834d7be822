/** Clients that send or read too slowly cannot keep a connection, and nobody else has to wait for them. */
import { expect, test } from 'vitest'
import { api, good, writer } from './bad-input/row.ts'
import { dial, readAnswer, sendRaw, startFixture } from './support.ts'

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

/** A thousand with SLOW_CLIENTS=1000. */
const count = Number(process.env.SLOW_CLIENTS ?? 200)

test.concurrent('many of them at once hold up nobody', { timeout: 30_000 }, async () => {
  const sockets = await Promise.all(Array.from({ length: count }, () => dial(publicUrl)))
  let closed = 0
  for (const [index, socket] of sockets.entries()) {
    socket.on('error', () => {}).on('close', () => closed++)
    if (index % 2) socket.write(`GET ${api}/items HTTP/1.1\r\nhost: a\r\nx-${index}: `)
    socket.resume()
  }
  for (let asked = 0; asked < 50; asked++)
    expect((await sendRaw(publicUrl, head(`GET ${api}/items`))).status).toBe(200)
  await expect.poll(() => closed, { timeout: 15_000 }).toBe(count)
})

test.concurrent('those who read nothing of what they ask for are left', { timeout: 30_000 }, async () => {
  const socket = await dial(publicUrl)
  const closed = new Promise((resolve) => socket.on('close', resolve))
  socket.on('error', () => {})
  socket.pause()
  const body = Buffer.alloc(400_000, 1)
  // Echoed as numbers: more than the systems between the two can hold.
  const echo = head(`POST ${api}/notes`, {
    'content-type': 'application/octet-stream',
    'content-length': String(body.length),
  })
  for (let asked = 0; asked < 12; asked++) {
    socket.write(echo)
    socket.write(body)
  }
  // Who does not read sees no end, but finds out when it writes.
  const writing = setInterval(() => socket.write('x'), 500)
  await closed
  clearInterval(writing)
})
