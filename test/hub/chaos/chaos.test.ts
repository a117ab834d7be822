/** Every event has its effect once and in order, while workers and Redis are killed. `npm run chaos:hub` runs longer. */
import { expect, test } from 'vitest'
import { hasRedis } from '../../store/redis-server.ts'
import { run } from './run.ts'

test.skipIf(!hasRedis)(
  'nothing is lost, nothing happens twice, and keys keep their order',
  { timeout: 110_000 },
  async () => {
    const result = await run({
      events: 800,
      keys: 40,
      workers: 2,
      workerKills: 3,
      redisKills: 1,
      faulty: 0.01,
      leaseMs: 1_000,
    })
    expect(result).toMatchObject({ lost: 0, double: 0, inversions: 0, letters: 0 })
  },
)
