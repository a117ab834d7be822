/** What happened to an order, put together from the order and its invoices. Only what did happen is told. */
import type { Milestone, Order } from '#contracts/process/order-to-cash/v2'
import type { Invoice } from '#contracts/system/erp/v2'

export function milestonesOf(order: Order, invoices: readonly Invoice[]): Milestone[] {
  const { receivedAt, placedOn, status } = order
  const { state, fulfilment } = status
  return [
    { milestone: 'received', on: receivedAt.slice(0, 'YYYY-MM-DD'.length) },
    ...(placedOn ? [{ milestone: 'confirmed', on: placedOn } as const] : []),
    ...invoices.flatMap(toInvoiced),
    ...(fulfilment === 'sent' || state === 'completed' ? [{ milestone: 'shipped' } as const] : []),
    ...invoices.flatMap(toPaid),
    ...(state === 'completed' || state === 'cancelled' ? [{ milestone: state }] : []),
  ]
}

const toInvoiced = ({ invoiceId, issuedOn: on }: Invoice): Milestone[] =>
  on ? [{ milestone: 'invoiced', on, invoiceId }] : []

const toPaid = ({ invoiceId, paidOn: on }: Invoice): Milestone[] =>
  on ? [{ milestone: 'paid', on, invoiceId }] : []
