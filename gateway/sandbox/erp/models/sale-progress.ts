/** What invoices and shipments report back to the sale they came from. */
import type { Tables } from '../records.ts'
import type { Store } from '../store.ts'

type Progress = Partial<Pick<Tables['sale.sale'], 'invoice_state' | 'shipment_state'>>

/** A sale that is paid and sent is done. */
export function noteProgress(store: Store, sales: readonly number[], progress: Progress): void {
  for (const id of sales) {
    const { invoice_state, shipment_state, state } = { ...store.must('sale.sale', id), ...progress }
    const isDone = invoice_state === 'paid' && shipment_state === 'sent'
    store.update('sale.sale', id, { ...progress, state: isDone ? 'done' : state })
  }
}
