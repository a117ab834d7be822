/** What goes on while somebody looks: every layer is asked, some of it in vain. */
import { randomUUID } from 'node:crypto'
import { request } from 'undici'
import { vi } from 'vitest'
import type { Fault } from '../../gateway/sandbox/faults.ts'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import type { Strata } from '../support/topologies.ts'

const DRIFT_LEARN = 10

/** What is asked of the gateway beside its defaults. */
export const env = {
  // What waits for the ERP waits long enough to be looked at.
  ERP_POLICIES: 'retry: { retriesMax: 0 }',
  DRIFT_LEARN: String(DRIFT_LEARN),
}

const customerId = seed.customers[0]?.customerId ?? ''

const reads = [
  ['experience/mobile/v1/home', 'mobile-app'],
  ['experience/storefront/v1/catalog', 'storefront-web'],
  ['experience/storefront/v2/catalog', 'storefront-web'],
  ['experience/partner-portal/v1/customers', 'partner-portal'],
  [`process/customer-360/v1/customers/${customerId}/overview`, 'order-desk'],
  ['experience/storefront/v2/catalog/NO-SUCH-SKU', 'storefront-web'],
] as const

/** One of each. @param kept whether their traces are kept whatever becomes of them */
export async function ask(strata: Strata, kept = false): Promise<void> {
  await Promise.all(
    reads.map(async ([path, consumer]) => {
      const url = `${strata.urlOf[path.split('/')[0] as keyof Strata['urlOf']]}/${path}`
      const { body } = await request(url, {
        headers: {
          authorization: `Bearer ${await strata.token(consumer, customerId)}`,
          ...(kept && { traceparent: `00-${randomUUID().replaceAll('-', '')}-00f067aa0ba902b7-01` }),
        },
      })
      await body.dump()
    }),
  )
}

/** A request that waits for the ERP: until that is mended, and longer. */
export async function wait(strata: Strata): Promise<void> {
  await fault(strata, 'erp', { kind: 'status', status: 503, match: 'party.party.create' })
  const { statusCode, body } = await request(
    `${strata.urlOf.process}/process/customer-onboarding/v1/customers`,
    {
      method: 'POST',
      headers: { ...(await headersOf(strata, 'order-desk')), 'idempotency-key': randomUUID() },
      body: JSON.stringify({
        legalName: 'Nordlicht Tischlerei GmbH',
        displayName: 'Nordlicht',
        email: 'office@nordlicht.example',
        address: { street: 'Kai 3', city: 'Hamburg', postalCode: '20457', country: 'DE' },
      }),
    },
  )
  await body.dump()
  if (statusCode !== 202) throw new Error(`onboarding answered ${statusCode}`)
}

/** An event whose status became a number. @returns its dead letter */
export async function send(strata: Strata, id: string): Promise<string> {
  const { body } = await request(`${strata.urlOf.process}/hub/events`, {
    method: 'POST',
    headers: {
      ...(await headersOf(strata, 'erp-push')),
      'content-type': 'application/cloudevents+json',
      prefer: 'handling=lenient',
    },
    body: JSON.stringify({
      specversion: '1.0',
      id,
      source: '/erp/sales',
      type: 'events/order-status-changed/v1',
      data: { orderId: seed.orders[0]?.orderId, customerId, status: 3 },
    }),
  })
  const { parked } = (await body.json()) as { parked: readonly string[] }
  return parked[0] ?? ''
}

/** Once it is known what the ERP answers, it answers orders with a field that nobody knows. */
export async function drift(strata: Strata): Promise<void> {
  const headers = await headersOf(strata, 'order-desk')
  const read = async (count: number) => {
    for (const { orderId } of seed.orders.slice(0, count)) {
      const url = `${strata.urlOf.process}/process/order-to-cash/v1/orders/${orderId}`
      await (await request(url, { headers })).body.dump()
    }
  }
  await read(DRIFT_LEARN)
  const known = 'what findSales 200 answers is known now'
  await vi.waitUntil(() => strata.log().some(({ msg }) => msg === known), { timeout: 30_000 })
  await fault(strata, 'erp', {
    kind: 'drift',
    match: 'sale.sale.search_read',
    change: 'add',
    field: 'state',
    name: 'phase',
    value: 3,
  })
  await read(2)
}

const headersOf = async (strata: Strata, consumer: string) => ({
  authorization: `Bearer ${await strata.token(consumer)}`,
  'content-type': 'application/json',
})

export async function fault(strata: Strata, backend: 'crm' | 'erp', how: Fault): Promise<void> {
  const { body } = await request(`${strata.sandboxes[backend]}/__faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(how),
  })
  await body.dump()
}

export async function mend(strata: Strata): Promise<void> {
  for (const url of Object.values(strata.sandboxes))
    await (await request(`${url}/__faults`, { method: 'DELETE' })).body.dump()
}
