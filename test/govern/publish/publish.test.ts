/** `strata publish` on a checkout: what it refuses, what it writes, and what keeps others from forgetting it. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CommandLine } from './command-line.ts'

const file = 'contracts/experience/mobile/v1.yaml'
const revision = 'contracts/published/experience/mobile/v1/1.1.json'
const id = 'experience/mobile/v1'

const parameter =
  'parameters: [{ name: theme, in: query, description: How it looks., schema: { type: string, maxLength: 40 }, example: dark }]'

vi.setConfig({ testTimeout: 60_000 })

let owner: CommandLine
beforeAll(async () => {
  owner = new CommandLine()
  rmSync(join(owner.root, 'contracts/published'), { recursive: true })
  await owner.strata('publish', '--all', '--author', 'ann@strata.example')
  await owner.commit()
})
afterAll(() => rmSync(owner.root, { recursive: true, force: true }))

test('what is published as it is needs nothing', async () => {
  expect(await owner.strata('publish', '--check')).toMatchObject({ code: 0, out: '', error: '' })
})

test('a break is shown and refused, and nothing is written', async () => {
  const before = owner.read(file)
  owner.edit(file, '/home:', '/start:')
  const { code, out } = await owner.strata('publish', id)
  owner.edit(file, '/start:', '/home:')
  expect(code).toBe(1)
  expect(out).toContain('breaking  GET /home')
  expect(out).toMatch(/curl "\$BASE_URL"'\/experience\/mobile\/v1\/home'/)
  expect(out).toContain('npx strata new experience/mobile/v2 --from v1')
  expect(owner.read(file)).toBe(before)
  expect(existsSync(join(owner.root, revision))).toBe(false)
})

test('what nobody owns is refused, with its place', async () => {
  owner.edit(file, '    team: mobile-apps\n', '')
  const { code, out } = await owner.strata('publish', id)
  owner.edit(file, '  x-owner:\n', '  x-owner:\n    team: mobile-apps\n')
  expect(code).toBe(1)
  expect(out).toMatch(/Refused: .* contracts\/experience\/mobile\/v1.yaml:10:3 {2}no owner: add team/)
})

test('a compatible change cannot be forgotten, and goes live', async () => {
  owner.edit(file, 'summary: The home screen', `summary: The home screen\n      ${parameter}`)
  await owner.strata('generate')
  const forgotten = await owner.strata('publish', '--check')
  expect(forgotten.error).toBe(
    `${id}: differs from what was published as 1.0: run npx strata publish ${id}\n`,
  )
  expect(forgotten.code).toBe(1)

  const { code, out } = await owner.strata('publish', id, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject([{ id, outcome: 'publish', revision: '1.1', against: ['1.0'] }])
  expect(owner.read(file)).toContain('version: 1.1.0')
  expect(JSON.parse(owner.read(revision))).toMatchObject({
    id,
    revision: '1.1',
    publishedBy: 'ann@strata.example',
    owner: { team: 'mobile-apps' },
    exceptions: [],
    document: { info: { version: '1.1.0' } },
  })
  expect((await owner.strata('publish', '--check')).code).toBe(0)
  expect((await owner.strata('publish', id)).out).toContain('nothing changed since')
})

test('a break goes live with the consent of somebody else who depends on it', async () => {
  const approve = (approver: string) =>
    owner.strata(
      ...['approve', id, '--finding', 'all', '--approver', approver, '--role', 'owner:mobile-app'],
      ...['--reason', 'no app sends it', '--expires', '2099-12-31'],
    )
  owner.edit(file, 'maxLength: 40', 'maxLength: 4')
  const refused = await approve('ann@strata.example')
  expect([refused.code, refused.error]).toEqual([1, expect.stringContaining('who wrote the change')])
  const { code, out } = await approve('maria@strata.example')
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/^agreed to {2}GET \/home, query theme: Texts of a length/),
  ])

  const [{ exceptions }] = JSON.parse((await owner.strata('publish', id, '--json')).out)
  const record = `contracts/published/${id}/approvals/1.2-${exceptions[0].slice(7, 19)}.json`
  expect(JSON.parse(owner.read(record))).toMatchObject({
    fingerprint: exceptions[0],
    decision: 'approve',
    approver: 'maria@strata.example',
    approverRole: 'owner:mobile-app',
    reason: 'no app sends it',
    expires: '2099-12-31',
  })
  expect(JSON.parse(owner.read(`contracts/published/${id}/1.2.json`))).toMatchObject({
    authors: ['ann@strata.example'],
    exceptions,
  })
  expect(await owner.strata('publish', '--check')).toMatchObject({ code: 0, error: '' })
})

test('what was published cannot be changed afterwards', async () => {
  owner.edit(revision, '"maxLength": 40', '"maxLength": 20')
  const { error } = await owner.strata('publish', '--check')
  owner.edit(revision, '"maxLength": 20', '"maxLength": 40')
  expect(error).toContain(`${id}: 1.1 was changed after it was published: restore its file`)
})

test('all contracts are compared with those of a branch', async () => {
  const { code, out } = await owner.strata('diff', '--all', '--against', 'git:HEAD', '--json')
  const { contracts } = JSON.parse(out) as { contracts: readonly { id: string; verdict: string }[] }
  expect([code, contracts.length > 8, contracts.find((one) => one.id === id)?.verdict]).toEqual([
    0,
    true,
    'compatible',
  ])
  const markdown = await owner.strata('diff', '--all', '--against', 'git:HEAD', '--markdown')
  expect(markdown.out).toContain('Nothing changes for clients of: experience/mobile/v1')
})
