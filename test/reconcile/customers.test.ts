/** Sales knows customers finance has not heard of: how many and which ones is told to who answers for onboarding. */
import { expect, test } from 'vitest'
import type { AlertList, ReconciliationList } from '../../contracts/generated/admin.ts'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { callErp } from '../support/erp-client.ts'
import { describeFlow, type Flow } from '../support/flow.ts'

const api = 'process/customer-onboarding/v1'
const active = seed.customers.filter(({ relationship }) => relationship === 'active')
const forgotten = active[2]?.customerId ?? ''

async function admin<Answer>(flow: Flow, path: string, body?: object): Promise<Answer> {
  const reply = await fetch(`${flow.strata.urlOf.process}/admin${path}`, {
    headers: {
      authorization: `Bearer ${await flow.strata.token('ops')}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  })
  return (await reply.json()) as Answer
}

describeFlow('customers of CRM and ERP', (flow) => {
  const compared = async () => {
    const { dueAt } = await admin<{ dueAt: string }>(flow, '/reconciliations/run', { api, name: 'customers' })
    const one = async () =>
      (await admin<ReconciliationList>(flow, '/reconciliations')).items.find((item) => item.api === api)
    await expect
      .poll(
        async () => {
          const { finishedAt = '', state } = (await one()) ?? {}
          return finishedAt >= dueAt && state !== 'running'
        },
        { timeout: 15_000 },
      )
      .toBe(true)
    return one()
  }

  const told = async () =>
    (await admin<AlertList>(flow, '/alerts')).items.filter(({ kind }) => kind === 'systems-disagree')

  test('are compared, and those the ERP does not know are named', async () => {
    expect(await compared()).toMatchObject({
      owner: 'customer-lifecycle',
      state: 'waiting',
      checked: active.length,
      missing: 0,
      examples: [],
    })
  })

  test('and one the ERP has no more is named, and told to who answers for onboarding', async () => {
    const { erp } = flow.strata
    const found = await callErp(erp, 'model.party.party.search', [[['code', '=', forgotten]], 0, null, null])
    const [party] = found as number[]
    await callErp(erp, 'model.party.party.write', [[party], { code: 'OLD-1' }])
    try {
      expect(await compared()).toMatchObject({ checked: active.length, missing: 1, examples: [forgotten] })
      await expect
        .poll(told)
        .toMatchObject([
          { owner: 'customer-lifecycle', state: 'open', facts: { missing: 1, examples: [forgotten] } },
        ])
    } finally {
      await callErp(erp, 'model.party.party.write', [[party], { code: forgotten }])
    }
    expect(await compared()).toMatchObject({ missing: 0 })
    await expect.poll(told).toMatchObject([{ state: 'resolved' }])
  })

  test('while the ERP is away, it is said that nothing is known', async () => {
    await flow.fault('erp', { kind: 'status', status: 503 })
    expect(await compared()).toMatchObject({ state: 'failed', reason: expect.any(String) })
  })

  test('what no contract says is not compared', async () => {
    expect(await admin(flow, '/reconciliations/run', { api, name: 'leads' })).toMatchObject({ status: 404 })
  })
})
