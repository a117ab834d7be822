/** Every combination of the three states the ERP keeps of an order has exactly one status. */
import { expect, test } from 'vitest'
import { contract, type Sale } from '#contracts/backend/erp/v1'
import { contract as system } from '#contracts/system/erp/v1'
import { orderStatus } from '../../system-apis/erp/order-status.ts'
import { wordsOf } from './schemas.ts'

type States = Pick<Sale, 'state' | 'invoice_state' | 'shipment_state'>

const states = ['draft', 'quotation', 'confirmed', 'processing', 'done', 'cancelled'] as const
const invoiceStates = ['none', 'waiting', 'paid', 'exception'] as const
const shipmentStates = ['none', 'waiting', 'sent', 'exception'] as const

/** The table as it was agreed: the first row that fits decides. */
const rows: readonly [(sale: States) => boolean, string][] = [
  [({ state }) => state === 'cancelled', 'cancelled'],
  [({ state }) => state === 'done', 'completed'],
  [(sale) => sale.shipment_state === 'exception' || sale.invoice_state === 'exception', 'attention'],
  [({ state }) => state === 'draft', 'received'],
  [({ state }) => state === 'quotation', 'priced'],
  [(sale) => sale.shipment_state === 'sent', 'shipped'],
  [({ state }) => state === 'confirmed' || state === 'processing', 'confirmed'],
]

const all: States[] = states.flatMap((state) =>
  invoiceStates.flatMap((invoice_state) =>
    shipmentStates.map((shipment_state) => ({ state, invoice_state, shipment_state })),
  ),
)

test('these are all combinations the contract of the ERP allows', () => {
  const named = ['SaleState', 'SaleInvoiceState', 'SaleShipmentState'].map((name) =>
    wordsOf(contract, name).toSorted(),
  )
  expect(named).toEqual([states, invoiceStates, shipmentStates].map((words) => words.toSorted()))
  expect(all).toHaveLength(96)
})

test.each(all)('$state, invoices $invoice_state, shipments $shipment_state', (sale) => {
  expect(orderStatus(sale)).toBe(rows.find(([fits]) => fits(sale))?.[1])
})

test('every status occurs', () => {
  expect(new Set(all.map(orderStatus))).toEqual(new Set(wordsOf(system, 'OrderStatus')))
})
