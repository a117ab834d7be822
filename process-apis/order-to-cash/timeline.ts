/** What happened to an order, put together from the order and its invoices. Only what did happen is told. */
import type { Milestone, Order } from '#contracts/process/order-to-cash/v1'
import type { Invoice } from '#contracts/system/erp/v1'

export function milestonesOf(order: Order, invoices: readonly Invoice[]): Milestone[] {
  const { receivedAt, placedOn, status } = order
  const isShipped = status === 'shipped' || status === 'completed'
  return [
    { milestone: 'received', on: receivedAt.slice(0, 'YYYY-MM-DD'.length) },
    ...(placedOn ? [{ milestone: 'confirmed', on: placedOn } as const] : []),
    ...invoices.flatMap(toInvoiced),
    ...(isShipped ? [{ milestone: 'shipped' } as const] : []),
    ...invoices.flatMap(toPaid),
    ...(status === 'completed' || status === 'cancelled' ? [{ milestone: status }] : []),
  ]
}

const toInvoiced = ({ invoiceId, issuedOn: on }: Invoice): Milestone[] =>
  on ? [{ milestone: 'invoiced', on, invoiceId }] : []

const toPaid = ({ invoiceId, paidOn: on }: Invoice): Milestone[] =>
  on ? [{ milestone: 'paid', on, invoiceId }] : []
