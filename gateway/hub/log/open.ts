/** The log a URL of a store names: events are kept where requests are. */
import type { Driver } from '../../store/driver.ts'
import { MemoryDriver } from '../../store/memory.ts'
import { openRedis, partsOf } from '../../store/open.ts'
import type { LogDriver } from './driver.ts'
import { MemoryLog } from './memory.ts'
import { RedisLog } from './redis.ts'
import { SqliteLog } from './sqlite.ts'

/** Nobody waits for events as people wait for answers. */
const ANSWER_MS = 5_000

/** @param store opened from the same URL */
export function openLog(url: string, store: Driver): LogDriver {
  if (store instanceof MemoryDriver) return new MemoryLog(store.events)
  const { scheme, rest } = partsOf(url)
  return scheme === 'sqlite' ? new SqliteLog(rest) : new RedisLog(openRedis(url, ANSWER_MS))
}
