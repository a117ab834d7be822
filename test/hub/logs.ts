/** The databases a log of events can rest on: what holds for one has to hold for all. */
import type { LogDriver } from '../../gateway/hub/log/driver.ts'
import { openLog } from '../../gateway/hub/log/open.ts'
import type { Driver } from '../../gateway/store/driver.ts'
import { openDriver } from '../../gateway/store/open.ts'
import { type Database, describeStores } from '../store/drivers.ts'

export interface LogDatabase {
  readonly log: LogDriver
  /** As another process sees it. */
  readonly other: LogDriver
  readonly store: Driver
  drop(): Promise<void>
}

export function describeLogs(tests: (create: () => Promise<LogDatabase>) => void): void {
  describeStores((create) => tests(async () => openLogs(await create())))
}

async function openLogs(database: Database): Promise<LogDatabase> {
  const store = await database.open()
  const log = openLog(database.url, store)
  const other = database.name === 'memory' ? log : openLog(database.url, store)
  await Promise.all([untilAnswering(log), untilAnswering(other)])
  return {
    log,
    other,
    store,
    async drop() {
      await log.close()
      if (other !== log) await other.close()
      await store.close()
      await database.drop()
    },
  }
}

/** For tests that need no other process. */
export const openMemoryLog = (): LogDriver => openLog('memory:', openDriver('memory:'))

async function untilAnswering(log: LogDriver): Promise<void> {
  for (let attempt = 0; ; attempt++)
    try {
      await log.letters('new', 1)
      return
    } catch (error) {
      if (attempt === 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
}
