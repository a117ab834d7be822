/** `strata publish` on a checkout: what it refuses, what it writes, and what keeps others from forgetting it. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CommandLine } from './command-line.ts'

const file = 'contracts/system/crm/v1.yaml'
const revision = 'contracts/published/system/crm/v1/1.1.json'
const id = 'system/crm/v1'

const theme =
  '- { name: theme, in: query, description: How it looks., schema: { type: string, maxLength: 40 }, example: dark }'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let owner: CommandLine
beforeAll(async () => {
  owner = new CommandLine()
  owner.keep('backend/crm/v1', id)
  await owner.strata('generate')
  await owner.strata('publish', '--all', '--author', 'ann@strata.example')
  await owner.commit()
})
afterAll(() => rmSync(owner.root, { recursive: true, force: true }))

test('what is published as it is needs nothing', async () => {
  expect(await owner.strata('publish', '--check')).toMatchObject({ code: 0, out: '', error: '' })
})

test('a break is shown and refused, and nothing is written', async () => {
  const before = owner.read(file)
  owner.edit(file, '/accounts:', '/customers:')
  const { code, out } = await owner.strata('publish', id)
  owner.edit(file, '/customers:', '/accounts:')
  expect(code).toBe(1)
  expect(out).toContain('breaking  GET /accounts')
  expect(out).toMatch(/curl "\$BASE_URL"'\/system\/crm\/v1\/accounts'/)
  expect(out).toContain('npx strata new system/crm/v2 --from v1')
  expect(owner.read(file)).toBe(before)
  expect(existsSync(join(owner.root, revision))).toBe(false)
})

test('what nobody owns is refused, with its place', async () => {
  owner.edit(file, '    team: sales-systems\n', '')
  const { code, out } = await owner.strata('publish', id)
  owner.edit(file, '  x-owner:\n', '  x-owner:\n    team: sales-systems\n')
  expect(code).toBe(1)
  expect(out).toMatch(/Refused: .* contracts\/system\/crm\/v1.yaml:12:3 {2}no owner: add team/)
})

test('a compatible change cannot be forgotten, and goes live', async () => {
  owner.edit(file, '- name: relationship', `${theme}\n        - name: relationship`)
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
    owner: { team: 'sales-systems' },
    exceptions: [],
    document: { info: { version: '1.1.0' } },
  })
  expect((await owner.strata('publish', '--check')).code).toBe(0)
  expect((await owner.strata('publish', id)).out).toContain('nothing changed since')
})

test('a break goes live with the consent of somebody else who depends on it', async () => {
  const approve = (approver: string) =>
    owner.strata(
      ...['approve', id, '--finding', 'all', '--approver', approver, '--role', 'owner:system/crm/v1'],
      ...['--reason', 'no app sends it', '--expires', '2099-12-31'],
    )
  owner.edit(file, 'maxLength: 40', 'maxLength: 4')
  const refused = await approve('ann@strata.example')
  expect([refused.code, refused.error]).toEqual([1, expect.stringContaining('who wrote the change')])
  const { code, out } = await approve('maria@strata.example')
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/^agreed to {2}GET \/accounts, query theme: Texts of a length/),
  ])

  const [{ exceptions }] = JSON.parse((await owner.strata('publish', id, '--json')).out)
  const record = `contracts/published/${id}/approvals/1.2-${exceptions[0].slice(7, 19)}.json`
  expect(JSON.parse(owner.read(record))).toMatchObject({
    fingerprint: exceptions[0],
    decision: 'approve',
    approver: 'maria@strata.example',
    approverRole: 'owner:system/crm/v1',
    reason: 'no app sends it',
    expires: '2099-12-31',
  })
  expect(JSON.parse(owner.read(`contracts/published/${id}/1.2.json`))).toMatchObject({
    authors: ['ann@strata.example'],
    exceptions,
  })
  expect(await owner.strata('publish', '--check')).toMatchObject({ code: 0, error: '' })
  const [{ revisions }] = JSON.parse((await owner.strata('published', id, '--json')).out)
  expect(revisions).toMatchObject([
    { revision: '1.2', exceptions: [{ approver: 'maria@strata.example', expires: '2099-12-31' }] },
    { revision: '1.1', exceptions: [] },
    { revision: '1.0', exceptions: [] },
  ])
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
  expect([code, contracts.length, contracts.find((one) => one.id === id)?.verdict]).toEqual([
    0,
    1,
    'compatible',
  ])
  const markdown = await owner.strata('diff', '--all', '--against', 'git:HEAD', '--markdown')
  expect(markdown.out).toContain('Nothing changes for clients of: system/crm/v1')
})
