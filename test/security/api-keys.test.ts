/** API keys, on two processes of one deployment: what they open, and how soon they open nothing any more. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { type Fixture, sendRaw, startFixture, request as write } from '../serve/support.ts'
import { startRedis } from '../store/drivers.ts'
import { hasRedis } from '../store/redis-server.ts'

const API_KEY_PEPPER = 'the newest pepper of this test alone,an older pepper of this test alone'
const directory = mkdtempSync(join(tmpdir(), 'strata-keys-'))
const redis = hasRedis ? await startRedis() : undefined
afterAll(async () => {
  rmSync(directory, { recursive: true })
  await redis?.stop()
})

const stores: readonly (readonly [string, string | undefined])[] = [
  ['SQLite', `sqlite:${directory}/strata.db`],
  ['Redis', redis?.url],
]

for (const [name, STORE_URL = ''] of stores)
  describe.skipIf(STORE_URL === '')(`API keys on ${name}`, async () => {
    if (STORE_URL === '') return
    const env = { STORE_URL, API_KEY_PEPPER }
    const here = await startFixture({ env })
    const there = await startFixture({ env })
    const operator = `Bearer ${await here.token('ops')}`

    const send = async (line: string, authorization: string, body?: unknown, at: Fixture = here) => {
      const headers = {
        authorization,
        ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      }
      const port = line.includes('/experience/') ? at.publicUrl : at.internalUrl
      const text = body === undefined ? {} : { body: JSON.stringify(body) }
      return sendRaw(port, write(line, { headers, ...text }))
    }
    const make = async (consumer = 'storefront-web') =>
      (await send('POST /admin/keys', operator, { consumer, label: 'of a test' })).json
    const use = async (key: string, at?: Fixture, path = '/experience/shop/v1/items') =>
      (await send(`GET ${path}`, `Bearer ${key}`, undefined, at)).status
    const act = (id: string, action: string, body: object) =>
      send(`POST /admin/keys/${id}/${action}`, operator, body)
    /** What holds within a second. */
    const soon = (status: () => Promise<number>) => expect.poll(status, { timeout: 1_000, interval: 20 })

    test('open what the consumer is registered for, on every process', async () => {
      const { key, keyId, ...rest } = await make()
      expect(key).toMatch(/^strata_[\w-]{40}$/)
      expect(key.startsWith(keyId)).toBe(true)
      expect(rest).toMatchObject({ consumer: 'storefront-web', label: 'of a test', state: 'active' })
      expect(await use(key)).toBe(200)
      await soon(() => use(key, there)).toBe(200)
      expect(await use(key, here, '/process/desk/v1/stock')).toBe(403)
    })

    test('prove no customer', async () => {
      expect(await use((await make()).key, here, '/experience/shop/v1/me')).toBe(403)
    })

    test('are made only for registered consumers, by operators', async () => {
      const body = { consumer: 'nobody', label: 'x' }
      expect((await send('POST /admin/keys', operator, body)).json.type).toBe('/problems/not-found')
      const shop = `Bearer ${await here.token('storefront-web')}`
      expect((await send('POST /admin/keys', shop, body)).status).toBe(403)
      expect((await send('GET /admin/keys', shop)).status).toBe(403)
      expect((await send('GET /admin/audit', shop)).status).toBe(403)
    })

    test('that are revoked die everywhere within a second', async () => {
      const { key, keyId } = await make()
      await soon(() => use(key, there)).toBe(200)
      expect((await act(keyId, 'revoke', { note: 'lost' })).json).toMatchObject({ state: 'revoked' })
      expect(await use(key)).toBe(401)
      await soon(() => use(key, there)).toBe(401)
    })

    test('that are revoked get no answers again either', async () => {
      const { key, keyId } = await make()
      const headers = {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      }
      const again = () =>
        sendRaw(
          here.publicUrl,
          write('POST /experience/shop/v1/items', { headers, body: '{"name":"a","quantity":1}' }),
        )
      expect((await again()).status).toBe(201)
      expect((await again()).headers['idempotency-replayed']).toBe('true')
      await act(keyId, 'revoke', { note: 'lost' })
      expect((await again()).status).toBe(401)
    })

    test('are replaced without a gap', async () => {
      const old = await make()
      const { json: next } = await act(old.keyId, 'rotate', { overlapSeconds: 3600 })
      expect(next.consumer).toBe('storefront-web')
      expect([await use(old.key), await use(next.key)]).toEqual([200, 200])
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_601_000 })
      expect(await use(old.key)).toBe(401)
      vi.useRealTimers()
      expect((await act(next.keyId, 'rotate', { overlapSeconds: 0 })).status).toBe(200)
      expect(await use(next.key)).toBe(401)
      expect((await act(next.keyId, 'rotate', { overlapSeconds: 0 })).status).toBe(404)
    })

    test.each([
      ['the part that is shown', (key: string) => key.slice(0, 15)],
      ['another secret', (key: string) => `${key.slice(0, 15)}${'A'.repeat(32)}`],
      ['another end', (key: string) => `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`],
      ['a longer one', (key: string) => `${key}A`],
      ['a name every object has', () => 'strata___proto__'.padEnd(47, 'A')],
    ])('are not taken as %s', async (_, change) => {
      expect(await use(change((await make()).key))).toBe(401)
    })

    test('leave a trail, and no key in it', async () => {
      const { key, keyId } = await make()
      await act(keyId, 'revoke', { note: 'a test' })
      const { items } = (await send('GET /admin/audit?limit=2', operator)).json
      expect(items).toMatchObject([
        { operator: 'ops', action: 'revokeKey', target: { keyId }, request: { note: 'a test' }, status: 200 },
        { operator: 'ops', action: 'createKey', target: {}, status: 200 },
      ])
      const list = (await send('GET /admin/keys', operator)).text
      expect(list).toContain(keyId)
      const stored = redis && STORE_URL === redis.url ? await stolen() : filesOf(directory)
      expect(stored).toContain(keyId)
      for (const text of [stored, list, JSON.stringify(items)]) expect(text).not.toContain(key.slice(15))
    })
  })

const filesOf = (path: string): string =>
  readdirSync(path)
    .map((file) => readFileSync(join(path, file), 'latin1'))
    .join()

/** Everything Redis has written to its disk. */
const stolen = async (): Promise<string> => {
  const path = join(redis?.directory ?? '', 'appendonlydir')
  return filesOf(path)
}

test('a pepper is of no use alone, nor the store without it', async () => {
  const STORE_URL = `sqlite:${directory}/strata.db`
  const { token, internalUrl, publicUrl } = await startFixture({ env: { STORE_URL, API_KEY_PEPPER } })
  const body = JSON.stringify({ consumer: 'storefront-web', label: 'x' })
  const headers = { authorization: `Bearer ${await token('ops')}`, 'content-type': 'application/json' }
  const { json } = await sendRaw(internalUrl, write('POST /admin/keys', { headers, body }))
  const get = (url: string) =>
    sendRaw(url, write('GET /experience/shop/v1/items', { headers: { authorization: `Bearer ${json.key}` } }))
  expect((await get(publicUrl)).status).toBe(200)
  const changed = await startFixture({
    env: { STORE_URL, API_KEY_PEPPER: `one more pepper, the first from now on,${API_KEY_PEPPER}` },
  })
  expect((await get(changed.publicUrl)).status).toBe(200)
  const foreign = await startFixture({
    env: { STORE_URL, API_KEY_PEPPER: 'a pepper of somebody else, of 32 bytes' },
  })
  expect((await get(foreign.publicUrl)).status).toBe(401)
})

test('while the store is away, nobody is let in by a key, and operators change nothing', async () => {
  const { token, internalUrl, publicUrl } = await startFixture({ env: { STORE_URL: 'redis://127.0.0.1:9' } })
  const get = (bearer: string) =>
    sendRaw(
      publicUrl,
      write('GET /experience/shop/v1/items', { headers: { authorization: `Bearer ${bearer}` } }),
    )
  const { json, headers } = await get(`strata_${'A'.repeat(40)}`)
  expect([json.type, headers['retry-after']]).toEqual(['/problems/upstream-unavailable', '5'])
  expect((await get(await token('storefront-web'))).status).toBe(200)
  const body = JSON.stringify({ consumer: 'storefront-web', label: 'x' })
  const operator = { authorization: `Bearer ${await token('ops')}`, 'content-type': 'application/json' }
  const refused = await sendRaw(internalUrl, write('POST /admin/keys', { headers: operator, body }))
  expect(refused.json.type).toBe('/problems/idempotency-store-unavailable')
})
