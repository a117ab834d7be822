/** What is to be published is clean, and the rule book says what is checked. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { type Findings, lint, lintTable } from '../../../contracts/govern/lint/main.ts'
import { repository } from '../../contracts/support.ts'

const run = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, ['gateway/cli/strata.mjs', 'lint', ...args], {
    cwd: repository,
  }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  )

test('nothing is wrong with any contract, nor with the consumers', { timeout: 60_000 }, async () => {
  const { contracts, findings } = await lint(repository)
  expect(findings).toEqual([])
  expect(contracts).toBeGreaterThanOrEqual(11)
})

test('the page of the rules is printed from them', () => {
  const page = readFileSync(join(repository, 'contracts/govern/lint/rules.md'), 'utf8')
  expect(page, 'print it again: npx strata lint --rules > contracts/govern/lint/rules.md').toBe(
    `${lintTable()}\n`,
  )
})

test('no two rules have one name', () => {
  const names = [...lintTable().matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(60)
  expect(new Set(names).size).toBe(names.length)
})

describe('strata lint', { timeout: 60_000 }, () => {
  test('ends with 0 when nothing is to be mended', async () => {
    const { code, stdout } = await run('consumers', 'contracts/process/customer-360/v1.yaml', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout) satisfies Findings).toEqual({ contracts: 1, findings: [] })
  })

  test('ends with 2 when it is asked for what is not there', async () => {
    const { code, stderr } = await run('system/erb/v1')
    expect(code).toBe(2)
    expect(stderr).toMatch(/no contract system\/erb\/v1: there are .*system\/erp\/v1/)
  })
})
