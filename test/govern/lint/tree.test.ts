/** What is to be published is clean, and the rule book says what is checked. */
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
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

test('a lead cannot get into the ERP', { timeout: 60_000 }, async () => {
  const root = mkdtempSync(join(tmpdir(), 'strata-lint-'))
  cpSync(join(repository, 'contracts'), join(root, 'contracts'), {
    recursive: true,
    filter: (path) => !/generated|published|node_modules/.test(path),
  })
  const path = join(root, 'contracts/system/erp/v2.yaml')
  const text = readFileSync(path, 'utf8')
  const from = '        legalName: { type: string, minLength: 1'
  const lead = '        leadId: { $ref: ../../shared/ids.yaml#/components/schemas/LeadId }'
  writeFileSync(path, text.replace(from, `${lead}\n${from}`))
  const { findings } = await lint(root, ['system/erp/v2'])
  rmSync(root, { recursive: true })
  expect(findings).toMatchObject([
    { rule: 'semantic-owner', line: text.split('\n').findIndex((line) => line.startsWith(from)) + 1 },
  ])
  expect(findings[0]?.message).toContain('crm.lead.id belongs to crm')
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
