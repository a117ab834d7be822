/** An order as every layer told of it in its v1: how far it got in one word, and of all lines together. */
import type { OrderLine, OrderStatus } from '../generated/system/erp/v2.ts'

type Word = OrderStatus['state'] | 'shipped' | 'attention'

/** What is told of an order, with its status in one word. */
export const withStatusWord = <Told extends { readonly status: OrderStatus }>(
  told: Told,
): Omit<Told, 'status'> & { readonly status: Word } => ({ ...told, status: wordOf(told.status) })

/** A whole order, with its lines. */
export const toOrderV1 = <
  Told extends { readonly status: OrderStatus; readonly lines: readonly OrderLine[] },
>(
  told: Told,
): Omit<Told, 'status' | 'lines'> & { readonly status: Word; readonly lines: readonly LineV1[] } => ({
  ...told,
  status: wordOf(told.status),
  lines: told.lines.map(toLineV1),
})

type LineV1 = Omit<OrderLine, 'fulfilment'>

const toLineV1 = ({ sku, name, quantity, unitPrice, amount }: OrderLine): LineV1 => ({
  sku,
  name,
  quantity,
  unitPrice,
  amount,
})

function wordOf({ state, fulfilment, billing }: OrderStatus): Word {
  if (state === 'cancelled' || state === 'completed') return state
  if (fulfilment === 'attention' || billing === 'attention') return 'attention'
  return state === 'confirmed' && fulfilment === 'sent' ? 'shipped' : state
}
