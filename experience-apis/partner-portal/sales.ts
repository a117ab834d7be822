/** Orders and invoices as partners see them. */
import type { Invoice, Order } from '#contracts/experience/partner-portal/v1'
import type { OrderSummary, Invoice as ProcessInvoice } from '#contracts/process/order-to-cash/v1'

export const toOrder = ({ customerId: _, placedOn: __, ...order }: OrderSummary): Order => order

export const toInvoice = ({ customerId: _, paidOn: __, totals, ...invoice }: ProcessInvoice): Invoice => ({
  ...invoice,
  total: totals.gross,
})
