/** Each rule says what it is there for, at the line where the mistake stands, and nothing else does. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lint, lintTable } from '../../../contracts/govern/lint/main.ts'
import { repository } from '../../contracts/support.ts'
import { edits } from './edits.ts'

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'strata-lint-'))
  cpSync(join(import.meta.dirname, 'kiosk'), root, { recursive: true })
  cpSync(join(repository, 'contracts/shared'), join(root, 'contracts/shared'), { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('good contracts are left alone', async () => {
  expect(await lint(root)).toEqual({ contracts: 6, findings: [] })
})

test.each(edits)('$rule: $says', async ({ rule, file, from, to, at, says, besides = [] }) => {
  const path = join(root, file)
  const good = readFileSync(path, 'utf8')
  expect(good).toContain(from)
  const bad = good.replace(from, () => to)
  writeFileSync(path, bad)
  try {
    const { findings } = await lint(root)
    expect(findings.map(({ rule }) => rule)).toEqual([rule, ...besides])
    const [found] = findings
    const lines = readFileSync(join(root, found?.file ?? ''), 'utf8').split('\n')
    expect(lines[(found?.line ?? 0) - 1]).toContain(at)
    expect(found?.message).toContain(says)
    expect(found?.why.length).toBeGreaterThan(10)
  } finally {
    writeFileSync(path, good)
  }
})

test('no rule is without an example', () => {
  const [, , publishing = '', consumers = ''] = lintTable().split('\n## ')
  const rules = [...`${publishing}${consumers}`.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name)
  const shown = new Set(edits.map(({ rule }) => rule))
  expect(rules.filter((rule) => !shown.has(rule as string))).toEqual([])
})
