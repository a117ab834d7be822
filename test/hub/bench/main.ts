/**
 * `npm run bench:hub`: events a second that are made durable, told and settled by one process, on each database.
 *
 *   --events 20000   --json
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { hasRedis, startServer } from '../../store/redis-server.ts'
import { measure } from './measure.ts'

const { values } = parseArgs({
  options: { events: { type: 'string', default: '20000' }, json: { type: 'boolean', default: false } },
})
const events = Number(values.events)
let cost = { share: 0, percent: 0, ok: true }
const rows: { name: string; goal: number; published: number; told: number; ok: boolean }[] = []

async function row(name: string, goal: number, url: string, batch: number): Promise<void> {
  const { published, told } = await measure(url, { events, publishers: 64, batch })
  rows.push({ name, goal, published, told, ok: told >= goal })
}

const directory = mkdtempSync(join(tmpdir(), 'strata-hub-bench-'))
await row('SQLite, one at a time', 2_000, `sqlite:${directory}/one.db`, 1)
rmSync(directory, { recursive: true })
if (hasRedis)
  for (const [appendfsync, goal, batch] of [
    ['always', 1_500, 1],
    ['everysec', 10_000, 16],
  ] as const) {
    const server = await startServer({ settings: { appendfsync } })
    const of = batch === 1 ? 'one at a time' : `${batch} at a time`
    await row(`Redis, appendfsync ${appendfsync}, ${of}`, goal, `redis://127.0.0.1:${server.port}`, batch)
    await server.stop()
  }

/** By processor time, and in turn: a shared machine is fast and slow by itself. */
async function poison(share: number, rounds = 5): Promise<void> {
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) {
    const folder = mkdtempSync(join(tmpdir(), 'strata-hub-bench-'))
    const load = { events, publishers: 64, batch: 1 }
    const cpuMs = [0, 0]
    for (const which of round % 2 ? [0, 1] : [1, 0]) {
      const run = await measure(`sqlite:${folder}/${which}.db`, { ...load, poison: which ? share : 0 })
      cpuMs[which] = run.cpuMs
    }
    ratios.push((cpuMs[0] ?? 0) / (cpuMs[1] ?? 1))
    rmSync(folder, { recursive: true })
  }
  ratios.sort((a, b) => a - b)
  const ratio = ratios[Math.floor(rounds / 2)] ?? 0
  const percent = Math.round((1 - ratio) * 1000) / 10
  cost = { share, percent, ok: percent <= 5 }
}

await poison(0.01)

if (values.json) console.log(JSON.stringify({ rows, poison: cost }))
else {
  for (const { name, goal, published, told, ok } of rows)
    console.log(`${ok ? 'ok  ' : 'MISS'}  ${name}: ${published}/s durable, ${told}/s told (goal ${goal})`)
  console.log(
    `${cost.ok ? 'ok  ' : 'MISS'}  1 % of events refused costs ${cost.percent} % of the rate (goal 5)`,
  )
}
process.exit(cost.ok && rows.every(({ ok }) => ok) ? 0 : 1)
