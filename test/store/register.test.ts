/** What a deployment knows together is the same for all its processes, whatever keeps it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { StoreUnavailable } from '../../gateway/store/driver.ts'
import { openRegister } from '../../gateway/store/register/open.ts'
import type { Register } from '../../gateway/store/register/register.ts'
import { SealedRegister } from '../../gateway/store/register/sealed.ts'
import { createSealer } from '../../gateway/store/seal.ts'
import { startRedis } from './drivers.ts'
import { hasRedis } from './redis-server.ts'

const directory = mkdtempSync(join(tmpdir(), 'strata-register-'))
const redis = hasRedis ? await startRedis() : undefined
afterAll(async () => {
  rmSync(directory, { recursive: true })
  await redis?.stop()
})

const databases: readonly (readonly [string, string | undefined])[] = [
  ['memory', 'memory:'],
  ['SQLite', `sqlite:${directory}/strata.db`],
  ['Redis', redis?.url],
]

const dataKey = 'a data key of at least thirty-two bytes'
const wrappings: readonly (readonly [string, (register: Register) => Register])[] = [
  ['', (register) => register],
  ['sealed ', (register) => new SealedRegister(register, createSealer([dataKey]))],
]

for (const [[name, url = ''], [kind, wrap]] of databases.flatMap((database) =>
  wrappings.map((wrapping) => [database, wrapping] as const),
))
  describe.skipIf(url === '')(`a ${kind}register on ${name}`, async () => {
    const place = url.replace('strata.db', `${kind.trim()}strata.db`).replace(/(?<=:\d+)$/, kind ? '/1' : '')
    const one = wrap(openRegister(place))
    /** Another process; what is in memory has none. */
    const other = url === 'memory:' ? one : wrap(openRegister(place))
    afterAll(() => Promise.all([one.close(), other.close()]))
    const answers = (register: Register) => expect.poll(() => register.revision('x').catch(() => undefined))

    test('has nothing at first', async () => {
      await answers(one).toBe('0')
      await answers(other).toBe('0')
      expect(await one.entries('x')).toEqual([])
      expect(await one.latest('x', 10)).toEqual([])
    })

    test('shows to one what another wrote, and that something changed', async () => {
      const before = await other.revision('key')
      expect(await one.put('key', { id: 'a', data: '1' }, undefined)).toBe(true)
      expect(await other.revision('key')).not.toBe(before)
      expect(await other.entries('key')).toEqual([{ id: 'a', data: '1' }])
      expect(await other.entries('elsewhere')).toEqual([])
    })

    test('writes only over what is expected', async () => {
      const before = await one.revision('key')
      expect(await other.put('key', { id: 'a', data: '2' }, undefined)).toBe(false)
      expect(await other.put('key', { id: 'a', data: '2' }, '0')).toBe(false)
      expect(await other.put('key', { id: 'b', data: '2' }, '1')).toBe(false)
      expect(await one.revision('key')).toBe(before)
      expect(await other.put('key', { id: 'a', data: '2' }, '1')).toBe(true)
      expect(await one.entries('key')).toEqual([{ id: 'a', data: '2' }])
    })

    test('lets one of many win', async () => {
      const wins = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 ? one : other).put('race', { id: 'a', data: `by ${index}` }, undefined),
        ),
      )
      expect(wins.filter((won) => won)).toHaveLength(1)
    })

    test('remembers in the order it was told', async () => {
      for (const [index, register] of [one, other, one].entries()) await register.append('log', `${index}`)
      await one.append('another', 'x')
      expect(await other.latest('log', 2)).toEqual(['2', '1'])
      expect(await other.latest('log', 10)).toEqual(['2', '1', '0'])
    })
  })

test('a sealed register shows nothing to who has only the store, and is not stuck with what another key sealed', async () => {
  const inner = openRegister('memory:')
  const sealed = new SealedRegister(inner, createSealer([dataKey]))
  await sealed.put('finding', { id: 'a', data: 'Kanarienvogel' }, undefined)
  expect(JSON.stringify(await inner.entries('finding'))).not.toContain('Kanarienvogel')
  const other = new SealedRegister(inner, createSealer(['another key of at least thirty-two bytes']))
  expect(await other.entries('finding')).toEqual([])
  expect(await other.put('finding', { id: 'a', data: 'x' }, undefined)).toBe(true)
  expect(await other.entries('finding')).toEqual([{ id: 'a', data: 'x' }])
  expect(await sealed.entries('finding')).toEqual([])
  expect(await sealed.put('finding', { id: 'a', data: 'y' }, 'Kanarienvogel')).toBe(false)
})

test.skipIf(!redis)('says so when it cannot be asked', async () => {
  const gone = openRegister('redis://127.0.0.1:9')
  await expect(gone.revision('x')).rejects.toThrow(StoreUnavailable)
  await expect(gone.append('x', 'y')).rejects.toThrow(StoreUnavailable)
  await gone.close()
})
