/** The architecture holds: who breaks it is told by the compiler, before anybody reviews. */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const folders = [
  'contracts',
  'system-apis',
  'process-apis',
  'experience-apis',
  'gateway',
  'gateway/console',
  'test',
]

/** A house with the real walls and one small file in each room. */
let house = ''

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'strata-house-'))
  mkdirSync(join(house, 'node_modules'))
  // Without the compiler's notes: they are of the real house.
  for (const name of readdirSync(join(root, 'node_modules')).filter((name) => name !== '.cache'))
    symlinkSync(join(root, 'node_modules', name), join(house, 'node_modules', name))
  cpSync(join(root, 'tsconfig.json'), join(house, 'tsconfig.json'))
  writeFileSync(join(house, 'package.json'), '{"type":"module"}')
  for (const folder of folders) {
    mkdirSync(join(house, folder))
    cpSync(join(root, folder, 'tsconfig.json'), join(house, folder, 'tsconfig.json'))
    writeFileSync(join(house, folder, 'room.ts'), `export const room = '${folder}'\n`)
  }
  writeFileSync(join(house, 'gateway/console/vite.config.ts'), 'export default {}\n')
})
afterAll(() => rmSync(house, { recursive: true, force: true }))

const forbidden = [
  ['experience-apis', 'system-apis'],
  ['experience-apis', 'process-apis'],
  ['process-apis', 'system-apis'],
  ['system-apis', 'process-apis'],
  ['experience-apis', 'gateway'],
  ['contracts', 'gateway'],
  ['contracts', 'system-apis'],
  ['gateway', 'test'],
] as const

test.each(forbidden)('%s cannot import %s', (from, to) => {
  const intruder = join(house, from, 'intruder.ts')
  writeFileSync(intruder, `import type { room } from '../${to}/room.ts'\nexport type Room = typeof room\n`)
  const { status, stdout } = compile()
  rmSync(intruder)
  expect(status).not.toBe(0)
  expect(stdout).toMatch(new RegExp(`${from}/intruder.ts.*TS6307.*${to}/room.ts`))
})

test('without a violation the house stands', () => {
  expect(compile()).toMatchObject({ status: 0, stdout: '' })
})

test('no layer knows HTTP, the environment or a store', () => {
  for (const file of globSync('{system,process,experience}-apis/**/*.ts', { cwd: root })) {
    const imports = [...readFileSync(join(root, file), 'utf8').matchAll(/from '([^']+)'/g)].map(
      ([, from = '']) => from,
    )
    for (const from of imports)
      expect(from, file).toMatch(/^(#contracts\/|#wire\/|\.\/|node:(crypto|timers\/promises)$)/)
    expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(/\bprocess\.env\b|\bfetch\(/)
  }
})

const compile = () =>
  spawnSync(join(root, 'node_modules/.bin/tsc'), ['--build', '--force', house], { encoding: 'utf8' })

test('a failure is done without only where a contract declares it', () => {
  for (const file of globSync('{process,experience}-apis/**/*.ts', { cwd: root }))
    expect([file, readFileSync(join(root, file), 'utf8')]).toEqual([
      file,
      expect.not.stringMatching(/\bcatch\b|allSettled/),
    ])
})
