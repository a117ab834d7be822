/** Out of stock is no error: the order is confirmed, the assignment answers false. Cancelled parts are an exception. */
import type { Transcript } from './transcript.ts'
import { type Customer, decimal, type Goods, INVOICE, SALE, SHIPMENT, saleOf, widgetLine } from './wire.ts'

export async function outOfStock(transcript: Transcript, customer: Customer, goods: Goods): Promise<void> {
  const line = widgetLine(goods, { product: goods.products['CBL-010'], unit_price: decimal('12.00') })
  const [sale] = await transcript.ids('short-create', `${SALE}create`, saleOf(customer, 'WEB-5', [line]))
  await transcript.call('short-quote', `${SALE}quote`, [[sale]])
  await transcript.call('short-confirm', `${SALE}confirm`, [[sale]])
  const [{ shipments, invoices }] = await transcript.call<[{ shipments: number[]; invoices: number[] }]>(
    'short-sale',
    `${SALE}read`,
    [[sale], ['state', 'shipments', 'invoices']],
  )
  await transcript.call('short-assign', `${SHIPMENT}assign_try`, [shipments])
  await transcript.call('short-shipment', `${SHIPMENT}read`, [shipments, ['state']])
  await transcript.call('short-cancel-shipment', `${SHIPMENT}cancel`, [shipments])
  await transcript.call('short-cancel-invoice', `${INVOICE}cancel`, [invoices])
  await transcript.call('short-exception', `${SALE}read`, [
    [sale],
    ['state', 'invoice_state', 'shipment_state', 'lines.move_done', 'lines.move_exception'],
  ])
}
