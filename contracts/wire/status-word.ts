/** How far an order got, in the one word that every layer used in its v1. */
import type { OrderStatus } from '../generated/system/erp/v2.ts'

type Word = OrderStatus['state'] | 'shipped' | 'attention'

/** What is told of an order, with its status in one word. */
export const withStatusWord = <Told extends { readonly status: OrderStatus }>(
  told: Told,
): Omit<Told, 'status'> & { readonly status: Word } => ({ ...told, status: wordOf(told.status) })

function wordOf({ state, fulfilment, billing }: OrderStatus): Word {
  if (state === 'cancelled' || state === 'completed') return state
  if (fulfilment === 'attention' || billing === 'attention') return 'attention'
  return state === 'confirmed' && fulfilment === 'sent' ? 'shipped' : state
}
