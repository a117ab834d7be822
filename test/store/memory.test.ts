/** The store of tests. */
import { createStore } from '../../gateway/store/create-store.ts'
import { memoryDriver } from '../../gateway/store/memory/memory-driver.ts'
import { storeContract } from './contract.ts'

storeContract('memory', async (clock) => createStore(memoryDriver(clock)))
