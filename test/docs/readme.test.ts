/** The README is always true: what it lists is what the code knows. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { settings } from '../../gateway/config.ts'

const root = join(import.meta.dirname, '../..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

test('the README lists every setting, with the meaning and default the code has', () => {
  const rows = Object.entries(settings).map(([name, setting]) => {
    const { meaning, preset = '' } = setting as { meaning: string; preset?: string }
    return `| \`${name}\` | ${meaning} | ${preset} |`
  })
  const [, table = ''] = readme.split('| setting | meaning | default |\n|---|---|---|\n')
  expect(table.split('\n\n')[0]?.split('\n')).toEqual(rows)
})

test('the README names only npm scripts that exist', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const named = [...readme.matchAll(/npm (?:run )?(?:-s )?(start|test|generate|check|bench)\b/g)].map(
    ([, name]) => name,
  )
  expect(named.length).toBeGreaterThan(5)
  for (const name of named) expect(scripts).toHaveProperty(name as string)
})
