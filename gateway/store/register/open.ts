/** The register of the store a URL names. */
import { openRedis, partsOf } from '../open.ts'
import { MemoryRegister } from './memory.ts'
import { RedisRegister } from './redis.ts'
import type { Register } from './register.ts'
import { SqliteRegister } from './sqlite.ts'

export function openRegister(url: string): Register {
  const { scheme, rest } = partsOf(url)
  if (scheme === 'memory') return new MemoryRegister()
  return scheme === 'sqlite' ? new SqliteRegister(rest) : new RedisRegister(openRedis(url))
}
