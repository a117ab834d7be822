/** Where the layers run is nobody's business: one process and three give the same answers. */

import { request } from 'undici'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { type Strata, startStrata, topologies } from '../support/topologies.ts'

const [customer] = seed.customers
const id = customer?.customerId
const order = seed.orders.find(({ customerId }) => customerId === id)?.orderId

const reads: readonly [string, string][] = [
  ['experience/storefront/v1/catalog', 'storefront-web'],
  ['experience/storefront/v1/catalog?limit=3', 'storefront-web'],
  ['experience/storefront/v1/catalog/WID-001', 'storefront-web'],
  ['experience/storefront/v1/catalog/NIX-000', 'storefront-web'],
  [`experience/storefront/v1/orders/${order}`, 'storefront-web'],
  ['experience/storefront/v1/orders/nonsense', 'storefront-web'],
  ['experience/storefront/v1/catalog?limit=abc', 'storefront-web'],
  ['experience/storefront/v1/catalog?nope=1', 'storefront-web'],
  ['experience/storefront/v1/nowhere', 'storefront-web'],
  ['experience/storefront/v2/catalog/WID-001', 'storefront-web'],
  [`experience/storefront/v2/orders/${order}`, 'storefront-web'],
  ['experience/mobile/v1/home', 'mobile-app'],
  [`experience/mobile/v1/orders/${order}`, 'mobile-app'],
  ['experience/partner-portal/v1/customers', 'partner-portal'],
  [`experience/partner-portal/v1/customers/${id}`, 'partner-portal'],
  [`experience/partner-portal/v1/orders?customerId=${id}`, 'partner-portal'],
  [`experience/partner-portal/v1/invoices?customerId=${id}`, 'partner-portal'],
  [`process/customer-360/v1/customers/${id}/overview`, 'order-desk'],
  [`process/customer-onboarding/v1/customers/${id}/onboarding`, 'order-desk'],
  [`process/order-to-cash/v1/orders/${order}/timeline`, 'order-desk'],
  [`process/order-to-cash/v2/orders/${order}/timeline`, 'order-desk'],
  ['system/erp/v1/products', 'order-desk'],
]

const running: Strata[] = []
beforeAll(async () => {
  for (const topology of topologies) running.push(await startStrata(topology))
})
afterAll(() => Promise.all(running.map((strata) => strata.stop())))

test.each(reads)('GET %s', async (path, consumer) => {
  const [one, three] = await Promise.all(running.map((strata) => answerOf(strata, path, consumer)))
  expect(one).toEqual(three)
  expect(one?.status).toBeLessThan(500)
})

async function answerOf(strata: Strata, path: string, consumer: string) {
  const layer = path.split('/')[0] as keyof Strata['urlOf']
  const { statusCode, body } = await request(`${strata.urlOf[layer]}/${path}`, {
    headers: { authorization: `Bearer ${await strata.token(consumer, id)}` },
  })
  return { status: statusCode, body: stable(await body.json()) }
}

/** What differs from moment to moment is left out. */
const stable = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, item) =>
      ['traceId', 'asOf', 'receivedAt'].includes(key) ? undefined : item,
    ),
  )
