/** The table of attacks is whole and true: each row names a problem there is, and a test there is. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type ProblemSlug, problems } from '../../contracts/problems.ts'
import { apis } from '../../gateway/apis.gen.ts'

const tests = join(import.meta.dirname, '..')
const root = join(tests, '..')
const rows = readFileSync(join(import.meta.dirname, 'attacks.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, number = '', attack = '', answer = '', test = '']) => ({ number, attack, answer, test }))

test('no attack is left out', () => {
  expect(rows.map(({ number }) => Number(number))).toEqual(
    Array.from({ length: 108 }, (_, index) => index + 1),
  )
})

test.each(rows)('$number: $attack', ({ answer, test }) => {
  const [, status, slug] = /^(\d{3}) `([a-z-]+)`$/.exec(answer) ?? []
  if (slug) expect([slug, problems[slug as ProblemSlug]?.status]).toEqual([slug, Number(status)])
  const [file = '', ...words] = test.split(': ')
  expect(readFileSync(join(tests, file), 'utf8')).toContain(words.join(': '))
})

test('no caller names where to call: the addresses of the outside are settings', () => {
  for (const { contract } of apis)
    expect(JSON.stringify(contract.document.paths)).not.toMatch(
      /"(?:callback|webhook|redirect)[A-Za-z]*(?:Url|Uri)"/,
    )
})

test('nothing is evaluated that comes from outside, and nothing runs that is no code of ours', () => {
  const sources = ['gateway', 'contracts', 'system-apis', 'process-apis', 'experience-apis'].flatMap(
    (folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter(({ name, parentPath }) => name.endsWith('.ts') && !parentPath.includes('node_modules'))
        .map(({ parentPath, name }) => join(parentPath, name)),
  )
  const evaluating = sources.filter((file) =>
    /\beval\(|new Function\(|from 'node:vm'/.test(readFileSync(file, 'utf8')),
  )
  expect(evaluating).toEqual([])
})

test('every dependency is pinned', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)])
})
