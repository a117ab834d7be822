/** One store, wherever Redis is: behind TLS, watched by sentinels, spread over a cluster. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openStore } from '../../gateway/store/open-store.ts'
import { readAddress } from '../../gateway/store/redis/address.ts'
import { keysOf, partitionOf } from '../../gateway/store/redis/partitions.ts'
import type { Store } from '../../gateway/store/store.ts'
import { freePort, type RedisServer, startRedis } from './redis-server.ts'
import { beginning, bytesOf, holder } from './support.ts'

const cleaning: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean()
})
const started = async (settings: readonly string[] = []): Promise<RedisServer> => {
  const server = await startRedis(settings)
  cleaning.push(() => server.stop())
  return server
}
const opened = async (url: string): Promise<Store> => {
  const store = await openStore(url)
  cleaning.push(() => store.close())
  return store
}

/** Whole lives of writes, spread over all partitions. */
async function expectToWork(store: Store): Promise<void> {
  const ids = Array.from({ length: 60 }, (_, index) => `write-${index}-${Math.random()}`)
  await Promise.all(
    ids.map(async (id) => {
      const { token, ...command } = beginning({ request: bytesOf('sealed') })
      expect(await store.begin(id, { token, ...command })).toMatchObject({ kind: 'new' })
      expect(await store.intent(id, { token, step: 'account', key: 'key' })).toBe(true)
      expect(await store.release(id, { token })).toBe(true)
    }),
  )
  expect((await store.due(100)).filter((id) => ids.includes(id)).sort()).toEqual(ids.toSorted())
  const events = [{ id: '1', topic: 'events/a/v1', key: 'CUS-1', body: bytesOf('{}') }]
  for (const id of ids) {
    const next = holder()
    expect(await store.claim(id, next)).toMatchObject({ kind: 'resume', request: bytesOf('sealed') })
    const ending = { token: next.token, reply: bytesOf('201'), retentionMs: 60_000, events }
    expect(await store.complete(id, ending)).toBe(true)
  }
  const partitions = Array.from({ length: store.outbox.partitions }, (_, index) => index)
  const published = await Promise.all(partitions.map((index) => store.outbox.read(index, '', 1_000)))
  expect(published.flat().length).toBeGreaterThanOrEqual(ids.length)
}

test('TLS, with a password', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-tls-'))
  cleaning.push(() => rmSync(directory, { recursive: true }))
  const file = (name: string) => join(directory, name)
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'],
      ...['-keyout', file('key.pem'), '-out', file('cert.pem'), '-subj', '/CN=localhost'],
      ...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
    ],
    { stdio: 'ignore' },
  )
  const tlsPort = await freePort()
  await started([
    ...[
      '--tls-port',
      String(tlsPort),
      '--tls-cert-file',
      file('cert.pem'),
      '--tls-key-file',
      file('key.pem'),
    ],
    ...['--tls-auth-clients', 'no', '--tls-ca-cert-file', file('cert.pem')],
    ...['--user', 'strata', 'on', '>secret:', '~*', '+@all'],
  ])
  const url = `rediss://strata:secret%3A@localhost:${tlsPort}`
  await expectToWork(await opened(`${url}?ca=${file('cert.pem')}`))
  const untrusting = await opened(url)
  await expect(untrusting.begin('a', beginning())).rejects.toMatchObject({ reason: 'unreachable' })
})

test('sentinels: the store follows its master', { timeout: 40_000 }, async () => {
  const master = await started(['--repl-diskless-sync-delay', '0'])
  const replica = await started(['--replicaof', '127.0.0.1', String(master.port)])
  const port = await startSentinel(master)
  const store = await opened(`redis+sentinel://127.0.0.1:${port}/strata`)
  await expectToWork(store)
  await store.begin('before', beginning())
  const watching = new Redis(replica.url)
  const recordKey = keysOf(partitionOf('before')).record('before')
  cleaning.push(() => watching.disconnect())
  await vi.waitFor(async () => expect(await watching.exists(recordKey)).toBe(1), { timeout: 5_000 })
  await master.signal('SIGKILL')
  await expect(store.begin('during', beginning())).rejects.toMatchObject({ name: 'StoreUnavailable' })
  await vi.waitFor(() => store.begin('after', beginning()), { timeout: 15_000, interval: 100 })
  expect(await store.get('before')).toMatchObject({ state: 'pending' })
  expect(store.suspect()).toBe(true)
})

test('a cluster: every partition has its slot', { timeout: 40_000 }, async () => {
  const servers = await Promise.all([1, 2, 3].map(() => started(['--cluster-enabled', 'yes'])))
  const addresses = servers.map(({ port }) => `127.0.0.1:${port}`)
  execFileSync('redis-cli', ['--cluster', 'create', ...addresses, '--cluster-yes'], { stdio: 'ignore' })
  const store = await vi.waitFor(
    async () => {
      const opening = await openStore(`redis-cluster://${addresses.join(',')}`)
      try {
        await opening.begin('first', beginning())
        return opening
      } catch (error) {
        await opening.close()
        throw error
      }
    },
    { timeout: 15_000, interval: 500 },
  )
  cleaning.push(() => store.close())
  await expectToWork(store)
  expect(await store.readiness()).toEqual([])
  const counts = await Promise.all(
    servers.map(async ({ url }) => {
      const node = new Redis(url)
      const count = await node.dbsize()
      node.disconnect()
      return count
    }),
  )
  expect(Math.min(...counts)).toBeGreaterThan(0)
})

describe('addresses', () => {
  test('are read in all their forms', () => {
    expect(readAddress('redis://127.0.0.1')).toMatchObject({ kind: 'single', tls: false, db: 0 })
    expect(readAddress('rediss://u:p%40@r.example:6380/2?ca=/ca.pem')).toEqual({
      kind: 'single',
      tls: true,
      nodes: [{ host: 'r.example', port: 6380 }],
      master: undefined,
      db: 2,
      username: 'u',
      password: 'p@',
      caFile: '/ca.pem',
    })
    expect(readAddress('rediss+sentinel://:p@a,b:26380/strata/1')).toMatchObject({
      kind: 'sentinel',
      tls: true,
      nodes: [
        { host: 'a', port: 26379 },
        { host: 'b', port: 26380 },
      ],
      master: 'strata',
      db: 1,
      username: undefined,
      password: 'p',
    })
    expect(readAddress('redis-cluster://[::1]:7000,b')).toMatchObject({
      kind: 'cluster',
      nodes: [
        { host: '::1', port: 7000 },
        { host: 'b', port: 6379 },
      ],
    })
  })

  test.each([
    'redis://',
    'redis://a,b',
    'redis+sentinel://a',
    'redis-cluster://a/1',
    'redis://a/1/2',
    'redis://user:secret@/0',
  ])('%s is refused, and its password not told', (url) => {
    expect(() => readAddress(url)).toThrow(TypeError)
    expect(() => readAddress(url)).not.toThrow('secret')
  })

  test('no driver, no store', async () => {
    await expect(openStore('postgres://a')).rejects.toThrow('STORE_URL')
  })
})

async function startSentinel({ port: masterPort }: RedisServer): Promise<number> {
  const port = await freePort()
  const directory = mkdtempSync(join(tmpdir(), 'strata-sentinel-'))
  const file = join(directory, 'sentinel.conf')
  writeFileSync(
    file,
    [
      `port ${port}`,
      'bind 127.0.0.1',
      `dir ${directory}`,
      `sentinel monitor strata 127.0.0.1 ${masterPort} 1`,
      'sentinel down-after-milliseconds strata 500',
      'sentinel failover-timeout strata 3000',
    ].join('\n'),
  )
  const child = spawn('redis-server', [file, '--sentinel'], { stdio: 'ignore' })
  cleaning.push(async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
    rmSync(directory, { recursive: true })
  })
  const sentinel = new Redis({ host: '127.0.0.1', port, retryStrategy: () => 20, maxRetriesPerRequest: null })
  sentinel.on('error', () => {})
  await vi.waitFor(
    async () => {
      const replicas = await sentinel.call('SENTINEL', 'REPLICAS', 'strata')
      expect(replicas).toHaveLength(1)
    },
    { timeout: 15_000, interval: 200 },
  )
  sentinel.disconnect()
  return port
}
