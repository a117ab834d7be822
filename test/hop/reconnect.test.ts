/** Between layers only a broken connection is repeated, once; so retries of several layers never multiply. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import { request } from 'undici'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { toContract } from '../../contracts/runtime/load.ts'
import { reconnect } from '../../gateway/hop/policies/reconnect.ts'
import { compose, type Send } from '../../gateway/hop/policy.ts'
import { Pools } from '../../gateway/hop/pools.ts'
import { stepKey } from '../../gateway/hop/step-key.ts'
import { layer } from '../../gateway/hop/transports/layer.ts'
import { Problem } from '../../gateway/problem.ts'
import type { Fault as SandboxFault } from '../../gateway/sandbox/faults.ts'
import { createIdentity } from '../../gateway/security/identity.ts'
import { describeFlow } from '../support/flow.ts'
import { callFor, failed, script } from './policy-support.ts'

const contract = toContract('system/depot/v1', {
  openapi: '3.1.0',
  info: { title: 'Depot', version: '1.0.0' },
  paths: {
    '/things': {
      get: { operationId: 'findThings', responses: {} },
      post: { operationId: 'addThing', responses: {} },
      put: { operationId: 'ping', 'x-idempotency': 'none', responses: {} },
    },
  },
} as never)

type Operation = 'findThings' | 'addThing' | 'ping'
const target = (operation: Operation) => ({ contract, operation: contract.operations[operation] as never })

describe('what is repeated, once', () => {
  const coded = (code: string, failure: NonNullable<Problem['failure']>) =>
    new Problem('upstream-unavailable', code, { failure, cause: Object.assign(new Error(), { code }) })
  const refused = coded('ECONNREFUSED', { effect: 'none', unhealthy: true, unreachable: true })
  const slow = coded('UND_ERR_CONNECT_TIMEOUT', { effect: 'none', unhealthy: true, unreachable: true })
  const stale = failed({ effect: 'unknown', unhealthy: false, stale: true }, 'outcome-unknown')
  test.each<[string, Operation, Problem, number]>([
    ['a connection refused', 'ping', refused, 2],
    ['a connection closed while idle, for a read', 'findThings', stale, 2],
    ['… for a change with a key', 'addThing', stale, 2],
    ['… not for a change without one', 'ping', stale, 1],
    ['not a connection that takes too long', 'findThings', slow, 1],
    ['not a lost answer', 'addThing', failed({ effect: 'unknown' }, 'outcome-unknown'), 1],
    ['not a layer that is not well', 'findThings', failed({ retryAfterMs: 1_000 }), 1],
    ['not a problem that came as a reply', 'findThings', new Problem('upstream-unavailable', '503'), 1],
  ])('%s', async (_, operation, problem, calls) => {
    const next = script(problem)
    const send = compose([stepKey, reconnect], target(operation), next)
    await expect(send({}, callFor(1_000))).rejects.toBe(problem)
    expect(next.at).toHaveLength(calls)
  })

  test('a second attempt that is refused does not settle what the first one did', async () => {
    const send = compose([stepKey, reconnect], target('addThing'), script(stale, refused))
    await expect(send({}, callFor(1_000))).rejects.toBe(stale)
  })

  test('nothing for a caller who has left, or has no time', async () => {
    const call = callFor(1_000)
    for (const own of [call, callFor(0)]) {
      const next = script(refused)
      call.stop(new Problem('deadline-exceeded', 'the client closed the connection'))
      await expect(reconnect(target('findThings'), next)({}, own)).rejects.toBe(refused)
      expect(next.at).toHaveLength(1)
    }
  })
})

describe('over real connections', async () => {
  const keys: unknown[] = []
  let breaks = 0
  const server = createServer({ keepAliveTimeout: 60_000 }, ({ headers, socket }, outgoing) => {
    keys.push(headers['idempotency-key'])
    if (breaks-- > 0) socket.destroy()
    else outgoing.setHeader('content-type', 'application/json').end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const pools = new Pools()
  const transport = layer({
    pool: pools.of(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    identity: createIdentity(Buffer.from('the key that both processes of this test share')),
  })
  let sent = 0
  const send = async (operation: Operation) => {
    // A connection is free again a moment after its reply.
    await after(2)
    const attempt = transport.send(target(operation))
    const counted: Send = (request, call) => {
      sent++
      return attempt(request, call)
    }
    return compose([stepKey, reconnect], target(operation), counted)({}, callFor(5_000))
  }
  beforeEach(() => {
    sent = breaks = 0
    keys.splice(0)
  })
  afterAll(() => pools.close())

  test('one that is closed when a request comes costs nobody anything, and a change keeps its key', async () => {
    for (const operation of ['findThings', 'addThing'] as const) {
      await send(operation)
      breaks = 1
      expect((await send(operation)).status).toBe(200)
    }
    const [first, second] = keys.slice(-2)
    expect(first).toEqual(expect.any(String))
    expect(second).toBe(first)
    expect(sent).toBe(6)
  })

  test('one that breaks again is a failure', async () => {
    await send('findThings')
    breaks = 2
    await expect(send('findThings')).rejects.toMatchObject({ slug: 'upstream-unavailable' })
    expect(sent).toBe(3)
  })

  test('a layer that is not there is asked twice', async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await expect(send('findThings')).rejects.toMatchObject({ failure: { effect: 'none', unreachable: true } })
    expect(sent).toBe(2)
  })
})

describeFlow('a backend that fails under three layers', (flow) => {
  test('is asked again by one of them only', async () => {
    const times = 1_000
    const match = 'product.product.search_read'
    await flow.fault('erp', { kind: 'status', status: 500, match, times })
    expect((await flow.get('experience/storefront/v1/catalog', 'storefront-web', 'CUS-1')).status).toBe(503)
    const { body } = await request(`${flow.strata.sandboxes.erp}/__faults`)
    const [fault] = (await body.json()) as SandboxFault[]
    expect(times - (fault?.times ?? 0)).toBe(4)
  })
})
