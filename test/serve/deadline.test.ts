/** Time limits hold for everything behind the door, and a client that leaves takes its work with it. */
import { setTimeout as after } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import { writer } from './bad-input/row.ts'
import { dial, sendRaw, startFixture } from './support.ts'
import { startUpstream } from './upstream.ts'

const upstream = await startUpstream()
const { internalUrl, token } = await startFixture({ env: { VAULT_URL: upstream.url } })
const { head } = writer(`Bearer ${await token('order-desk')}`)
const stock = '/process/desk/v1/stock'

beforeEach(() => {
  upstream.reply = undefined
})

async function timed<Value>(work: Promise<Value>): Promise<Value & { tookMs: number }> {
  const startedAt = performance.now()
  const value = await work
  return { ...value, tookMs: performance.now() - startedAt }
}

test('answers when the backend does', async () => {
  upstream.reply = { pieces: 3 }
  const { status, json } = await sendRaw(internalUrl, head(`GET ${stock}`))
  expect([status, json]).toEqual([200, { pieces: 3 }])
})

test('a read that gets no answer ends with deadline-exceeded', async () => {
  const gone = upstream.gone()
  const { status, text, tookMs } = await timed(sendRaw(internalUrl, head(`GET ${stock}`)))
  expect(JSON.parse(text)).toMatchObject({ type: '/problems/deadline-exceeded', owner: 'vault-team' })
  expect(status).toBe(504)
  expect(tookMs).toBeGreaterThan(550)
  expect(tookMs).toBeLessThan(1_100)
  await gone
})

test('a change that was sent, gets no answer and must not be sent again is left to an operator', async () => {
  const gone = upstream.gone()
  const { status, text, tookMs } = await timed(sendRaw(internalUrl, head(`POST ${stock}`)))
  expect(JSON.parse(text)).toMatchObject({ type: '/problems/idempotency-outcome-unknown' })
  expect(status).toBe(409)
  expect(tookMs).toBeLessThan(1_100)
  await gone
})

test.each([
  ['less', '200', 150, 500],
  ['more', '60000', 550, 1_100],
  ['nothing that is a number', '1e3', 550, 1_100],
  ['a negative time', '-1', 550, 1_100],
])('Request-Timeout-Ms that asks for %s', async (_, asked, leastMs, mostMs) => {
  const { status, tookMs } = await timed(
    sendRaw(internalUrl, head(`GET ${stock}`, { 'request-timeout-ms': asked })),
  )
  expect(status).toBe(504)
  expect(tookMs).toBeGreaterThan(leastMs)
  expect(tookMs).toBeLessThan(mostMs)
})

test('does not begin what has no time at all', async () => {
  const before = upstream.received.length
  const { json } = await sendRaw(internalUrl, head(`GET ${stock}`, { 'request-timeout-ms': '0' }))
  expect(json.type).toBe('/problems/deadline-exceeded')
  expect(upstream.received.length).toBe(before)
})

test('a client that goes away stops the call to the backend', async () => {
  const before = upstream.received.length
  const socket = await dial(internalUrl)
  socket.write(head(`GET ${stock}`))
  while (upstream.received.length === before) await after(5)
  const gone = upstream.gone()
  const startedAt = performance.now()
  socket.destroy()
  await gone
  expect(performance.now() - startedAt).toBeLessThan(300)
})

test('gives up a handler that does not end', async () => {
  const path = '/process/desk/v1/stubbornness'
  const { status, text, tookMs } = await timed(sendRaw(internalUrl, head(`GET ${path}`)))
  expect(JSON.parse(text).type).toBe('/problems/deadline-exceeded')
  expect(status).toBe(504)
  expect(tookMs).toBeLessThan(1_000)
})
