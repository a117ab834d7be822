/** Invoices: what customers owe. The ERP's record id is the only name an invoice has from the start. */
import type { Clause, Invoice as InvoiceRecord } from '#contracts/backend/erp/v1'
import type { Invoice, InvoiceStatus } from '#contracts/system/erp/v2'
import { present } from '#wire/present'
import { type SearchOptions, search, toDay, toMoney } from '#wire/tryton'
import type { Erp } from './client.ts'

const fields = [
  'number',
  'state',
  'invoice_date',
  'reconciled',
  'party.code',
  'currency.code',
  'untaxed_amount',
  'tax_amount',
  'total_amount',
  'amount_to_pay',
] as const

export async function findInvoices(erp: Erp, domain: readonly Clause[], options: SearchOptions) {
  const found = await erp.findInvoices({ body: search(domain, fields, options) })
  return found.body
}

const statusOf = {
  draft: 'draft',
  validated: 'draft',
  posted: 'open',
  paid: 'paid',
  cancelled: 'cancelled',
} as const satisfies { [Key in InvoiceRecord['state']]: InvoiceStatus }

export function toInvoice(record: InvoiceRecord): Invoice {
  const currency = record['currency.'].code
  return present({
    invoiceId: `INV-${record.id}`,
    customerId: record['party.'].code,
    number: record.number,
    status: statusOf[record.state],
    issuedOn: record.invoice_date && toDay(record.invoice_date),
    paidOn: record.reconciled && toDay(record.reconciled),
    totals: {
      net: toMoney(record.untaxed_amount, currency),
      tax: toMoney(record.tax_amount, currency),
      gross: toMoney(record.total_amount, currency),
    },
    due: toMoney(record.amount_to_pay, currency),
  })
}

/** `INV-17` is record 17. */
export const toRecordId = (invoiceId: string): number => Number(invoiceId.slice('INV-'.length))
