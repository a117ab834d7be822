/** A backend that throttles is left alone as long as it asks, and users get their answers within their deadlines. */
import { setTimeout as after } from 'node:timers/promises'
import { request } from 'undici'
import { expect, test } from 'vitest'
import type { Fault } from '../../gateway/sandbox/faults.ts'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { describeFlow, type Flow } from '../support/flow.ts'

const [customer] = seed.customers
const home = 'experience/mobile/v1/home'

describeFlow('a CRM that says 429 with Retry-After: 2', (flow) => {
  const screen = async () => {
    const startedAt = performance.now()
    const { status, body } = await flow.get(home, 'mobile-app', customer?.customerId)
    return { status, missing: body.missing, tookMs: performance.now() - startedAt }
  }

  test('gets no call for 2 s; then everybody who waited is answered', async () => {
    expect(await screen()).toMatchObject({ status: 200, missing: [] })
    const calls = await counting(flow, 'crm')
    await flow.fault('crm', { kind: 'throttle', retryAfterSeconds: 2, times: 1 })
    const first = screen()
    while ((await calls()) === 0) await after(5)
    const toldAt = performance.now()
    const others = [screen(), screen(), screen()]
    while (performance.now() - toldAt < 1_900) {
      expect(await calls()).toBe(1)
      await after(50)
    }
    const screens = await Promise.all([first, ...others])
    for (const { status, missing, tookMs } of screens) {
      expect([status, missing]).toEqual([200, []])
      expect(tookMs).toBeGreaterThan(1_900)
      expect(tookMs).toBeLessThan(5_000)
    }
    expect(await calls()).toBeGreaterThanOrEqual(2)
  })

  test('costs users who have less time than that their part of the screen, and no time', async () => {
    await flow.fault('crm', { kind: 'throttle', retryAfterSeconds: 2, times: 1 })
    const startedAt = performance.now()
    for (let count = 0; count < 2; count++) {
      const { statusCode, body } = await request(`${flow.strata.publicUrl}/${home}`, {
        headers: {
          authorization: `Bearer ${await flow.strata.token('mobile-app', customer?.customerId)}`,
          'request-timeout-ms': '1000',
        },
      })
      expect([statusCode, ((await body.json()) as { missing: unknown }).missing]).toEqual([200, ['name']])
    }
    expect(performance.now() - startedAt).toBeLessThan(1_000)
  })
})

/** Counts the calls a sandbox gets from now on: a delay of nothing, so many times. */
async function counting(flow: Flow, backend: 'crm' | 'erp'): Promise<() => Promise<number>> {
  const times = 1_000_000
  await flow.fault(backend, { kind: 'latency', ms: 0, times })
  return async () => {
    const { body } = await request(`${flow.strata.sandboxes[backend]}/__faults`)
    const left = ((await body.json()) as Fault[]).find(({ kind }) => kind === 'latency')?.times ?? 0
    return times - left
  }
}
