/**
 * The drivers do what the reducer says. `STORE_MODEL_RUNS=10000` runs the full size.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, test } from 'vitest'
import { redisDriver } from '../../gateway/store/redis/redis-driver.ts'
import { sqliteDriver } from '../../gateway/store/sqlite/sqlite-driver.ts'
import { startRedis } from './redis-server.ts'
import { expectAgreement } from './reducer-agreement.ts'

const runs = Number(process.env.STORE_MODEL_RUNS ?? 300)
const commands = 50
const answerMs = 30_000

const server = await startRedis()
const directory = mkdtempSync(join(tmpdir(), 'strata-sqlite-'))
afterAll(async () => {
  await server.stop()
  rmSync(directory, { recursive: true, force: true })
})

test(`Redis: ${runs} histories of ${commands} commands`, { timeout: 300_000 }, () =>
  expectAgreement({ open: (clock) => redisDriver(server.url, { clock, answerMs }), runs, commands }),
)

test('SQLite: 50 histories', () =>
  expectAgreement({
    open: (clock) => sqliteDriver(join(directory, 'agreement.db'), { clock, answerMs }),
    runs: 50,
    commands,
  }))
