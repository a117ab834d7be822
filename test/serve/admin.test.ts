/** The admin API: for operators alone, on the internal port alone, and true of this process. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Policies } from '../../contracts/generated/admin.ts'
import { apis, backends, events } from '../../gateway/apis.gen.ts'
import { readConfig } from '../../gateway/config.ts'
import { startGateway } from '../../gateway/gateway.ts'
import { defaults } from '../../gateway/hop/settings.ts'
import { readConsumers } from '../../gateway/security/consumers.ts'
import { developmentIssuer } from '../../gateway/security/issuer.ts'
import { createLog } from '../../gateway/telemetry/log.ts'

const stateDirectory = mkdtempSync(join(tmpdir(), 'strata-admin-'))
const nowhere = 'http://127.0.0.1:9'
const environment = {
  NODE_ENV: 'test',
  PUBLIC_PORT: '0',
  INTERNAL_PORT: '0',
  ERP_POLICIES: '{ bulkhead: { limit: 7 }, retry: { retriesMax: 0 }, breaker: { unreachableMax: 1 } }',
}
const gateway = await startGateway({
  config: {
    ...readConfig(environment),
    crm: { url: nowhere, clientId: 'none', clientSecret: 'none' },
    erp: { url: nowhere, rpcPath: '/erp/', user: 'none', password: 'none' },
    stateDirectory,
  },
  apis,
  backends,
  events,
  consumers: readConsumers(),
  log: createLog({ level: 'silent' }),
})
afterAll(async () => {
  await gateway.close()
  rmSync(stateDirectory, { recursive: true })
})

const issuer = await developmentIssuer(stateDirectory)
const ask = async (path: string, consumer?: string, url = gateway.internalUrl) => {
  const token = consumer && (await issuer.issue({ consumer }, 'strata'))
  return fetch(url + path, { headers: token ? { authorization: `Bearer ${token}` } : {} })
}
const policies = async () => (await (await ask('/admin/policies', 'ops')).json()) as Policies

test.each([
  [undefined, 401, 'unauthenticated'],
  ['order-desk', 403, 'forbidden'],
  ['nobody-we-know', 403, 'forbidden'],
])('refuses %s', async (consumer, status, slug) => {
  const response = await ask('/admin/policies', consumer)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect([response.status, await response.json()]).toMatchObject([status, { type: `/problems/${slug}` }])
})

test.each([
  [undefined, 401, 'unauthenticated'],
  ['order-desk', 403, 'forbidden'],
])('shows and settles operations for operators alone, not for %s', async (consumer, status, slug) => {
  const one = `/admin/operations/OP-${'x'.repeat(32)}`
  const token = consumer && (await issuer.issue({ consumer }, 'strata'))
  const settled = await fetch(`${gateway.internalUrl}${one}/resolve`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ decision: 'retry', note: 'n' }),
  })
  for (const response of [await ask('/admin/operations', consumer), await ask(one, consumer), settled])
    expect([response.status, await response.json()]).toMatchObject([status, { type: `/problems/${slug}` }])
})

test('an operator may not call what operators are not registered for', async () => {
  const response = await ask('/process/order-to-cash/v1/products', 'ops')
  expect(response.status).toBe(403)
})

test('is not on the public port', async () => {
  for (const path of ['/admin/policies', '/admin/openapi.json'])
    expect((await ask(path, 'ops', gateway.publicUrl)).status).toBe(404)
})

test('refuses what its contract does not know', async () => {
  expect((await ask('/admin/policies?all=1', 'ops')).status).toBe(400)
  expect((await ask('/admin/nothing', 'ops')).status).toBe(404)
})

test('shows the settings in force', async () => {
  const { upstreams } = await policies()
  expect(upstreams.map(({ upstream }) => upstream).sort()).toEqual([
    'backend/crm/v1 read',
    'backend/crm/v1 write',
    'backend/erp/v1 read',
    'backend/erp/v1 write',
  ])
  const [crm, erp] = ['crm', 'erp'].map((name) =>
    upstreams.find(({ upstream }) => upstream === `backend/${name}/v1 read`),
  )
  expect(crm?.settings.budget).toEqual(defaults.budget)
  expect(erp).toMatchObject({
    owner: 'finance-systems',
    settings: { bulkhead: { ...defaults.bulkhead, limit: 7 }, retry: { retriesMax: 0 } },
    bulkhead: { inFlight: 0, waiting: 0, limit: 7 },
    breaker: { state: 'closed' },
  })
})

test('shows the state as it is', async () => {
  const before = await policies()
  expect((await ask('/process/order-to-cash/v1/products', 'order-desk')).status).toBe(503)
  const after = await policies()
  const erp = after.upstreams.find(({ upstream }) => upstream === 'backend/erp/v1 read')
  expect(erp?.breaker.state).toBe('open')
  expect(erp?.breaker.openForMs).toBeGreaterThan(0)
  expect(after.cache.misses).toBe(before.cache.misses + 1)
})

test('what is published is listed, with who agreed to what, and without the documents', async () => {
  const of = async (query: string) => {
    const response = await ask(`/admin/published${query}`, 'ops')
    return ((await response.json()) as { items: readonly { contract: string }[] }).items
  }
  const items = await of('')
  expect(items.length).toBeGreaterThan(8)
  const [erp, ...others] = await of('?contract=system/erp/v1')
  expect(others).toEqual([])
  expect(erp).toEqual(items.find(({ contract }) => contract === 'system/erp/v1'))
  expect(erp).toMatchObject({
    owner: 'finance-systems',
    status: 'deprecated',
    revisions: expect.arrayContaining([
      {
        revision: '1.0',
        digest: expect.stringMatching(/^sha256:/),
        publishedAt: expect.any(String),
        publishedBy: expect.any(String),
        exceptions: [],
      },
    ]),
  })
})
