/** The proxy that makes faults makes those it is asked for, and no others. */
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, afterEach, expect, test } from 'vitest'
import { type Fault, startFaultProxy } from '../support/fault-proxy.ts'

const BODY = 'x'.repeat(1_000)
let handled = 0
const server = createServer((_, outgoing) => {
  handled++
  outgoing.end(BODY)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const proxy = await startFaultProxy(target, { seed: 7 })
afterEach(() => proxy.clear())
afterAll(async () => {
  await proxy.close()
  server.closeAllConnections()
  server.close()
})

interface Seen {
  readonly text: string
  /** What came in one read. */
  readonly chunks: readonly number[]
  readonly ended: 'open' | 'closed' | string
  readonly tookMs: number
}

const REQUEST = 'GET / HTTP/1.1\r\nhost: x\r\n\r\n'

/** Sends a request and listens until the connection ends, the reply is whole or the time is up. */
const ask = (url = proxy.url, limitMs = 150): Promise<Seen> =>
  new Promise((resolve) => {
    const startedAt = performance.now()
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    const chunks: Buffer[] = []
    const finish = (ended: string) => {
      clearTimeout(timer)
      socket.destroy()
      resolve({
        text: String(Buffer.concat(chunks)),
        chunks: chunks.map(({ length }) => length),
        ended,
        tookMs: performance.now() - startedAt,
      })
    }
    const timer = setTimeout(() => finish('open'), limitMs)
    socket
      .on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        if (String(Buffer.concat(chunks)).endsWith(BODY)) finish('whole')
      })
      .on('end', () => finish('closed'))
      .on('error', (error: Error & { code: string }) => finish(error.code))
    socket.write(REQUEST)
  })

test('does nothing of its own', async () => {
  expect(await ask()).toMatchObject({ ended: 'whole' })
  expect(proxy.counts()).toMatchObject({ connections: 1, requests: 1, faults: 0 })
})

test.each<[Fault, string, number, boolean]>([
  [{ kind: 'black-hole' }, 'open', 0, false],
  [{ kind: 'refuse' }, 'ECONNREFUSED', 0, false],
  [{ kind: 'reset-request' }, 'ECONNRESET', 0, false],
  [{ kind: 'reset-reply' }, 'ECONNRESET', 0, true],
  [{ kind: 'reset-reply', atByte: 40 }, 'ECONNRESET', 40, true],
  [{ kind: 'cut-reply' }, 'closed', 0, true],
  [{ kind: 'cut-reply', atByte: 300 }, 'closed', 300, true],
  [{ kind: 'half-open', lost: 'requests' }, 'open', 0, false],
  [{ kind: 'half-open', lost: 'replies' }, 'open', 0, true],
])('%j', async (fault, ended, length, reached) => {
  await proxy.set(fault)
  const before = handled
  const seen = await ask()
  expect(seen.ended).toBe(ended)
  expect(seen.text).toHaveLength(length)
  expect(handled > before).toBe(reached)
  await proxy.clear()
  expect(await ask()).toMatchObject({ ended: 'whole' })
})

test('latency comes before the reply', async () => {
  await proxy.set({ kind: 'latency', ms: 60, jitterMs: 10 })
  const { tookMs, ended } = await ask()
  expect(ended).toBe('whole')
  expect(tookMs).toBeGreaterThan(55)
})

test('a slow drip', async () => {
  await proxy.set({ kind: 'drip', bytes: 10, everyMs: 5 })
  const { text, ended } = await ask()
  expect(ended).toBe('open')
  expect(text.length).toBeGreaterThan(10)
  expect(text.length).toBeLessThanOrEqual(310)
})

test('slices', async () => {
  await proxy.set({ kind: 'slice', bytesMax: 90 })
  const { chunks, ended } = await ask(proxy.url, 1_000)
  expect(ended).toBe('whole')
  expect(chunks.length).toBeGreaterThan(3)
})

test('an idle connection is closed, one that was asked again is not', async () => {
  await proxy.set({ kind: 'idle-close', afterMs: 60 })
  const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1')
  let closed = false
  socket.on('close', () => {
    closed = true
  })
  socket.resume()
  for (let i = 0; i < 4; i++) {
    socket.write(REQUEST)
    await after(30)
  }
  expect(closed).toBe(false)
  await after(120)
  expect(closed).toBe(true)
})

test('breaks what is open when nobody is to listen', async () => {
  const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1')
  socket.on('error', () => {})
  await new Promise((resolve) => socket.write(REQUEST) && socket.once('data', resolve))
  const gone = new Promise((resolve) => socket.once('close', resolve))
  await proxy.set({ kind: 'refuse' })
  await gone
  expect(proxy.counts().open).toBe(0)
})

test('strikes the same requests for the same seed', async () => {
  const pattern = async (seed: number) => {
    const seeded = await startFaultProxy(target, { seed })
    await seeded.set({ kind: 'cut-reply', atByte: [1, 900], share: 0.5 })
    const lengths: number[] = []
    for (let i = 0; i < 20; i++) lengths.push((await ask(seeded.url)).text.length)
    await seeded.close()
    return lengths
  }
  const first = await pattern(1)
  expect(await pattern(1)).toEqual(first)
  expect(await pattern(2)).not.toEqual(first)
  const cut = first.filter((length) => length <= 900)
  expect(cut.length).toBeGreaterThan(3)
  expect(cut.length).toBeLessThan(17)
})
