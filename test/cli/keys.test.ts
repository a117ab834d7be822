/** `strata keys` and `strata audit`: an operator makes keys and takes them back, and it can be seen who did. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { strata } from './support.ts'

test('an operator makes, replaces and revokes keys, and leaves a trail', { timeout: 30_000 }, async () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-keys-'))
  const gateway = strata(['start', '--quiet'], { STORE_URL: `sqlite:${directory}/strata.db` })
  const { internalUrl } = await gateway.ready()
  const ask = (...args: readonly string[]) => strata([...args, '--url', internalUrl]).ended
  const use = async (key: string) => {
    const headers = { authorization: `Bearer ${key}` }
    return (await fetch(`${internalUrl}/process/order-to-cash/v1/products`, { headers })).status
  }

  const made = await ask('keys', 'create', 'order-desk', '--label', 'night batch')
  expect([made.code, made.err]).toEqual([0, ''])
  const key = made.out.trim()
  expect(await use(key)).toBe(200)

  const next = (await ask('keys', 'rotate', key.slice(0, 15), '--overlap', '60')).out.trim()
  expect([await use(key), await use(next)]).toEqual([200, 200])

  const revoked = await ask('keys', 'revoke', key, '--note', 'replaced')
  expect([revoked.code, revoked.out.trim()]).toEqual([0, `${key.slice(0, 15)} is worthless now.`])
  expect([await use(key), await use(next)]).toEqual([401, 200])

  const [list, trail, unknown, silent] = await Promise.all([
    ask('keys', 'list', '--consumer', 'order-desk', '--json'),
    ask('audit', 'list'),
    ask('keys', 'create', 'nobody', '--label', 'x'),
    ask('keys', 'revoke', key),
  ])
  expect(JSON.parse(list.out).map(({ state }: { state: string }) => state)).toEqual(['revoked', 'active'])
  for (const action of ['createKey', 'rotateKey', 'revokeKey']) expect(trail.out).toContain(action)
  expect(list.out + trail.out).not.toContain(key)
  expect(unknown.code).toBe(1)
  expect(unknown.err).toContain('contracts/consumers.yaml has no consumer of this name')
  expect(silent.err).toContain('--note')
  await gateway.kill()
  rmSync(directory, { recursive: true, force: true })
})
