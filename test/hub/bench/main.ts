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

if (values.json) console.log(JSON.stringify(rows))
else
  for (const { name, goal, published, told, ok } of rows)
    console.log(`${ok ? 'ok  ' : 'MISS'}  ${name}: ${published}/s durable, ${told}/s told (goal ${goal})`)
process.exit(rows.every(({ ok }) => ok) ? 0 : 1)
