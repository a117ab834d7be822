/**
 * How far an order got, from the three states the ERP keeps. Each of their combinations has exactly one status; a state
 * the contract of the ERP does not name never gets here.
 */
import type { Sale } from '#contracts/backend/erp/v1'
import type { OrderStatus } from '#contracts/system/erp/v1'

const statusOf = {
  draft: 'received',
  quotation: 'priced',
  confirmed: 'confirmed',
  processing: 'confirmed',
  done: 'completed',
  cancelled: 'cancelled',
} as const satisfies { [Key in Sale['state']]: OrderStatus }

export function orderStatus({
  state,
  invoice_state: invoices,
  shipment_state: shipments,
}: Pick<Sale, 'state' | 'invoice_state' | 'shipment_state'>): OrderStatus {
  const status = statusOf[state]
  if (status === 'cancelled' || status === 'completed') return status
  if (invoices === 'exception' || shipments === 'exception') return 'attention'
  return status === 'confirmed' && shipments === 'sent' ? 'shipped' : status
}
