/** One project: tests sit by behaviour, and each starts the real servers it needs on free ports. */
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    include: ['test/**/*.test.ts'],
    // Files wait for processes and timers more than they work.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Tests ask for more in a second than people in an hour.
    env: { NODE_ENV: 'test', RATE_LIMIT_FACTOR: '1000000' },
  },
})
