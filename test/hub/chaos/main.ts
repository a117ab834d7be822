/**
 * `npm run chaos:hub`: whether every event has its effect once and in order, whatever is killed.
 *
 *   --events 100000   --json
 */
import { parseArgs } from 'node:util'
import { run } from './run.ts'

const { values } = parseArgs({
  options: { events: { type: 'string', default: '100000' }, json: { type: 'boolean', default: false } },
})
let shownAt = 0
const result = await run(
  {
    events: Number(values.events),
    keys: 500,
    workers: 2,
    workerKills: 60,
    redisKills: 12,
    faulty: 0.01,
    leaseMs: 2_000,
  },
  (text) => {
    if (performance.now() - shownAt < 5_000) return
    shownAt = performance.now()
    process.stderr.write(`${text}\n`)
  },
)
console.log(
  values.json
    ? JSON.stringify(result)
    : Object.entries(result)
        .map((pair) => pair.join(' '))
        .join('\n'),
)
const { lost, double, inversions, letters } = result
process.exit(lost + double + inversions + letters === 0 ? 0 : 1)
