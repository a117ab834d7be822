/**
 * Tests sit by behaviour, and each starts the real servers it needs on free ports. `npm test` runs all but those that
 * take long because they wait for outages, leases and processes that die, or start one for each command: `npm run test:long`
 * runs these.
 */
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const long = [
  'test/flows/faults.test.ts',
  'test/flows/kept-answers.test.ts',
  'test/flows/outage.test.ts',
  'test/flows/real-erp.test.ts',
  'test/govern/publish/new.test.ts',
  'test/govern/publish/publish.test.ts',
  'test/govern/story.test.ts',
  'test/hop/faults/*.test.ts',
  'test/idempotency/crash/*.test.ts',
  'test/reconcile/customers.test.ts',
  'test/store/deployments.test.ts',
]

export default defineConfig(({ mode }) => ({
  root: join(import.meta.dirname, '..'),
  test: {
    include: mode === 'long' ? long : ['test/**/*.test.ts'],
    exclude: mode === 'test' ? long : [],
    // Files wait for processes and timers more than they work.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Tests ask for more in a second than people in an hour.
    env: { NODE_ENV: 'test', RATE_LIMIT_FACTOR: '1000000' },
  },
}))
