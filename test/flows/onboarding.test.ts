/** A partner brings a new customer: known to sales and to finance, under one id. */
import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { describeFlow } from '../support/flow.ts'

const customers = 'experience/partner-portal/v1/customers'
const newcomer = {
  legalName: 'Nordlicht Tischlerei GmbH',
  displayName: 'Nordlicht',
  email: 'office@nordlicht.example',
  phone: '+49 40 66969 177',
  address: { street: 'Kai 3', city: 'Hamburg', postalCode: '20457', country: 'DE' },
  contact: { firstName: 'Mona', lastName: 'Reimers', email: 'mona.reimers@nordlicht.example' },
}

describeFlow('onboarding', (flow) => {
  test('a new customer is in the CRM and in the ERP', async () => {
    const created = await flow.post(customers, newcomer, 'partner-portal')
    expect(created).toMatchObject({
      status: 201,
      body: { customerId: expect.stringMatching(/^CUS-[0-7][0-9A-HJKMNP-TV-Z]{25}$/) },
    })
    const { customerId } = created.body
    expect(created.headers.location).toBe(`/experience/partner-portal/v1/customers/${customerId}`)

    const overview = await flow.get(`process/customer-360/v1/customers/${customerId}/overview`, 'order-desk')
    expect(overview).toMatchObject({
      status: 200,
      body: {
        profile: { legalName: newcomer.legalName, relationship: 'active' },
        billing: { state: 'active' },
        sources: [
          { system: 'crm', state: 'ok' },
          { system: 'erp', state: 'ok' },
        ],
      },
    })
    const onboarding = await flow.get(
      `process/customer-onboarding/v1/customers/${customerId}/onboarding`,
      'order-desk',
    )
    expect(onboarding.status).toBe(200)

    const order = await flow.post(
      'experience/storefront/v1/checkout',
      { lines: [{ sku: 'WID-002', quantity: 1 }] },
      'storefront-web',
      customerId,
    )
    expect(order.status).toBe(201)
  })

  test('sent again with the same key it is the same customer', async () => {
    const key = randomUUID()
    const first = await flow.post(customers, newcomer, 'partner-portal', undefined, key)
    const again = await flow.post(customers, newcomer, 'partner-portal', undefined, key)
    expect(again).toMatchObject({ status: 201, body: { customerId: first.body.customerId } })
  })

  test('a short fault of the ERP is nobody’s business', async () => {
    await flow.fault('erp', { kind: 'status', status: 503, match: 'party.party.create', times: 2 })
    expect((await flow.post(customers, newcomer, 'partner-portal')).status).toBe(201)
  })

  test('half-done by a longer fault, it goes on by itself, and can be followed', async () => {
    const key = randomUUID()
    await flow.fault('erp', { kind: 'status', status: 503, match: 'party.party.create', times: 4 })
    const accepted = await flow.post(customers, newcomer, 'partner-portal', undefined, key)
    expect(accepted).toMatchObject({
      status: 202,
      body: {
        state: 'pending',
        steps: expect.arrayContaining([
          { step: 'crm-account', state: 'done' },
          { step: 'erp-party', state: 'pending' },
        ]),
      },
    })
    const location = accepted.headers.location as string
    expect(location).toBe(`/experience/partner-portal/v1/operations/${accepted.body.operationId}`)
    const completed = await vi.waitUntil(
      async () => {
        const operation = await flow.get(location.slice(1), 'partner-portal')
        return operation.body.state === 'completed' && operation
      },
      { timeout: 20_000, interval: 200 },
    )
    const finished = await flow.post(customers, newcomer, 'partner-portal', undefined, key)
    expect(finished.status).toBe(201)
    expect(completed.body.location).toBe(`/customers/${finished.body.customerId}`)
    const list = await flow.get(`${customers}?limit=100`, 'partner-portal')
    const same = list.body.items.filter(
      (one: { customerId: string }) => one.customerId === finished.body.customerId,
    )
    expect(same).toMatchObject([{ relationship: 'active' }])
  })

  test('given up by an operator, it is taken back, and its caller is told', async () => {
    const key = randomUUID()
    await flow.fault('erp', { kind: 'status', status: 503, match: 'party.party.create' })
    const accepted = await flow.post(customers, newcomer, 'partner-portal', undefined, key)
    expect(accepted.status).toBe(202)
    const operation = `${flow.strata.urlOf.process}/admin/operations/${accepted.body.operationId}`
    const settled = await fetch(`${operation}/resolve`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await flow.strata.token('ops')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ decision: 'abandon', note: 'not wanted any more' }),
    })
    expect(settled.status).toBe(200)
    const location = `experience/partner-portal/v1/operations/${accepted.body.operationId}`
    await vi.waitUntil(async () => (await flow.get(location, 'partner-portal')).body.state === 'refused', {
      timeout: 20_000,
      interval: 200,
    })
    for (const _ of ['the first time', 'and again']) {
      const told = await flow.post(customers, newcomer, 'partner-portal', undefined, key)
      expect(told).toMatchObject({ status: 409, body: { type: '/problems/operation-abandoned' } })
    }
  })

  test('refused by finance, it is taken back in sales', async () => {
    const elsewhere = {
      ...newcomer,
      displayName: 'Refused GmbH',
      address: { ...newcomer.address, country: 'XK' },
    }
    const key = randomUUID()
    const refused = await flow.post(customers, elsewhere, 'partner-portal', undefined, key)
    expect(refused).toMatchObject({ status: 409, body: { type: '/problems/conflict' } })
    const again = await flow.post(customers, elsewhere, 'partner-portal', undefined, key)
    expect(again.body).toEqual(refused.body)
    const list = await flow.get(`${customers}?limit=100`, 'partner-portal')
    const left = list.body.items.filter((one: { name: string }) => one.name === 'Refused GmbH')
    expect(left).toMatchObject([{ relationship: 'declined' }])
  })

  test('a lead that finance refused is open for another; of all who want it at once, one gets it', async () => {
    const leadId = seed.leads.find(({ stage }) => stage === 'working')?.leadId as string
    const elsewhere = { ...newcomer, leadId, address: { ...newcomer.address, country: 'XK' } }
    const refused = await flow.post(customers, elsewhere, 'partner-portal')
    expect(refused).toMatchObject({ status: 409, body: { type: '/problems/conflict' } })
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => flow.post(customers, { ...newcomer, leadId }, 'partner-portal')),
    )
    const told = answers.map(({ status, body }) => (status === 201 ? 'onboarded' : body.type)).sort()
    expect(told).toEqual([...Array(4).fill('/problems/lead-not-open'), 'onboarded'])
    const winner = answers.find(({ status }) => status === 201)
    const { customerId } = winner?.body ?? {}
    const onboarding = `process/customer-onboarding/v1/customers/${customerId}/onboarding`
    for (const path of [`${customers}/${customerId}`, `${customers}?limit=100`])
      expect((await flow.get(path, 'partner-portal')).status).toBe(200)
    const overview = `process/customer-360/v1/customers/${customerId}/overview`
    expect((await flow.get(overview, 'order-desk')).status).toBe(200)
    expect((await flow.get(onboarding, 'order-desk')).body.steps).toContainEqual({
      step: 'lead-marked',
      state: 'done',
    })
  })

  test('an operation is nobody else’s', async () => {
    const missing = await flow.get(
      'experience/partner-portal/v1/operations/OP-7Yk0nqCzqkT1mJm3kq4yYw0bVd8c2_Lz',
      'partner-portal',
    )
    expect(missing).toMatchObject({ status: 404, body: { type: '/problems/not-found' } })
  })

  test('the same key with another body is refused, and leaves the first customer alone', async () => {
    const key = randomUUID()
    const first = await flow.post(customers, newcomer, 'partner-portal', undefined, key)
    const other = { ...newcomer, legalName: 'Anders AG' }
    const refused = await flow.post(customers, other, 'partner-portal', undefined, key)
    expect(refused).toMatchObject({ status: 422, body: { type: '/problems/idempotency-key-reused' } })
    const found = await flow.get(`${customers}/${first.body.customerId}`, 'partner-portal')
    expect(found.body.legalName).toBe(newcomer.legalName)
  })
})
