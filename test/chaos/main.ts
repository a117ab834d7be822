/**
 * `npm run chaos`: whether a request with a key acts once, whatever breaks. Two gateways and Redis are killed, stopped
 * and cut off while real orders and customers go through all layers; then the backends are counted.
 *
 *   --profile small | usual | large    --seed <number>    --json    --without (no key is sent twice: must fail)
 */
import { parseArgs } from 'node:util'
import { profiles } from './profile.ts'
import { isAcquitted, report } from './report.ts'
import { run } from './run.ts'

const { values } = parseArgs({
  options: {
    profile: { type: 'string', default: 'usual' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    json: { type: 'boolean', default: false },
    without: { type: 'boolean', default: false },
  },
})
const profile = profiles[values.profile]
if (!profile) throw new Error(`--profile is one of ${Object.keys(profiles).join(', ')}`)
const seed = Number(values.seed)
const EVERY_MS = 10_000
let shownAt = 0
/** In place on a terminal, now and then in a log. */
const onProgress = (text: string) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`)
  else if (text !== '' && performance.now() - shownAt > EVERY_MS) {
    shownAt = performance.now()
    process.stderr.write(`${text}\n`)
  }
}

const result = await run({ profile, seed, without: values.without, onProgress })
onProgress('')
console.log(values.json ? JSON.stringify({ seed, ...result }, null, 2) : report(result, seed))
process.exit(isAcquitted(result) ? 0 : 1)
