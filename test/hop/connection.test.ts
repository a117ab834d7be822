/** One connection that was closed while it was idle tells of the others: nobody meets with two of them in a row. */
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { Call } from '../../gateway/call.ts'
import { exchange } from '../../gateway/hop/exchange.ts'
import { Pools } from '../../gateway/hop/pools.ts'
import type { Problem } from '../../gateway/problem.ts'

const CONNECTIONS = 6
/** Closed without a word: who sends something on them learns of it then. */
const closed = new Set<Socket>()
const known = new Set<Socket>()
const server = createServer({ keepAliveTimeout: 60_000 }, async ({ socket }, outgoing) => {
  if (closed.has(socket)) {
    socket.resetAndDestroy()
    return
  }
  known.add(socket)
  await delay(20)
  outgoing.end('{}')
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const pools = new Pools()
const pool = pools.of(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
afterAll(async () => {
  await pools.close()
  server.close()
})

const purpose = { name: 'store find', owner: { team: 'store' } as never, changes: false, limitMs: 1_000 }
const send = () =>
  exchange(
    pool,
    { method: 'GET', path: '/', headers: [], body: null },
    purpose,
    new Call(performance.now() + 5_000),
    ({ status }) => ({ status }),
  ).then(
    ({ status }) => status,
    ({ failure }: Problem) => failure,
  )
const atOnce = (count: number) => Promise.all(Array.from({ length: count }, send))

test('after one, the rest are opened anew', async () => {
  expect(new Set(await atOnce(CONNECTIONS))).toEqual(new Set([200]))
  expect(known.size).toBe(CONNECTIONS)
  await delay(5)
  for (const socket of known) closed.add(socket)

  expect(await send()).toMatchObject({ stale: true, unhealthy: false })
  expect(new Set(await atOnce(CONNECTIONS))).toEqual(new Set([200]))
})

test('what is not closed is used on', async () => {
  await delay(5)
  const before = known.size
  expect(new Set(await atOnce(CONNECTIONS))).toEqual(new Set([200]))
  expect(known.size).toBe(before)
})
