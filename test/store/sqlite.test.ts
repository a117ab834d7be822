/** The store of one machine. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { createStore } from '../../gateway/store/create-store.ts'
import { sqliteDriver } from '../../gateway/store/sqlite/sqlite-driver.ts'
import { storeContract } from './contract.ts'

const directory = mkdtempSync(join(tmpdir(), 'strata-sqlite-'))
const closing: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closing) await close()
  rmSync(directory, { recursive: true, force: true })
})

storeContract('SQLite', async (clock) => {
  const store = createStore(await sqliteDriver(join(directory, 'contract.db'), { clock }))
  closing.push(() => store.close())
  return store
})
