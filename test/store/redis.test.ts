/** The store many processes share. */
import { afterAll } from 'vitest'
import { createStore } from '../../gateway/store/create-store.ts'
import { redisDriver } from '../../gateway/store/redis/redis-driver.ts'
import { storeContract } from './contract.ts'
import { startRedis } from './redis-server.ts'

const server = await startRedis()
const closing: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closing) await close()
  await server.stop()
})

storeContract('Redis', async (clock) => {
  const store = createStore(await redisDriver(server.url, { clock }))
  closing.push(() => store.close())
  return store
})
