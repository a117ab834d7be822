/** An attempt ends with its body, and for the reason it ended for: what cockatiel’s timeout alone gets wrong. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { TaskCancelledError, TimeoutStrategy, timeout } from 'cockatiel'
import { request } from 'undici'
import { afterAll, expect, test } from 'vitest'
import { exchange } from '../../gateway/hop/exchange.ts'
import { Pools } from '../../gateway/hop/pools.ts'
import type { Problem } from '../../gateway/problem.ts'
import { callFor } from './policy-support.ts'
import { gone } from './upstream-support.ts'

/** Its head comes at once, its body a moment later; `/never` has none. */
const server = createServer(({ url }, outgoing) => {
  outgoing.writeHead(200, { 'content-type': 'application/json' }).flushHeaders()
  if (url !== '/never') setTimeout(() => outgoing.end('{"whole":true}'), 50)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const pools = new Pools()
afterAll(async () => {
  await pools.close()
  server.closeAllConnections()
  server.close()
})

const ours = (path: string, call = callFor(10_000)) =>
  exchange(
    pools.of(url),
    { method: 'GET', path, headers: [], body: null },
    { name: 'store find', owner: undefined, changes: false, limitMs: 10_000 },
    call,
    ({ status, text }) => ({ status, text }),
  )

test('C7: theirs aborts the body when the head is there; ours waits for all of it', async () => {
  const theirs = timeout(10_000, TimeoutStrategy.Cooperative)
  const { body } = await theirs.execute(({ signal }) => request(url, { signal }))
  await expect(body.text()).rejects.toMatchObject({ name: 'AbortError' })
  expect(await ours('/')).toEqual({ status: 200, text: '{"whole":true}' })
})

test('C8: theirs calls it a timeout when the caller leaves; ours says who left', async () => {
  const theirs = timeout(10_000, TimeoutStrategy.Aggressive)
  const leaving = new AbortController()
  let timeouts = 0
  theirs.onTimeout(() => timeouts++)
  const their = theirs.execute(() => new Promise(() => {}), leaving.signal)
  leaving.abort()
  await expect(their).rejects.toThrow(new TaskCancelledError('Operation timed out after 10000ms'))
  expect(timeouts).toBe(1)

  const call = callFor(10_000)
  const own = ours('/never', call).catch((problem: Problem) => problem)
  const reason = gone()
  call.stop(reason)
  expect(await own).toMatchObject({ slug: 'deadline-exceeded', cause: reason, failure: undefined })
})
