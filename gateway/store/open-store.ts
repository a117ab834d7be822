/** Opens the store a URL names: `sqlite:FILE`, `memory:`, or one of the forms of `redis/address.ts`. */
import { createStore } from './create-store.ts'
import { memoryDriver } from './memory/memory-driver.ts'
import { isRedisUrl } from './redis/address.ts'
import type { Driver, Store } from './store.ts'
import { wallTime } from './wall-time.ts'

export interface OpenOptions {
  /**
   * Some backend cannot tell a repetition, so that an acknowledged write must survive whatever happens: readiness then
   * asks Redis for `appendfsync always`.
   * @default false
   */
  readonly always?: boolean
}

/** @throws TypeError for a URL no driver understands */
export async function openStore(url: string, options: OpenOptions = {}): Promise<Store> {
  return createStore(await openDriver(url, options))
}

/** Drivers are loaded when they are needed, because most processes need one. */
async function openDriver(url: string, { always = false }: OpenOptions): Promise<Driver> {
  if (url === 'memory:') return memoryDriver(wallTime())
  if (isRedisUrl(url)) {
    const { redisDriver } = await import('./redis/redis-driver.ts')
    return redisDriver(url, { always })
  }
  if (url.startsWith('sqlite:')) {
    const { sqliteDriver } = await import('./sqlite/sqlite-driver.ts')
    return sqliteDriver(url.slice('sqlite:'.length))
  }
  throw new TypeError(
    'STORE_URL must begin with sqlite:, redis:, rediss:, redis+sentinel:, redis-cluster: or memory:',
  )
}
