/** How far an onboarding got is what the systems show, also when it stopped half-way. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { contract } from '#contracts/process/customer-onboarding/v1'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { stepsOf } from '../../process-apis/customer-onboarding/steps.ts'
import { wordsOf } from './schemas.ts'
import { startLayers } from './support.ts'

const layers = await startLayers()
const customers = 'process/customer-onboarding/v1/customers'
const address = { street: 'Kai 3', city: 'Hamburg', postalCode: '20457', country: 'DE' }
const leadId = seed.leads.find(({ stage }) => stage === 'new')?.leadId

const onboard = (body: object, key = randomUUID()) => layers.call('POST', customers, { body, key })

const stepsNow = async (customerId: string) => {
  const { body } = await layers.call('GET', `${customers}/${customerId}/onboarding`)
  return Object.fromEntries(body.steps.map((one: { step: string; state: string }) => [one.step, one.state]))
}

const idOf = async (name: string) => {
  const { body } = await layers.call('GET', `${customers}?limit=100`)
  return body.items.find(({ legalName }: { legalName: string }) => legalName === name)?.customerId as string
}

test('when the ERP refuses the party, it is pending, and the lead stays open for another try', async () => {
  const company = { legalName: 'Polarstation Vostok', email: 'office@vostok.example', leadId }
  const refused = await onboard({ ...company, address: { ...address, country: 'AQ' } })
  expect(refused).toMatchObject({ status: 409, body: { type: '/problems/conflict' } })
  expect(await stepsNow(await idOf(company.legalName))).toEqual({
    'crm-account': 'done',
    'erp-party': 'pending',
    'lead-marked': 'not-needed',
  })

  const taken = await onboard({ ...company, address })
  expect(taken.status).toBe(201)
  expect(await stepsNow(taken.body.customerId)).toEqual({
    'crm-account': 'done',
    'erp-party': 'done',
    'lead-marked': 'done',
  })
})

test('when the lead could not be marked, a repetition marks it', async () => {
  const made = await layers.call('POST', 'system/crm/v1/leads', {
    body: { lastName: 'Kolbe', company: 'Kolbe Ladenbau' },
    key: randomUUID(),
  })
  const company = { legalName: 'Kolbe Ladenbau KG', email: 'office@kolbe.example', address }
  const wish = { ...company, leadId: made.body.leadId }
  const key = randomUUID()
  await layers.fault('crm', {
    kind: 'status',
    status: 503,
    match: 'PATCH /services/data/v68.0/sobjects/Lead/',
  })
  expect((await onboard(wish, key)).status).toBe(202)
  const customerId = await idOf(company.legalName)
  expect(await stepsNow(customerId)).toMatchObject({ 'erp-party': 'done', 'lead-marked': 'not-needed' })

  await layers.clearFaults()
  expect(await onboard(wish, key)).toMatchObject({ status: 201, body: { customerId } })
  expect(await stepsNow(customerId)).toMatchObject({ 'lead-marked': 'done' })
})

test('a customer without a lead has nothing to mark', () => {
  expect(stepsOf(true, undefined).at(-1)).toEqual({ step: 'lead-marked', state: 'not-needed' })
})

test('a lead that sales took back is pending', () => {
  expect(stepsOf(true, { stage: 'working' }).at(-1)).toEqual({ step: 'lead-marked', state: 'pending' })
})

test('every state of the contract occurs', () => {
  const seen = [...stepsOf(true, undefined), ...stepsOf(false, { stage: 'qualified' })]
  expect(new Set(seen.map(({ state }) => state))).toEqual(
    new Set(wordsOf(contract, 'OnboardingStep/properties/state')),
  )
})
