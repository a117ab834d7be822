/** A sale from draft to processing: which buttons act, and which silently do nothing. */
import { stockOf } from './catalogue.ts'
import type { Transcript } from './transcript.ts'
import { type Customer, type Goods, SALE, saleOf, widgetLine } from './wire.ts'

export interface Order {
  readonly sale: number
  readonly invoices: readonly number[]
  readonly shipments: readonly number[]
}

const fields = [
  'number',
  'reference',
  'rec_name',
  'state',
  'party.code',
  'currency.code',
  'untaxed_amount',
  'tax_amount',
  'total_amount',
  'invoice_state',
  'shipment_state',
  'invoices',
  'shipments',
  'sale_date',
  'lines.product.code',
  'lines.quantity',
  'lines.unit.symbol',
  'lines.unit_price',
  'lines.amount',
  'lines.move_done',
  'lines.move_exception',
]

export async function orders(transcript: Transcript, customer: Customer, goods: Goods): Promise<Order> {
  const line = widgetLine(goods)
  const [sale] = await transcript.ids('sale-create', `${SALE}create`, saleOf(customer, 'WEB-1', [line]))
  await readSale(transcript, 'sale-draft', sale)
  await press(transcript, 'confirm-from-draft', 'confirm', sale)
  await stateOf(transcript, 'still-draft', sale)
  for (const button of ['quote', 'confirm', 'confirm', 'process', 'cancel']) {
    await press(transcript, button, button, sale)
  }
  const [confirmed] = await readSale(transcript, 'sale-processing', sale)
  await stockOf(transcript, 'stock-confirmed', goods)
  await transcript.call('delete-processing', `${SALE}delete`, [[sale]])
  await transcript.call('button-same-id-twice', `${SALE}process`, [[sale, sale]])
  await transcript.call('button-missing-id', `${SALE}quote`, [[999_999]])

  await searching(transcript)
  await withoutLines(transcript, customer)
  await undecided(transcript, customer, line)
  return confirmed
}

export async function readSale(transcript: Transcript, name: string, sale: number): Promise<[Order]> {
  const [record] = await transcript.call<[Omit<Order, 'sale'>]>(name, `${SALE}read`, [[sale], fields])
  return [{ ...record, sale }]
}

async function searching(transcript: Transcript): Promise<void> {
  const find = (name: string, domain: unknown, order: unknown) =>
    transcript.call(name, `${SALE}search_read`, [domain, 0, 10, order, ['reference', 'state']])
  await find('sale-by-party', [['party.code', '=', 'CUS-1']], [['id', 'DESC']])
  await find(
    'sale-by-reference',
    [
      ['reference', '=', 'WEB-1'],
      ['state', '!=', 'cancelled'],
    ],
    [['id', 'ASC']],
  )
  await find('sale-by-product', [['lines.product.code', '=', 'WID-001']], null)
  await transcript.call('sale-by-total', `${SALE}search_count`, [[['total_amount', '>', 1]]])
}

/** Nothing to ship and nothing to invoice: the order is done at once. */
async function withoutLines(transcript: Transcript, customer: Customer): Promise<void> {
  const [sale] = await transcript.ids('sale-no-lines', `${SALE}create`, saleOf(customer, 'WEB-3', []))
  await press(transcript, 'no-lines-quote', 'quote', sale)
  await press(transcript, 'no-lines-confirm', 'confirm', sale)
  await transcript.call('no-lines-state', `${SALE}read`, [
    [sale],
    ['state', 'invoice_state', 'shipment_state', 'invoices', 'shipments', 'total_amount'],
  ])
}

/** Back and forth before confirmation; the number stays. */
async function undecided(transcript: Transcript, customer: Customer, line: unknown): Promise<void> {
  const [sale] = await transcript.ids('sale-to-cancel', `${SALE}create`, saleOf(customer, 'WEB-4', [line]))
  for (const button of ['quote', 'draft', 'quote', 'cancel', 'quote']) {
    await press(transcript, `undecided-${button}`, button, sale)
    await stateOf(transcript, `undecided-after-${button}`, sale)
  }
}

function press(transcript: Transcript, name: string, button: string, sale: number): Promise<unknown> {
  return transcript.call(name, SALE + button, [[sale]])
}

function stateOf(transcript: Transcript, name: string, sale: number): Promise<unknown> {
  return transcript.call(name, `${SALE}read`, [[sale], ['state', 'number']])
}
