/** What goes on while somebody looks: every layer is asked, some of it in vain. */
import { randomUUID } from 'node:crypto'
import { request } from 'undici'
import type { Fault } from '../../gateway/sandbox/faults.ts'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import type { Strata } from '../support/topologies.ts'

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
