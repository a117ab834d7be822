/** An answer from two systems when one fails: it holds what the other knows, and names what is missing. */
import { expect, test } from 'vitest'
import type { Fault } from '../../gateway/sandbox/faults.ts'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { asking } from '../support/asking.ts'
import { describeFlow } from '../support/flow.ts'

const [customer] = seed.customers
const id = customer?.customerId
const overview = `process/customer-360/v1/customers/${id}/overview`
const home = 'experience/mobile/v1/home'
const down: Fault = { kind: 'status', status: 500 }
const drifted: Fault = {
  kind: 'drift',
  change: 'retype',
  field: 'state',
  value: 3,
  match: 'sale.sale.search_read',
}

type System = 'crm' | 'erp'
const cases: readonly [string, Partial<Record<System, Fault>>, System, readonly string[], string][] = [
  ['the CRM is down', { crm: down }, 'crm', ['billing', 'customerId', 'orders', 'sources'], 'name'],
  ['the ERP is down', { erp: down }, 'erp', ['customerId', 'profile', 'sources'], 'orders'],
  ['the ERP drifted', { erp: drifted }, 'erp', ['customerId', 'profile', 'sources'], 'orders'],
]

describeFlow('partial answers', (flow) => {
  test('nothing is missing', async () => {
    const { body, headers } = await flow.get(overview, 'order-desk')
    expect(Object.keys(body).sort()).toEqual(['billing', 'customerId', 'orders', 'profile', 'sources'])
    expect(headers).not.toHaveProperty('x-degraded')
    const [{ asOf }] = body.sources
    expect(Math.abs(Date.parse(asOf) - Date.now())).toBeLessThan(10_000)
  })

  test('a system that does not answer at all is done without in time', async () => {
    await flow.fault('crm', { kind: 'hang' })
    const ask = await asking(flow.strata, { path: home, consumer: 'mobile-app', customerId: id })
    const { status, text, tookMs } = await ask({ timeoutMs: 600 })
    expect([status, JSON.parse(text).missing]).toEqual([200, ['name']])
    expect(tookMs).toBeLessThan(700)
  })

  test.each(cases)('%s', async (_, faults, lost, parts, missing) => {
    for (const [system, fault] of Object.entries(faults)) await flow.fault(system as System, fault)
    const sources = ['crm', 'erp'].map((system) => ({
      system,
      state: system === lost ? 'unavailable' : 'ok',
      asOf: expect.stringMatching(/^\d{4}-.*Z$/),
    }))
    const whole = await flow.get(overview, 'order-desk')
    expect(whole).toMatchObject({ status: 200, headers: { 'x-degraded': lost }, body: { sources } })
    expect(Object.keys(whole.body).sort()).toEqual(parts)
    const screen = await flow.get(home, 'mobile-app', id)
    expect(screen).toMatchObject({
      status: 200,
      headers: { 'x-degraded': lost },
      body: { missing: [missing], sources },
    })
  })

  test('a customer nobody knows is not found, whoever is down', async () => {
    await flow.fault('erp', down)
    const unknown = overview.replace(id as string, 'CUS-01JNEXM65RKRZB6RDDNAB7ZAQZ')
    expect((await flow.get(unknown, 'order-desk')).status).toBe(404)
  })

  // Last: it opens circuits.
  test('both are down: there is no answer', async () => {
    await flow.fault('crm', down)
    await flow.fault('erp', down)
    for (const answer of [await flow.get(overview, 'order-desk'), await flow.get(home, 'mobile-app', id)])
      expect(answer).toMatchObject({ status: 503, body: { type: '/problems/upstream-unavailable' } })
  })
})
