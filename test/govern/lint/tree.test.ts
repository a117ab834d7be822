/** What is to be published is clean, and the rule book says what is checked. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type Findings, lint, lintTable } from '../../../contracts/govern/lint/main.ts'
import { repository } from '../../contracts/support.ts'
import { CommandLine } from '../publish/command-line.ts'

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
  const owner = new CommandLine()
  owner.keep('backend/crm/v1', 'system/crm/v1')
  writeFileSync(join(owner.root, 'contracts/consumers.yaml'), 'consumers: []\n')
  afterAll(() => rmSync(owner.root, { recursive: true, force: true }))

  test('ends with 0 when nothing is to be mended', async () => {
    const { code, out } = await owner.strata('lint', 'contracts/system/crm/v1.yaml', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out) satisfies Findings).toEqual({ contracts: 1, findings: [] })
  })

  test('ends with 1 when something is, and says where, what, how and why', async () => {
    owner.edit('contracts/system/crm/v1.yaml', '  summary: ', '  x-summary: ')
    const { code, out } = await owner.strata('lint')
    expect(code).toBe(1)
    expect(out).toMatch(/^contracts\/system\/crm\/v1.yaml:2:1 {2}the API has no summary: add info.summary\n/m)
    expect(out).toContain('  api-described: An API nobody can find is built a second time.\n')
    expect(out).toMatch(/^\d+ contracts: 2 findings\.$/m)

    const { findings } = JSON.parse((await owner.strata('lint', '--json')).out) as Findings
    expect(findings.map(({ rule, file, line }) => ({ rule, file, line }))).toEqual([
      { rule: 'api-described', file: 'contracts/system/crm/v1.yaml', line: 2 },
      { rule: 'known-extensions', file: 'contracts/system/crm/v1.yaml', line: 5 },
    ])
  })

  test('ends with 2 when it is asked for what is not there', async () => {
    const { code, error } = await owner.strata('lint', 'system/crn/v1')
    expect(code).toBe(2)
    expect(error).toMatch(/no contract system\/crn\/v1: there are .*system\/crm\/v1/)
  })
})
