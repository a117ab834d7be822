/** The same flows on a real ERP: trytond from Debian, behind all three layers. The CRM stays the sandbox. */
import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { callErp, salesUnder } from '../support/erp-client.ts'
import { describeFlow } from '../support/flow.ts'
import { hasRealErp, type RealErp, realErp } from '../support/real-erp.ts'

const newcomer = {
  legalName: 'Nordlicht Tischlerei GmbH',
  email: 'office@nordlicht.example',
  address: { street: 'Kai 3', city: 'Hamburg', postalCode: '20457', country: 'DE' },
}
const cart = { lines: [{ sku: 'WID-001', quantity: 3 }] }
const checkout = 'experience/storefront/v1/checkout'

describe.skipIf(!hasRealErp())('with a real ERP', () => {
  let erp: RealErp | undefined
  const boot = async () => {
    await erp?.stop()
    erp = await realErp()
    return erp
  }
  afterAll(() => erp?.stop())

  describeFlow(
    'order to cash',
    (flow) => {
      const onboard = async () =>
        (await flow.post('experience/partner-portal/v1/customers', newcomer, 'partner-portal')).body
          .customerId as string

      test('a customer is onboarded in both systems', async () => {
        const created = await flow.post('experience/partner-portal/v1/customers', newcomer, 'partner-portal')
        expect(created).toMatchObject({ status: 201, body: { canOrder: true } })
        const overview = await flow.get(
          `process/customer-360/v1/customers/${created.body.customerId}/overview`,
          'order-desk',
        )
        expect(overview).toMatchObject({
          status: 200,
          body: { profile: { legalName: newcomer.legalName }, billing: { state: 'active' } },
        })
      })

      test('a checkout is priced and confirmed, once', async () => {
        const customerId = await onboard()
        const key = randomUUID()
        const placed = await flow.post(checkout, cart, 'storefront-web', customerId, key)
        expect(placed).toMatchObject({
          status: 201,
          body: {
            status: 'confirmed',
            totals: {
              net: { amount: '29.70' },
              tax: { amount: '5.94' },
              gross: { amount: '35.64', currency: 'EUR' },
            },
          },
        })
        const again = await flow.post(checkout, cart, 'storefront-web', customerId, key)
        expect(again.body.orderId).toBe(placed.body.orderId)
        expect(await salesUnder(flow.strata.erp, placed.body.orderId)).toEqual([
          { state: 'processing', invoices: 1 },
        ])

        const found = await flow.get(
          `experience/storefront/v1/orders/${placed.body.orderId}`,
          'storefront-web',
          customerId,
        )
        expect(found.body).toEqual(again.body)
      })

      test('what the warehouse sends is told in both versions', async () => {
        const { erp } = flow.strata
        const customerId = await onboard()
        const placed = await flow.post(
          'experience/storefront/v2/checkout',
          cart,
          'storefront-web',
          customerId,
        )
        const { orderId } = placed.body
        const told = async (version: string) =>
          (await flow.get(`experience/storefront/${version}/orders/${orderId}`, 'storefront-web', customerId))
            .body
        expect(placed).toMatchObject({ status: 201, body: { lines: [{ fulfilment: 'waiting' }] } })
        expect(placed.body.status).toEqual({ state: 'confirmed', fulfilment: 'waiting', billing: 'open' })
        expect((await told('v1')).status).toBe('confirmed')

        const [sale] = (await callErp(erp, 'model.sale.sale.search_read', [
          [['reference', '=', orderId]],
          0,
          null,
          null,
          ['shipments'],
        ])) as { shipments: number[] }[]
        for (const button of ['assign_try', 'pick', 'pack', 'done'])
          await callErp(erp, `model.stock.shipment.out.${button}`, [sale?.shipments])
        expect(await told('v2')).toEqual({
          ...placed.body,
          status: { state: 'confirmed', fulfilment: 'sent', billing: 'open' },
          lines: [{ ...placed.body.lines[0], fulfilment: 'sent' }],
        })
        expect((await told('v1')).status).toBe('shipped')
      })

      test('eight at once with one key are one order', async () => {
        const customerId = await onboard()
        const key = randomUUID()
        const answers = await Promise.all(
          Array.from({ length: 8 }, () => flow.post(checkout, cart, 'storefront-web', customerId, key)),
        )
        const orderIds = new Set(
          answers.flatMap(({ status, body }) => (status === 201 ? [body.orderId] : [])),
        )
        expect(orderIds.size).toBe(1)
        const confirmed = (await salesUnder(flow.strata.erp, [...orderIds][0])).filter(
          ({ state }) => state !== 'cancelled',
        )
        expect(confirmed).toEqual([{ state: 'processing', invoices: 1 }])
      })

      test('an order that is not confirmed yet is cancelled', async () => {
        const { erp } = flow.strata
        const customerId = await onboard()
        const orderId = customerId.replace('CUS-', 'ORD-')
        const find = async (model: string, code: string, field: string) => {
          const found = await callErp(erp, `model.${model}.search_read`, [
            [['code', '=', code]],
            0,
            null,
            null,
            [field],
          ])
          return (found as Record<string, number>[])[0] ?? {}
        }
        const party = await find('party.party', customerId, 'addresses')
        const product = await find('product.product', 'WID-002', 'default_uom')
        const line = {
          type: 'line',
          product: product.id,
          quantity: 1,
          unit: product.default_uom,
          unit_price: { __class__: 'Decimal', decimal: '24.50' },
        }
        const [address] = party.addresses as unknown as number[]
        const draft = {
          party: party.id,
          reference: orderId,
          invoice_address: address,
          shipment_address: address,
          lines: [['create', [line]]],
        }
        await callErp(erp, 'model.sale.sale.create', [[draft]])

        const answer = await flow.post(
          `process/order-to-cash/v1/orders/${orderId}/cancel`,
          undefined,
          'order-desk',
        )
        expect(answer).toMatchObject({ status: 200, body: { orderId, status: 'cancelled' } })
        expect(await salesUnder(erp, orderId)).toEqual([{ state: 'cancelled', invoices: 0 }])
      })

      test('a confirmed order cannot be cancelled', async () => {
        const customerId = await onboard()
        const placed = await flow.post(checkout, cart, 'storefront-web', customerId)
        const answer = await flow.post(
          `process/order-to-cash/v1/orders/${placed.body.orderId}/cancel`,
          undefined,
          'order-desk',
        )
        expect(answer).toMatchObject({ status: 409, body: { type: '/problems/order-not-cancellable' } })
      })

      test('the catalog is that of the ERP', async () => {
        const { body } = await flow.get('experience/storefront/v1/catalog', 'storefront-web')
        expect(body.items.map(({ sku }: { sku: string }) => sku)).toEqual(['CBL-010', 'WID-001', 'WID-002'])
      })
    },
    boot,
  )
})
