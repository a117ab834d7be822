/**
 * How far an order got, from the three states the ERP keeps. Each of their combinations has exactly one status; a state
 * the contract of the ERP does not name never gets here.
 */
import type { Sale, SaleLine } from '#contracts/backend/erp/v1'
import type { OrderFulfilment, OrderStatus } from '#contracts/system/erp/v2'

export const orderStatus = (sale: Pick<Sale, 'state' | 'invoice_state' | 'shipment_state'>): OrderStatus => ({
  state: stateOf[sale.state],
  fulfilment: fulfilmentOf[sale.shipment_state],
  billing: billingOf[sale.invoice_state],
})

/** How far shipping one line is. As long as nothing of the order is to be shipped, the line has nothing to tell. */
export function lineFulfilment(
  { move_done: isSent, move_exception: isStuck }: Pick<SaleLine, 'move_done' | 'move_exception'>,
  { shipment_state: shipments }: Pick<Sale, 'shipment_state'>,
): OrderFulfilment {
  if (shipments === 'none') return 'none'
  if (isStuck) return 'attention'
  return isSent ? 'sent' : 'waiting'
}

const stateOf = {
  draft: 'received',
  quotation: 'priced',
  confirmed: 'confirmed',
  processing: 'confirmed',
  done: 'completed',
  cancelled: 'cancelled',
} as const satisfies { [State in Sale['state']]: OrderStatus['state'] }

const fulfilmentOf = {
  none: 'none',
  waiting: 'waiting',
  sent: 'sent',
  exception: 'attention',
} as const satisfies { [State in Sale['shipment_state']]: OrderStatus['fulfilment'] }

const billingOf = {
  none: 'none',
  waiting: 'open',
  paid: 'paid',
  exception: 'attention',
} as const satisfies { [State in Sale['invoice_state']]: OrderStatus['billing'] }
