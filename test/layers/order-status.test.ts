/** Every combination of the three states the ERP keeps of an order has exactly one status, and one word for it in v1. */
import { expect, test } from 'vitest'
import { contract, type Sale } from '#contracts/backend/erp/v1'
import { contract as v1 } from '#contracts/system/erp/v1'
import { contract as v2 } from '#contracts/system/erp/v2'
import { toOrderV1, withStatusWord } from '#wire/order-v1'
import { lineFulfilment, orderStatus } from '../../system-apis/erp/order-status.ts'
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

const stateOf: Record<string, string> = {
  draft: 'received',
  quotation: 'priced',
  processing: 'confirmed',
  done: 'completed',
}
const billingOf: Record<string, string> = { waiting: 'open', exception: 'attention' }
const fulfilmentOf: Record<string, string> = { exception: 'attention' }

/** The word for it in v1. */
const wordOf = (sale: States) => withStatusWord({ status: orderStatus(sale) }).status

test.each(all)('$state, invoices $invoice_state, shipments $shipment_state', (sale) => {
  expect(orderStatus(sale)).toEqual({
    state: stateOf[sale.state] ?? sale.state,
    fulfilment: fulfilmentOf[sale.shipment_state] ?? sale.shipment_state,
    billing: billingOf[sale.invoice_state] ?? sale.invoice_state,
  })
  expect(wordOf(sale)).toBe(rows.find(([fits]) => fits(sale))?.[1])
})

test('every status occurs, in each version', () => {
  expect(new Set(all.map(wordOf))).toEqual(new Set(wordsOf(v1, 'OrderStatus')))
  const statuses = all.map(orderStatus)
  expect(new Set(statuses.map(({ state }) => state))).toEqual(new Set(wordsOf(v2, 'OrderState')))
  expect(new Set(statuses.map(({ billing }) => billing))).toEqual(new Set(wordsOf(v2, 'OrderBilling')))
  expect(new Set(statuses.map(({ fulfilment }) => fulfilment))).toEqual(
    new Set(wordsOf(v2, 'OrderFulfilment')),
  )
})

test.each([
  ['none', false, false, 'none'],
  ['none', true, false, 'none'],
  ['waiting', false, false, 'waiting'],
  ['waiting', true, false, 'sent'],
  ['sent', true, false, 'sent'],
  ['exception', false, true, 'attention'],
  ['exception', true, false, 'sent'],
  ['exception', false, false, 'waiting'],
] as const)(
  'a line, shipments %s, sent %s, stuck %s',
  (shipment_state, move_done, move_exception, fulfilment) => {
    expect(lineFulfilment({ move_done, move_exception }, { shipment_state })).toBe(fulfilment)
  },
)

test('what else is told of an order stays, and what was given too', () => {
  const status = { state: 'confirmed', fulfilment: 'sent', billing: 'open' } as const
  const price = { amount: '9.90', currency: 'EUR' }
  const line = { sku: 'WID-001', name: 'Widget', quantity: 1, unitPrice: price, amount: price }
  const order = { orderId: 'ORD-1', status, lines: [{ ...line, fulfilment: 'sent' }] } as const
  const given = structuredClone(order)
  expect(toOrderV1(order)).toEqual({ orderId: 'ORD-1', status: 'shipped', lines: [line] })
  expect(withStatusWord({ orderId: 'ORD-1', status })).toEqual({ orderId: 'ORD-1', status: 'shipped' })
  expect(order).toEqual(given)
})
