/** `strata new`: what it writes generates, compiles and passes the lint, before anybody has written a line. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CommandLine } from './command-line.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const kiosk = 'experience/kiosk/v1'
const next = 'experience/mobile/v2'

let owner: CommandLine
beforeAll(async () => {
  owner = new CommandLine('tsconfig.json')
  const dates = ['--deprecated', '2026-12-01', '--sunset', '2027-12-01']
  const begun = await owner.strata('new', kiosk, '--owner', 'web-shop')
  const succeeded = await owner.strata('new', next, '--from', 'v1', ...dates)
  expect([begun.error, succeeded.error]).toEqual(['', ''])
})
afterAll(() => rmSync(owner.root, { recursive: true, force: true }))

test('a new API and a next version compile and pass the lint', async () => {
  expect(await owner.strata('generate', '--check')).toMatchObject({ code: 0 })
  expect(await owner.compile()).toMatchObject({ code: 0, out: '' })
  expect(await owner.strata('lint', kiosk, next, 'experience/mobile/v1')).toMatchObject({ code: 0 })
})

test('a new API is owned, and admits that it does nothing yet', () => {
  expect(owner.read(`contracts/${kiosk}.yaml`)).toContain('contact: web-shop@strata.example')
  expect(owner.read(`contracts/${kiosk}.yaml`)).toContain('x-lifecycle: { status: draft }')
  expect(owner.read('experience-apis/kiosk/v1.ts')).toContain('this API is still being built')
})

test('the next version says what the one before says, and does its work', () => {
  const contract = owner.read(`contracts/${next}.yaml`)
  expect(contract).toContain('version: 2.0.0')
  expect(contract).toContain('url: /experience/mobile/v2')
  expect(contract).toContain('x-lifecycle: { status: draft }')
  expect(owner.read('experience-apis/mobile/v2.ts')).toContain('customers.getOverview')
  expect(owner.read('experience-apis/mobile/home.ts')).toContain(`'#contracts/experience/mobile/v2'`)
})

test('the version before tells its end, and is an adapter', () => {
  expect(owner.read('contracts/experience/mobile/v1.yaml')).toContain(
    [
      '  x-lifecycle:',
      '    status: deprecated',
      `    deprecated: '2026-12-01T00:00:00Z'`,
      `    sunset: '2027-12-01T00:00:00Z'`,
      '    successor: experience/mobile/v2',
      'servers:',
    ].join('\n'),
  )
  expect(owner.read('experience-apis/mobile/v1.ts')).toBe(
    [
      '/** experience/mobile/v1 as it was until v2, which does the work: only the shape is old. */',
      `import { implement } from '#contracts/experience/mobile/v1'`,
      `import v2 from './v2.ts'`,
      '',
      'export default implement(v2.handlers)',
      '',
    ].join('\n'),
  )
})

test.each([
  [[kiosk, '--owner', 'web-shop'], 'is there already'],
  [['experience/tent/v1'], 'say who owns it with --owner: customer-lifecycle, '],
  [['experience/tent/v1', '--owner', 'campers'], 'say how it is reached with --contact and --oncall'],
  [['experience/tent/v2', '--owner', 'web-shop'], 'say what it follows with --from'],
  [['experience/kiosk/v2', '--from', 'v1'], 'experience/kiosk/v1 is draft: change it as it is'],
  [['experience/mobile/v3', '--from', 'v1'], 'is deprecated: go on from its successor'],
  [['experience/partner-portal/v2', '--from', 'v1', '--sunset', '2020-01-01'], 'sunset is before deprecated'],
  [['backend/crm/v2', '--from', 'v1'], 'can be no API'],
])('new %s: %s', async (args, error) => {
  const said = await owner.strata('new', ...args)
  expect([said.code, said.error]).toEqual([1, expect.stringContaining(error)])
})

test('what cannot be generated leaves everything as it was', async () => {
  const file = 'contracts/experience/partner-portal/v1.yaml'
  owner.edit(file, 'operationId: listCustomers', 'operationId: list customers')
  const before = owner.read(file)
  expect(await owner.strata('new', 'experience/partner-portal/v2', '--from', 'v1')).toMatchObject({ code: 1 })
  expect(owner.read(file)).toBe(before)
  expect(existsSync(join(owner.root, 'contracts/experience/partner-portal/v2.yaml'))).toBe(false)
  expect(existsSync(join(owner.root, 'experience-apis/partner-portal/v2.ts'))).toBe(false)
})
