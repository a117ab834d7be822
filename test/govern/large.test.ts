/** Two documents of a megabyte each, with changes all over: 5 s and 500 MB at most. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { contracts, type Tree } from './places.ts'

const directory = mkdtempSync(join(tmpdir(), 'strata-large-'))
afterAll(() => rmSync(directory, { recursive: true }))

/** All our contracts again and again, each time under other paths and names. */
function large(change: (text: string) => string): string {
  const paths: Tree = {}
  const components: Record<string, Tree> = {}
  for (let size = 0, copy = 0; size < 1_000_000; copy++) {
    const { text } = contracts[copy % contracts.length] as (typeof contracts)[number]
    const plain = JSON.stringify(JSON.parse(text)).replace(
      /"#\/components\/(\w+)\//g,
      `"#/components/$1/N${copy}`,
    )
    const document = JSON.parse(change(plain)) as { paths: Tree; components: Record<string, Tree> }
    size += plain.length
    for (const [path, item] of Object.entries(document.paths)) paths[`/n${copy}${path}`] = item
    for (const [section, named] of Object.entries(document.components)) {
      components[section] ??= {}
      const names = Object.entries(named).map(([name, value]) => [
        section === 'securitySchemes' ? name : `N${copy}${name}`,
        value,
      ])
      Object.assign(components[section], Object.fromEntries(names))
    }
  }
  return JSON.stringify({ openapi: '3.1.0', info: { title: 'Large', version: '1' }, paths, components })
}

const measured = `
  const { compareDocuments, loadFile } = await import(process.env.GOVERN)
  const [old, next] = await Promise.all(process.env.FILES.split(' ').map(loadFile))
  const { findings } = compareDocuments(old, next)
  const { userCPUTime, maxRSS } = process.resourceUsage()
  console.log(JSON.stringify({ findings: findings.length, seconds: userCPUTime / 1e6, megabytes: maxRSS / 1024 }))`

test('two large documents', { timeout: 120_000 }, async () => {
  const files = {
    old: large((text) => text),
    next: large((text) =>
      text.replaceAll('"maxLength":40', '"maxLength":39').replaceAll('"maxItems":100', '"maxItems":99'),
    ),
  }
  const paths = Object.entries(files).map(([name, text]) => {
    const path = join(directory, `${name}.json`)
    writeFileSync(path, text)
    return path
  })
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', measured], {
    env: {
      ...process.env,
      GOVERN: join(import.meta.dirname, '../../contracts/govern/main.ts'),
      FILES: paths.join(' '),
    },
  })
  const { findings, seconds, megabytes } = JSON.parse(stdout) as Record<string, number>
  expect(findings).toBeGreaterThan(100)
  expect(seconds).toBeLessThan(5)
  expect(megabytes).toBeLessThan(500)
})
