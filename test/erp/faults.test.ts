/** Every fault switch of the sandboxes, seen from the other end of the wire. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ErpSandbox, startErpSandbox } from '../../gateway/sandbox/erp/main.ts'
import { SandboxClient } from './sandbox-client.ts'

const account = { user: 'gateway', password: 'made-up-for-this-test' }
let sandbox: ErpSandbox
let client: SandboxClient

beforeAll(async () => {
  sandbox = await startErpSandbox(account)
})
beforeEach(async () => {
  sandbox.faults.clear()
  client = new SandboxClient(sandbox.url)
  await client.login(account.user, account.password)
})
afterAll(() => sandbox.close())

const countParties = () => client.call('model.party.party.search_count', [])

test('latency delays the answer', async () => {
  sandbox.faults.set({ kind: 'latency', ms: 120 })
  const startedAt = performance.now()
  expect((await countParties()).status).toBe(200)
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(119)
})

test('a hanging call is never answered and never carried out', async () => {
  sandbox.faults.set({ kind: 'hang', match: 'party.create' })
  await expect(client.call('model.party.party.create', [{ code: 'HANGS' }])).rejects.toThrow('timeout')
  expect(await client.find('party.party', [['code', '=', 'HANGS']], ['code'])).toEqual([])
})

test('a status fault answers a page, not an envelope', async () => {
  sandbox.faults.set({ kind: 'status', status: 503 })
  const reply = await countParties()
  expect(reply.status).toBe(503)
  expect(reply.headers.get('content-type')).toMatch('text/html')
})

test('throttle says when to come back', async () => {
  sandbox.faults.set({ kind: 'throttle', retryAfterSeconds: 7 })
  const reply = await countParties()
  expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, '7'])
})

test('drop after commit loses the answer, not the record', async () => {
  sandbox.faults.set({ kind: 'dropAfterCommit', match: 'party.create', times: 1 })
  await expect(client.call('model.party.party.create', [{ code: 'LOST' }])).rejects.toThrow('fetch failed')
  expect(await client.find('party.party', [['code', '=', 'LOST']], ['code'])).toHaveLength(1)
})

test('an expired session is refused until the next login', async () => {
  sandbox.faults.set({ kind: 'expireSession' })
  expect((await countParties()).status).toBe(401)
  expect((await countParties()).status).toBe(401)
  await client.login(account.user, account.password)
  expect((await countParties()).status).toBe(200)
})

test.each([
  { drift: { change: 'rename', to: 'status' }, shown: { id: 1, status: 'cancelled' } },
  { drift: { change: 'retype', value: 3 }, shown: { id: 1, state: 3 } },
  { drift: { change: 'null' }, shown: { id: 1, state: null } },
] as const)('drift by $drift.change', async ({ drift, shown }) => {
  const readFirst = () => client.call('model.sale.sale.read', [1], ['state'])
  expect((await readFirst()).body.result).toEqual([{ id: 1, state: 'cancelled' }])
  sandbox.faults.set({ kind: 'drift', field: 'state', match: 'sale.sale', ...drift })
  expect((await readFirst()).body.result).toEqual([shown])
})

test('a fault with a count is spent', async () => {
  sandbox.faults.set({ kind: 'status', status: 500, times: 2 })
  const statuses = [await countParties(), await countParties(), await countParties()].map((r) => r.status)
  expect(statuses).toEqual([500, 500, 200])
  expect(sandbox.faults.list()).toEqual([])
})

test('faults are set, listed and cleared over HTTP', async () => {
  const fault = { kind: 'status', status: 503, match: 'party.party' }
  expect((await client.control('POST', fault)).status).toBe(201)
  expect((await countParties()).status).toBe(503)
  expect(await (await client.control('GET')).json()).toEqual([fault])
  await client.control('DELETE')
  expect((await countParties()).status).toBe(200)
})

test.each([
  { kind: 'status', status: 200 },
  { kind: 'explode' },
  { kind: 'drift', change: 'rename', field: 'state' },
  { kind: 'hang', times: 0 },
  null,
])('refuses %j', async (fault) => {
  expect((await client.control('POST', fault)).status).toBe(400)
  expect(sandbox.faults.list()).toEqual([])
})
