/** Sales: from a draft to an order in processing, which makes its own invoice and shipment. */
import { type Fixed, fixed, times, toMoney } from '../decimals.ts'
import { UserError } from '../errors.ts'
import type { Stored } from '../records.ts'
import type { Store } from '../store.ts'
import { type DateValue, type DecimalValue, dateValue } from '../values.ts'
import { draftInvoice } from './invoice.ts'
import { type Call, computed, links, type Model, many, one, storedFields } from './model.ts'
import { validateAddresses, validateLine } from './sale-rules.ts'
import { waitingShipment } from './shipment.ts'

export interface Sale {
  number: string | null
  /** Free text, not unique. */
  reference: string | null
  state: string
  invoice_state: string
  shipment_state: string
  company: number
  currency: number
  party: number
  invoice_address: number | null
  shipment_address: number | null
  payment_term: number | null
  warehouse: number
  sale_date: DateValue | null
  description: string | null
  comment: string | null
  invoices: readonly number[]
  shipments: readonly number[]
}

export interface SaleLine {
  sale: number
  type: string
  product: number | null
  description: string | null
  quantity: number | null
  unit: number | null
  unit_price: DecimalValue | null
  taxes: readonly number[]
}

const saleAmount = (name: keyof ReturnType<typeof amountsOf>, label: string) =>
  computed<'sale.sale'>(label, (sale, { store }: Call) =>
    toMoney(amountsOf(linesOf(store, sale.id), store)[name]),
  )

export const sale: Model<'sale.sale'> = {
  label: 'Sale',
  fields: {
    ...storedFields('number', 'reference', 'state', 'invoice_state', 'shipment_state', 'sale_date'),
    ...storedFields('description', 'comment'),
    company: one('company.company'),
    currency: one('currency.currency'),
    party: one('party.party'),
    invoice_address: one('party.address'),
    shipment_address: one('party.address'),
    payment_term: one('account.invoice.payment_term'),
    warehouse: one('stock.location'),
    lines: many('sale.line', 'sale'),
    invoices: links('account.invoice'),
    shipments: links('stock.shipment.out'),
    untaxed_amount: saleAmount('untaxed', 'Untaxed'),
    tax_amount: saleAmount('tax', 'Tax'),
    total_amount: saleAmount('total', 'Total'),
  },
  indexed: ['reference', 'party', 'number'],
  order: [
    ['sale_date', 'DESC NULLS FIRST'],
    ['id', 'DESC'],
  ],
  recordName: saleName,
  defaults: () => ({
    number: null,
    reference: null,
    state: 'draft',
    invoice_state: 'none',
    shipment_state: 'none',
    company: 1,
    currency: 1,
    invoice_address: null,
    shipment_address: null,
    payment_term: 1,
    warehouse: 5,
    sale_date: null,
    description: null,
    comment: null,
    invoices: [],
    shipments: [],
  }),
  validate: validateAddresses,
  beforeDelete(record) {
    if (record.state === 'draft' || record.state === 'cancelled') return
    throw new UserError(`To delete sale "${saleName(record)}" you must cancel it.`)
  },
  buttons: {
    quote: { from: ['draft'], act: quote },
    confirm: { from: ['quotation'], act: confirm },
    process: { from: ['confirmed', 'processing'], act: () => {} },
    cancel: { from: ['draft', 'quotation'], act: 'cancelled' },
    draft: { from: ['quotation', 'confirmed', 'cancelled'], act: 'draft' },
  },
}

export const saleLine: Model<'sale.line'> = {
  label: 'Sale Line',
  fields: {
    ...storedFields('type', 'description', 'quantity', 'unit_price'),
    sale: one('sale.sale'),
    product: one('product.product'),
    unit: one('product.uom'),
    taxes: links('account.tax'),
    amount: computed<'sale.line'>('Amount', (line) => toMoney(lineAmount(line))),
    move_done: computed<'sale.line'>('Moves Done', (line, { store }: Call) => isShipped(line, store)),
    move_exception: computed<'sale.line'>('Moves Exception', (line, { store }: Call) =>
      shipmentStatesOf(line, store).includes('cancelled'),
    ),
  },
  indexed: ['sale'],
  defaults: () => ({
    type: 'line',
    product: null,
    description: null,
    quantity: null,
    unit: null,
    unit_price: null,
    taxes: [],
  }),
  validate: validateLine,
}

function quote(record: Stored<'sale.sale'>, store: Store): void {
  if (record.invoice_address === null) {
    throw new UserError(`To get a quote for sale "${saleName(record)}" you must enter an invoice address.`)
  }
  store.update('sale.sale', record.id, {
    number: record.number ?? store.nextNumber('sale'),
    state: 'quotation',
  })
}

/** The ERP confirms and goes on at once: to processing, or to done when there is nothing to ship or to invoice. */
function confirm(record: Stored<'sale.sale'>, store: Store): void {
  const lines = linesOf(store, record.id)
  const confirmed = { ...record, sale_date: record.sale_date ?? dateValue(store.now) }
  if (lines.length === 0) {
    store.update('sale.sale', record.id, { sale_date: confirmed.sale_date, state: 'done' })
    return
  }
  const { untaxed, tax, total } = amountsOf(lines, store)
  const amounts = { untaxed: toMoney(untaxed), tax: toMoney(tax), total: toMoney(total) }
  store.update('sale.sale', record.id, {
    sale_date: confirmed.sale_date,
    state: 'processing',
    invoices: [draftInvoice(store, confirmed, saleName(record), lines, amounts)],
    invoice_state: 'waiting',
    shipments: [waitingShipment(store, confirmed, saleName(record), lines)],
    shipment_state: 'waiting',
  })
}

function saleName({ number, reference }: Stored<'sale.sale'>): string {
  return `${number ?? ''} ${reference ? `[${reference}]` : ''}`.trim()
}

function linesOf(store: Store, id: number): Stored<'sale.line'>[] {
  return store.find('sale.line', 'sale', id) ?? []
}

/** A line without a product is only text: nothing of it is left to ship. */
function isShipped(line: Stored<'sale.line'>, store: Store): boolean {
  return line.product === null || shipmentStatesOf(line, store).includes('done')
}

/** All lines of a sale are shipped together. */
function shipmentStatesOf({ product, sale }: Stored<'sale.line'>, store: Store): readonly string[] {
  if (product === null) return []
  return store.must('sale.sale', sale).shipments.map((id) => store.must('stock.shipment.out', id).state)
}

function lineAmount({ quantity, unit_price: price }: Stored<'sale.line'>): Fixed {
  return times(fixed(quantity ?? 0), fixed(price ?? 0))
}

/** Lines are rounded one by one, the tax once for the whole document. */
function amountsOf(lines: readonly Stored<'sale.line'>[], store: Store) {
  let untaxed = 0n
  let tax = 0n
  for (const line of lines) {
    untaxed += fixed(toMoney(lineAmount(line)))
    for (const id of line.taxes) tax += times(lineAmount(line), fixed(store.must('account.tax', id).rate))
  }
  tax = fixed(toMoney(tax))
  return { untaxed, tax, total: untaxed + tax }
}
