/** The counts of the store a URL names. */
import { openRedis, partsOf } from '../open.ts'
import { MemoryTallies } from './memory.ts'
import { RedisTallies } from './redis.ts'
import { SqliteTallies } from './sqlite.ts'
import type { Tallies } from './tallies.ts'

/** @param answerMs how long one Redis may take to answer */
export function openTallies(url: string, answerMs?: number): Tallies {
  const { scheme, rest } = partsOf(url)
  if (scheme === 'memory') return new MemoryTallies()
  return scheme === 'sqlite' ? new SqliteTallies(rest) : new RedisTallies(openRedis(url, answerMs))
}
