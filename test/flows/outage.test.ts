/**
 * Finance is down while partners bring customers: what was accepted is completed when it is back, whoever is there to
 * do it. `OUTAGE_MS` sets how long it is down.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { request } from 'undici'
import { expect, test, vi } from 'vitest'
import { describeFlow, type Flow } from '../support/flow.ts'

const outageMs = Number(process.env.OUTAGE_MS ?? 4_000)
const customers = 'experience/partner-portal/v1/customers'
const address = { street: 'Kai 3', city: 'Hamburg', postalCode: '20457', country: 'DE' }

interface Listed {
  readonly customerId: string
  readonly name: string
  readonly relationship: string
}

const listed = async (flow: Flow, prefix: string): Promise<readonly Listed[]> => {
  const { body } = await flow.get(`${customers}?limit=100`, 'partner-portal')
  return body.items.filter(({ name }: Listed) => name.startsWith(prefix))
}

describeFlow('an outage of the ERP', (flow) => {
  test('ends with every customer in both systems, once, over a crash', {
    timeout: outageMs + 90_000,
  }, async () => {
    const prefix = `Ausfall ${randomUUID().slice(0, 8)}`
    const wishes = Array.from({ length: 6 }, (_, index) => ({
      key: randomUUID(),
      body: { legalName: `${prefix} ${index} GmbH`, email: 'office@ausfall.example', address },
    }))
    const send = ({ key, body }: (typeof wishes)[number]) =>
      flow.post(customers, body, 'partner-portal', undefined, key)

    await flow.fault('erp', { kind: 'status', status: 503 })
    const accepted = await Promise.all(wishes.map(send))
    expect(accepted.map(({ status }) => status)).toEqual(wishes.map(() => 202))
    expect((await listed(flow, prefix)).map(({ relationship }) => relationship)).toEqual(
      wishes.map(() => 'prospect'),
    )

    await pause(outageMs / 2)
    await flow.strata.crash('process')
    await pause(outageMs / 2)
    await request(`${flow.strata.sandboxes.erp}/__faults`, { method: 'DELETE' })

    for (const { headers } of accepted) {
      const location = String(headers.location).slice(1)
      const state = async () => (await flow.get(location, 'partner-portal')).body?.state
      await vi.waitUntil(async () => (await state()) === 'completed', { timeout: 80_000, interval: 500 })
    }
    const inCrm = await listed(flow, prefix)
    const inErp = await Promise.all(
      inCrm.map(({ customerId }) => flow.get(`${customers}/${customerId}`, 'partner-portal')),
    )
    expect(inCrm.map(({ relationship }) => relationship)).toEqual(wishes.map(() => 'active'))
    expect(inErp.map(({ body }) => body.canOrder)).toEqual(wishes.map(() => true))

    const again = await Promise.all(wishes.map(send))
    expect(again.map(({ status }) => status)).toEqual(wishes.map(() => 201))
    expect(again.map(({ body }) => body.customerId).sort()).toEqual(
      inCrm.map(({ customerId }) => customerId).sort(),
    )
  })
})
