/** A lead is made once, however often the request comes. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { startLayers } from './support.ts'

const layers = await startLayers()
const leads = 'system/crm/v1/leads'
const lead = { firstName: 'Ines', lastName: 'Kolbe', company: 'Kolbe Ladenbau', source: 'Trade Show' }

const create = (key: string) => layers.call('POST', leads, { body: lead, key })
const countLeads = async () => (await layers.call('GET', `${leads}?limit=100`)).body.items.length

test('a new lead is found under its id', async () => {
  const made = await create(randomUUID())
  expect(made).toMatchObject({ status: 201, body: { ...lead, stage: 'new' } })
  expect(await layers.call('GET', `${leads}/${made.body.leadId}`)).toEqual({ status: 200, body: made.body })
})

test('the same key is the same lead, another key another one', async () => {
  const key = randomUUID()
  const before = await countLeads()
  const made = await create(key)
  expect(await create(key)).toEqual(made)
  expect((await create(randomUUID())).body.leadId).not.toBe(made.body.leadId)
  expect(await countLeads()).toBe(before + 2)
})

test('at once with one key they are one lead', async () => {
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 5 }, () => create(key)))
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.leadId}`)).size).toBe(1)
})

test('when the answer of the CRM is lost, a repetition finds the lead', async () => {
  const key = randomUUID()
  const before = await countLeads()
  await layers.fault('crm', { kind: 'dropAfterCommit', match: '/sobjects/Lead', times: 1 })
  // Asking again is safe here, so nobody notices.
  expect((await create(key)).status).toBe(201)
  expect((await create(key)).status).toBe(201)
  expect(await countLeads()).toBe(before + 1)
})

test('a late repetition does not take back what sales did since', async () => {
  const key = randomUUID()
  const { leadId } = (await create(key)).body
  const change = { body: { stage: 'working' }, key: randomUUID() }
  expect((await layers.call('PATCH', `${leads}/${leadId}`, change)).status).toBe(204)
  expect(await create(key)).toMatchObject({ status: 201, body: { leadId, stage: 'working' } })
  expect((await layers.call('GET', `${leads}/${leadId}`)).body.stage).toBe('working')
})
