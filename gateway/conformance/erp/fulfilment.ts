/** A confirmed sale is invoiced, shipped and paid. */
import { stockOf } from './catalogue.ts'
import { type Order, readSale } from './orders.ts'
import type { Transcript } from './transcript.ts'
import { decimal, type Goods, INVOICE, SHIPMENT, today } from './wire.ts'

const WIZARD = 'wizard.account.invoice.pay.'
const invoiceFields = ['number', 'state', 'total_amount', 'amount_to_pay', 'invoice_date']

export async function fulfilment(transcript: Transcript, goods: Goods, order: Order): Promise<void> {
  await invoicing(transcript, order)
  await shipping(transcript, goods, order)
  await readSale(transcript, 'sale-shipped', order.sale)
  await paying(transcript, order)
  await readSale(transcript, 'sale-done', order.sale)
}

async function invoicing(transcript: Transcript, { invoices }: Order): Promise<void> {
  await transcript.call('invoice-draft', `${INVOICE}read`, [
    invoices,
    [
      ...invoiceFields,
      'rec_name',
      'type',
      'origins',
      'party.code',
      'currency.code',
      'untaxed_amount',
      'tax_amount',
      'lines.product.code',
      'lines.quantity',
      'lines.unit_price',
      'lines.amount',
      'lines_to_pay',
      'sales.reference',
    ],
  ])
  await transcript.call('invoice-post', `${INVOICE}post`, [invoices])
  await transcript.call('invoice-post-again', `${INVOICE}post`, [invoices])
  await transcript.call('invoice-posted', `${INVOICE}read`, [
    invoices,
    [...invoiceFields, 'lines_to_pay.maturity_date', 'reconciled'],
  ])
  await transcript.call('invoice-cancel-posted', `${INVOICE}cancel`, [invoices])
  await transcript.call('invoice-of-order', `${INVOICE}search_read`, [
    [['sales.reference', '=', 'WEB-1']],
    0,
    5,
    [['id', 'ASC']],
    ['number', 'state'],
  ])
}

async function shipping(transcript: Transcript, goods: Goods, { shipments }: Order): Promise<void> {
  const press = (button: string) => transcript.call(`shipment-${button}`, SHIPMENT + button, [shipments])
  await transcript.call('shipment-done-too-early', `${SHIPMENT}done`, [shipments])
  await press('assign_try')
  await stockOf(transcript, 'stock-assigned', goods)
  await press('pick')
  await stockOf(transcript, 'stock-picked', goods)
  await press('pack')
  await press('done')
  await transcript.call('shipment', `${SHIPMENT}read`, [
    shipments,
    [
      'number',
      'state',
      'effective_date',
      'planned_date',
      'origins',
      'customer.code',
      'outgoing_moves.product.code',
      'outgoing_moves.quantity',
    ],
  ])
  await stockOf(transcript, 'stock-shipped', goods)
}

async function paying(transcript: Transcript, { invoices }: Order): Promise<void> {
  const [method] = await transcript.call<[{ id: number }]>(
    'payment-methods',
    'model.account.invoice.payment.method.search_read',
    [[], 0, 1, null, ['name']],
  )
  const start = {
    currency: 1,
    currency_digits: 2,
    company: 1,
    payment_method: method.id,
    date: today(),
    description: 'PAY-1',
  }
  const context = { active_model: 'account.invoice', active_id: invoices[0], active_ids: invoices }
  for (const amount of ['100.00', '10.00', '35.64']) {
    const [session] = await transcript.quietly<[number]>(`${WIZARD}create`, [])
    const data = { start: { ...start, amount: decimal(amount) } }
    const answer = await transcript.call<{ view?: { state: string } }>(
      '',
      `${WIZARD}execute`,
      [session, data, 'choice'],
      { context, isQuiet: true },
    )
    transcript.note(`pay-${amount}`, answer.view?.state ?? answer)
    await transcript.call('pay-delete', `${WIZARD}delete`, [session])
  }
  await transcript.call('invoice-paid', `${INVOICE}read`, [
    invoices,
    [...invoiceFields, 'lines_to_pay.maturity_date', 'reconciled'],
  ])
}
