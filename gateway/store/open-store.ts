/** Opens the store a URL names. The scheme chooses the driver. */
import { createStore } from './create-store.ts'
import { memoryDriver } from './memory/memory-driver.ts'
import type { Driver, Store } from './store.ts'
import { wallTime } from './wall-time.ts'

/** @throws TypeError for a URL no driver understands */
export async function openStore(url: string): Promise<Store> {
  return createStore(await openDriver(url))
}

async function openDriver(url: string): Promise<Driver> {
  if (url === 'memory:') return memoryDriver(wallTime())
  throw new TypeError(`no store has the URL ${url}`)
}
