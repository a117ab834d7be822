/** The ways Redis is deployed, each with a real one: the URL of the store is all that a gateway is told. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import tls from 'node:tls'
import { afterEach, describe, expect, test } from 'vitest'
import type { Driver } from '../../gateway/store/driver.ts'
import { openDriver } from '../../gateway/store/open.ts'
import { newToken, Store } from '../../gateway/store/store.ts'
import { openTallies } from '../../gateway/store/tallies/open.ts'
import { distributionOf } from '../support/figures.ts'
import { freePort } from '../support/free-port.ts'
import { untilAnswering } from './drivers.ts'
import { hasRedis, type Server, type ServerOptions, startServer } from './redis-server.ts'

const LOOK_MS = 50
const queue = 'process/customer-onboarding/v1'
const hold = { fingerprint: 'the same', leaseMs: 60_000 }
const accepted = { queue, request: 'sealed', completeBy: 0 }

describe.skipIf(!hasRedis)('a store in Redis', { timeout: 60_000 }, () => {
  const closers: (() => unknown)[] = []
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close()
  })
  const start = async (options?: ServerOptions): Promise<Server> => {
    const server = await startServer(options)
    closers.push(() => server.stop())
    return server
  }
  const open = async (url: string): Promise<Driver> => {
    const driver = openDriver(url)
    closers.push(() => driver.close())
    await untilAnswering(driver)
    return driver
  }

  test('of three nodes: wishes are on all of them, and each is whole', async () => {
    const nodes = await startCluster(start)
    const driver = await open(`redis+cluster://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}`)
    await keepsWishes(driver)
    expect(await driver.concerns()).toEqual([])
    const sizes = await Promise.all(nodes.map((node) => node.ask('DBSIZE')))
    expect(sizes.map(Number).filter((size) => size > 0)).toHaveLength(3)
  })

  test('of three nodes: what is counted and collected is on all of them', async () => {
    const nodes = await startCluster(start)
    const tallies = openTallies(`redis+cluster://127.0.0.1:${nodes[0]?.port}`)
    closers.push(() => tallies.close())
    await untilAnswering({ load: (id) => tallies.counts(id) })
    const ids = Array.from({ length: 30 }, (_, index) => `calls system/erp/v1 ${index}`)
    const keepMs = 60_000
    const one = { name: 'getOrder mobile-app', count: 3, firstAt: 1, lastAt: 2 }
    for (const id of ids)
      for (const batch of ['a', 'b', 'b']) {
        await tallies.add({ id, keepMs }, batch, [one])
        await tallies.collect({ id, keepMs }, [batch], 2)
      }
    for (const id of ids) {
      expect(await tallies.counts(id)).toEqual([{ ...one, count: 6 }])
      expect(await tallies.collected(id)).toEqual(['b', 'b'])
    }
    const sizes = await Promise.all(nodes.map((node) => node.ask('DBSIZE')))
    expect(sizes.map(Number).filter((size) => size > 0)).toHaveLength(3)
  })

  test('of three nodes: when one is lost, its wishes are refused at once, and the others go on', async () => {
    const nodes = await startCluster(start, { 'cluster-require-full-coverage': 'no' })
    const driver = await open(`redis+cluster://127.0.0.1:${nodes[0]?.port}`)
    nodes[2]?.kill()
    await pause(100)
    const asked = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const beganAt = performance.now()
        const isAnswered = await driver.load(`wish ${index}`).then(
          () => true,
          () => false,
        )
        return { isAnswered, tookMs: performance.now() - beganAt }
      }),
    )
    expect(new Set(asked.map(({ isAnswered }) => isAnswered))).toEqual(new Set([true, false]))
    const refused = asked.filter(({ isAnswered }) => !isAnswered).map(({ tookMs }) => tookMs)
    const { p50, max } = distributionOf(refused)
    console.info(`refusals took ${p50} ms, ${max} ms at most`)
    expect(p50).toBeLessThan(300)
  })

  test('watched by a sentinel: when the primary is lost, its replica takes over', async () => {
    const primary = await start()
    const replica = await start({ settings: { replicaof: `127.0.0.1 ${primary.port}` } })
    const sentinel = await start({
      flags: ['--sentinel'],
      file: [
        `sentinel monitor strata 127.0.0.1 ${primary.port} 1`,
        'sentinel down-after-milliseconds strata 500',
        'sentinel failover-timeout strata 2000',
      ],
    })
    const driver = await open(`redis+sentinel://127.0.0.1:${sentinel.port}/strata`)
    await keepsWishes(driver)
    await until(async () =>
      String(await sentinel.ask('SENTINEL', 'replicas', 'strata')).includes('master-link-status,ok'),
    )
    await until(async () => (await replica.ask('DBSIZE')) === (await primary.ask('DBSIZE')))
    primary.kill()
    await until(async () => String(await replica.ask('ROLE')).startsWith('master'))
    await untilAnswering(driver)
    expect((await driver.load('wish 1')).record).toMatchObject({ state: 'pending' })
    expect((await driver.due(queue, 100)).length).toBeGreaterThan(0)
  })

  test.skipIf(spawnSync('openssl', ['version']).status !== 0)(
    'behind TLS, with a user of its own',
    async () => {
      const { directory } = await start()
      const [key, certificate] = [join(directory, 'key.pem'), join(directory, 'certificate.pem')]
      const kind =
        'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost'
      const files = ['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', certificate]
      spawnSync('openssl', [...kind.split(' '), ...files])
      const ca = readFileSync(certificate, 'utf8')
      const port = await freePort()
      await start({
        port,
        settings: {
          port: 0,
          'tls-port': port,
          'tls-cert-file': certificate,
          'tls-key-file': key,
          'tls-ca-cert-file': certificate,
          'tls-auth-clients': 'no',
          requirepass: 'sesame',
        },
        client: { tls: { ca, servername: 'localhost' }, password: 'sesame' },
      })
      const known = tls.getCACertificates('default')
      closers.push(() => tls.setDefaultCACertificates(known))
      tls.setDefaultCACertificates([...known, ca])
      await keepsWishes(await open(`rediss://:sesame@localhost:${port}`))
    },
  )
})

async function startCluster(
  start: (options: ServerOptions) => Promise<Server>,
  settings: ServerOptions['settings'] = {},
): Promise<readonly Server[]> {
  const buses = [await freePort(), await freePort(), await freePort()]
  const nodes: Server[] = []
  for (const bus of buses)
    nodes.push(await start({ settings: { 'cluster-enabled': 'yes', 'cluster-port': bus, ...settings } }))
  const slots = [0, 5461, 10923, 16384]
  for (const [index, node] of nodes.entries()) {
    await node.ask('CLUSTER', 'ADDSLOTSRANGE', slots[index] ?? 0, (slots[index + 1] ?? 0) - 1)
    await nodes[0]?.ask('CLUSTER', 'MEET', '127.0.0.1', node.port, buses[index] ?? 0)
  }
  for (const node of nodes)
    await until(async () => {
      const info = String(await node.ask('CLUSTER', 'INFO'))
      return ['cluster_state:ok', 'cluster_known_nodes:3', 'cluster_slots_assigned:16384'].every((line) =>
        info.includes(line),
      )
    })
  return nodes
}

/** A server that changes its part drops its connections. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds().catch(() => false))) await pause(LOOK_MS)
}

/** What a store needs of its database, over all partitions. */
async function keepsWishes(driver: Driver): Promise<void> {
  const store = new Store(driver)
  const ids = Array.from({ length: 40 }, (_, index) => `wish ${index}`)
  for (const id of ids) {
    const token = newToken()
    const { answer, stored } = await store.apply(id, { kind: 'begin', token, ...hold, accepted })
    expect(answer).toBe('held')
    expect((await store.apply(id, { kind: 'begin', token: newToken(), ...hold })).answer).toBe('busy')
    if (id !== 'wish 1')
      await store.apply(id, { kind: 'postpone', token, delayMs: 0, reason: 'away' }, stored)
  }
  await pause(20)
  expect(new Set(await driver.due(queue, 100))).toEqual(new Set(ids.filter((id) => id !== 'wish 1')))
  expect((await driver.list('pending', 100)).length).toBe(ids.length)
}
