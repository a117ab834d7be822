/** A process whose clock is wrong takes nobody's work: the clock of Redis counts, from the first command on. */
import { expect, test, vi } from 'vitest'
import { openDriver } from '../../gateway/store/open.ts'
import { newToken, Store } from '../../gateway/store/store.ts'
import { startRedis, untilAnswering } from './drivers.ts'
import { hasRedis } from './redis-server.ts'

const accepted = { queue: 'q', request: 'sealed', completeBy: Number.MAX_SAFE_INTEGER }

test.skipIf(!hasRedis).each([-3_600_000, 3_600_000])('with a clock that is %i ms off', async (offMs) => {
  const server = await startRedis()
  const open = async () => {
    const driver = openDriver(server.url, 10_000)
    await untilAnswering(driver)
    return driver
  }
  const right = await open()
  const begin = { kind: 'begin', fingerprint: '', token: newToken(), leaseMs: 60_000, accepted } as const
  await new Store(right).apply('lively', begin)

  const now = Date.now
  vi.spyOn(Date, 'now').mockImplementation(() => now() + offMs)
  const wrong = await open()
  expect(await wrong.due('q', 10)).toEqual([])
  const claim = { kind: 'claim', token: newToken(), leaseMs: 60_000 } as const
  expect((await new Store(wrong).apply('lively', claim)).answer).toBe('lost')
  expect(Math.abs(wrong.now() - right.now())).toBeLessThan(5_000)
  vi.restoreAllMocks()

  await Promise.all([right.close(), wrong.close()])
  await server.stop()
})

test('nothing is decided before the clock is known', () => {
  const driver = openDriver('redis://127.0.0.1:9')
  expect(() => driver.now()).toThrow('clock')
  void driver.close()
})
