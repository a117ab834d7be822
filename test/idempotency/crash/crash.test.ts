/**
 * At most one effect and one answer for each key, wherever a replica fails: killed, stopped for longer than its lease,
 * by a mistake of its own or by a lost connection. Each place is tried in one way; `CRASH_MATRIX=full` tries them all.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startRedis } from '../../store/drivers.ts'
import { matrix, sample } from './cases.ts'
import { type Figures, runMatrix } from './matrix.ts'

const isFull = process.env.CRASH_MATRIX === 'full'
const lanes = Number(process.env.CRASH_MATRIX_LANES ?? 3)
const options = { timeout: isFull ? 1_800_000 : 120_000 }

test('two replicas on one Redis', options, async () => {
  const redis = await startRedis()
  try {
    const cases = isFull ? matrix : sample(0)
    judge(await runMatrix(cases, lanes, (lane) => `${redis.url}/${lane}`))
  } finally {
    await redis.stop()
  }
})

test('two replicas on one SQLite file', options, async () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-crash-'))
  try {
    const cases = isFull ? [1, 2].flatMap(sample) : sample(3).filter((_, index) => index % 4 === 0)
    judge(await runMatrix(cases, lanes, (lane) => `sqlite:${directory}/${lane}.db`))
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
})

function judge({ cases, parked, wrong }: Figures): void {
  console.log(`crash matrix: ${cases} cases, ${parked} parked, ${wrong.length} wrong`)
  expect(wrong).toEqual([])
}
