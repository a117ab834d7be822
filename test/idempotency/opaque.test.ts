/** What a backend would do again each time it is asked: sent once for a wish, wherever the layers run. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { request } from 'undici'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../gateway/config.ts'
import { type Gateway, startGateway } from '../../gateway/gateway.ts'
import { developmentIssuer } from '../../gateway/security/issuer.ts'
import type { Driver } from '../../gateway/store/driver.ts'
import { openDriver } from '../../gateway/store/open.ts'
import { Store } from '../../gateway/store/store.ts'
import { createLog } from '../../gateway/telemetry/log.ts'
import { type Topology, topologies } from '../support/topologies.ts'
import { apis, backends, consumers } from './crash/fixture/apis.ts'
import { type Fault, Works } from './crash/fixture/works.ts'

describe.each(topologies)('in %s', (topology: Topology) => {
  const stateDirectory = mkdtempSync(join(tmpdir(), 'strata-opaque-'))
  const storeUrl = `sqlite:${stateDirectory}/strata.db`
  const works = new Works()
  const gateways: Gateway[] = []
  let store: Driver
  let token = ''
  let url = ''
  let item = ''
  let items = 0

  beforeAll(async () => {
    const worksUrl = await works.open()
    const begin = async (own: Record<string, string>) => {
      const env = { NODE_ENV: 'test', PUBLIC_PORT: '0', INTERNAL_PORT: '0', STORE_URL: storeUrl, ...own }
      const gateway = await startGateway({
        config: { ...readConfig({ ...env, WORKS_URL: worksUrl }), stateDirectory },
        apis,
        backends,
        events: [],
        consumers,
        log: createLog({ level: 'silent' }),
      })
      gateways.push(gateway)
      return gateway.internalUrl
    }
    if (topology === 'one process') url = await begin({})
    else {
      const SYSTEM_URL = await begin({ STRATA_SERVE: 'system' })
      url = await begin({ STRATA_SERVE: 'process', SYSTEM_URL })
    }
    token = await (await developmentIssuer(stateDirectory)).issue({ consumer: 'order-desk' }, 'strata')
    store = openDriver(storeUrl)
  })
  afterEach(async () => {
    for (const id of await store.list('parked', 10))
      await new Store(store).apply(id, { kind: 'settle', reply: '', retentionMs: 1 })
  })
  afterAll(async () => {
    await Promise.all(gateways.map((gateway) => gateway.close()))
    await store.close()
    works.close()
    rmSync(stateDirectory, { recursive: true })
  })

  const goesWrong = (fault: Fault, times = 1) => {
    item = `item-${++items}`
    works.plans.push({ path: '/opaque', item, fault, times })
  }
  const ask = async (operation = 'opaque') => {
    const { statusCode, body } = await request(`${url}/process/line/v1/${operation}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(operation === 'opaque' && { 'idempotency-key': `key-of-${item}` }),
      },
      body: JSON.stringify({ item }),
    })
    const { type, id } = (await body.json()) as { type?: string; id?: number }
    return { status: statusCode, slug: type?.split('/').at(-1), id }
  }
  const effects = () => works.effects('/opaque', item)

  test.each(['reset', 'garbled', 'down'] as const)(
    'a reply that is %s leaves it to an operator',
    async (fault) => {
      goesWrong(fault)
      const acted = fault === 'down' ? 0 : 1
      for (let attempt = 0; attempt < 3; attempt++)
        expect(await ask()).toMatchObject({ status: 409, slug: 'idempotency-outcome-unknown' })
      expect(effects()).toBe(acted)
      const parked = await store.list('parked', 10)
      expect(parked).toHaveLength(1)

      await new Store(store).apply(parked[0] as string, { kind: 'retry' })
      expect(await store.list('parked', 10)).toEqual([])
      expect(await ask()).toMatchObject({ status: 201 })
      expect(effects()).toBe(acted + 1)
    },
  )

  test('what was refused before it was done is sent again by the next request', async () => {
    goesWrong('busy', 2)
    expect(await ask()).toMatchObject({ status: 503, slug: 'upstream-unavailable' })
    expect(await store.list('parked', 10)).toEqual([])
    expect(await ask()).toMatchObject({ status: 201 })
    expect(effects()).toBe(1)
  })

  test('of many that come at once, one is sent', async () => {
    goesWrong('none')
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask()))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]))
    expect((await ask()).id).toBe(answers.find(({ status }) => status === 201)?.id)
    expect(effects()).toBe(1)
  })

  test('without a key nothing is promised, and nothing kept from anybody', async () => {
    goesWrong('reset')
    expect((await ask('unkeyed')).status).toBeGreaterThan(400)
    expect(await ask('unkeyed')).toMatchObject({ status: 201 })
    expect(effects()).toBe(2)
  })
})
