/** The databases a store can rest on, each a fresh one: what holds for one has to hold for all. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from 'vitest'
import type { Driver } from '../../gateway/store/driver.ts'
import { openDriver } from '../../gateway/store/open.ts'
import { openTallies } from '../../gateway/store/tallies/open.ts'
import type { Tallies } from '../../gateway/store/tallies/tallies.ts'
import { freePort } from '../support/free-port.ts'
import { hasRedis } from './redis-server.ts'

export interface Database {
  readonly name: string
  /** For `STORE_URL`. */
  readonly url: string
  open(): Promise<Driver>
  openTallies(): Promise<Tallies>
  /** Ends it, with everything in it. */
  drop(): Promise<void>
}

/** What is tested here is what is answered, not how fast. */
const PATIENCE_MS = 10_000

const databases: readonly {
  readonly name: string
  readonly isHere: boolean
  create(): Promise<Database>
}[] = [
  {
    name: 'memory',
    isHere: true,
    async create() {
      const driver = openDriver('memory:')
      const tallies = openTallies('memory:')
      return {
        name: 'memory',
        url: 'memory:',
        open: async () => driver,
        openTallies: async () => tallies,
        drop: async () => {},
      }
    },
  },
  {
    name: 'SQLite',
    isHere: true,
    async create() {
      const directory = mkdtempSync(join(tmpdir(), 'strata-store-'))
      const url = `sqlite:${directory}/store/strata.db`
      return {
        name: 'SQLite',
        url,
        open: async () => openDriver(url),
        openTallies: async () => openTallies(url),
        drop: async () => rmSync(directory, { recursive: true }),
      }
    },
  },
  {
    name: 'Redis',
    isHere: hasRedis,
    async create() {
      const server = await startRedis()
      return {
        name: 'Redis',
        url: server.url,
        async open() {
          const driver = openDriver(server.url, PATIENCE_MS)
          await untilAnswering(driver)
          return driver
        },
        async openTallies() {
          const tallies = openTallies(server.url, PATIENCE_MS)
          await untilAnswering({ load: (id) => tallies.counts(id) })
          return tallies
        },
        drop: () => server.stop(),
      }
    },
  },
]

/** Tests for each database; those that are not installed are skipped, and seen to be. */
export function describeStores(tests: (create: () => Promise<Database>) => void): void {
  for (const { name, isHere, create } of databases)
    describe.skipIf(!isHere)(`a store on ${name}`, () => tests(create))
}

/** A Redis of its own, that keeps what it acknowledged. */
export async function startRedis(port?: number, directory = mkdtempSync(join(tmpdir(), 'strata-redis-'))) {
  const chosen = port ?? (await freePort())
  const options = {
    port: chosen,
    dir: directory,
    appendonly: 'yes',
    'maxmemory-policy': 'noeviction',
    save: '',
  }
  const child = spawn(
    'redis-server',
    Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: 'ignore' },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    url: `redis://127.0.0.1:${chosen}`,
    port: chosen,
    directory,
    process: child,
    async stop() {
      child.kill('SIGKILL')
      await ended
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

export async function untilAnswering(driver: { load(id: string): Promise<unknown> }): Promise<void> {
  for (let attempt = 0; ; attempt++)
    try {
      await driver.load('none')
      return
    } catch (error) {
      if (attempt === 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
}
