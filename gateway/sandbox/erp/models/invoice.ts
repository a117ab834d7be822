/** Customer invoices: drafted by a confirmed sale, posted with a number, paid in full. */
import { fixed, times, toMoney } from '../decimals.ts'
import { UserError } from '../errors.ts'
import type { Stored } from '../records.ts'
import type { Store } from '../store.ts'
import { type DateValue, type DecimalValue, dateValue, daysAfter, decimal } from '../values.ts'
import { computed, links, type Model, many, one, storedFields } from './model.ts'
import { noteProgress } from './sale-progress.ts'

export interface Invoice {
  number: string | null
  state: string
  type: string
  company: number
  currency: number
  party: number
  invoice_address: number | null
  payment_term: number | null
  invoice_date: DateValue | null
  reference: string | null
  origins: string
  sales: readonly number[]
  untaxed_amount: DecimalValue
  tax_amount: DecimalValue
  total_amount: DecimalValue
  amount_to_pay: DecimalValue
  lines_to_pay: readonly number[]
  /** The day it was paid. */
  reconciled: DateValue | null
}

export interface InvoiceLine {
  invoice: number
  product: number | null
  quantity: number | null
  unit_price: DecimalValue | null
}

/** The entry in the accounts that says when how much is due. */
export interface MoveLine {
  maturity_date: DateValue
}

const DAYS_TO_PAY = 30

export const invoice: Model<'account.invoice'> = {
  label: 'Invoice',
  fields: {
    ...storedFields('number', 'state', 'type', 'invoice_date', 'reference', 'origins'),
    ...storedFields('untaxed_amount', 'tax_amount', 'total_amount', 'amount_to_pay', 'reconciled'),
    company: one('company.company'),
    currency: one('currency.currency'),
    party: one('party.party'),
    invoice_address: one('party.address'),
    payment_term: one('account.invoice.payment_term'),
    lines: many('account.invoice.line', 'invoice'),
    lines_to_pay: links('account.move.line'),
    sales: links('sale.sale'),
  },
  indexed: ['party', 'number'],
  order: [
    ['number', 'DESC NULLS FIRST'],
    ['id', 'DESC'],
  ],
  recordName: ({ id, number }) => number ?? `(${id})`,
  buttons: {
    post: { from: ['draft', 'validated'], act: post },
    cancel: { from: ['draft', 'validated', 'posted'], act: cancel },
  },
}

export const invoiceLine: Model<'account.invoice.line'> = {
  label: 'Invoice Line',
  fields: {
    ...storedFields('quantity', 'unit_price'),
    invoice: one('account.invoice'),
    product: one('product.product'),
    amount: computed<'account.invoice.line'>('Amount', ({ quantity, unit_price: price }) =>
      toMoney(times(fixed(quantity ?? 0), fixed(price ?? 0))),
    ),
  },
  indexed: ['invoice'],
}

export const moveLine: Model<'account.move.line'> = {
  label: 'Account Move Line',
  fields: storedFields('maturity_date'),
}

export function draftInvoice(
  store: Store,
  sale: Stored<'sale.sale'>,
  origins: string,
  lines: readonly Stored<'sale.line'>[],
  amounts: { untaxed: DecimalValue; tax: DecimalValue; total: DecimalValue },
): number {
  const id = store.insert('account.invoice', {
    number: null,
    state: 'draft',
    type: 'out',
    company: sale.company,
    currency: sale.currency,
    party: sale.party,
    invoice_address: sale.invoice_address,
    payment_term: sale.payment_term,
    invoice_date: null,
    reference: null,
    origins,
    sales: [sale.id],
    untaxed_amount: amounts.untaxed,
    tax_amount: amounts.tax,
    total_amount: amounts.total,
    amount_to_pay: decimal('0'),
    lines_to_pay: [],
    reconciled: null,
  })
  for (const { product, quantity, unit_price } of lines) {
    store.insert('account.invoice.line', { invoice: id, product, quantity, unit_price })
  }
  return id
}

/** Books a payment in full; false, and nothing booked, for any other amount. */
export function pay(store: Store, id: number, amount: DecimalValue): boolean {
  const record = store.must('account.invoice', id)
  if (record.state !== 'posted' || fixed(amount) !== fixed(record.amount_to_pay)) return false
  store.update('account.invoice', id, {
    amount_to_pay: decimal('0'),
    state: 'paid',
    reconciled: dateValue(store.now),
  })
  noteProgress(store, record.sales, { invoice_state: 'paid' })
  return true
}

function post(record: Stored<'account.invoice'>, store: Store): void {
  const dueDate = dateValue(daysAfter(store.now, DAYS_TO_PAY))
  store.update('account.invoice', record.id, {
    number: store.nextNumber('invoice'),
    state: 'posted',
    invoice_date: dateValue(store.now),
    amount_to_pay: record.total_amount,
    lines_to_pay: [store.insert('account.move.line', { maturity_date: dueDate })],
  })
}

function cancel(record: Stored<'account.invoice'>, store: Store): void {
  if (record.state === 'posted') {
    throw new UserError(
      `You cannot cancel customer invoice "${record.number}" because it is posted and company setup does not allow it.`,
    )
  }
  store.update('account.invoice', record.id, { state: 'cancelled' })
  noteProgress(store, record.sales, { invoice_state: 'exception' })
}
