/** Whether a sale is the order that is asked for: a repetition must not be answered with an order of other content. */
import type { Sale } from '#contracts/backend/erp/v1'
import type { OrderFields } from '#contracts/system/erp/v2'
import { toOrder } from './sales.ts'

type Content = Pick<OrderFields, 'lines' | 'note'>

/** What the sale has otherwise, as in "it is an order of another customer". */
export function differenceOf(sale: Sale, asked: OrderFields): string | undefined {
  const stored = toOrder(sale)
  if (stored.customerId !== asked.customerId) return 'of another customer'
  if (linesOf(stored) !== linesOf(asked)) return 'with other lines'
  if (noteOf(stored) !== noteOf(asked)) return 'with another note'
  return undefined
}

/** In whatever order they come. */
const linesOf = ({ lines }: Content): string =>
  lines
    .map(({ sku, quantity }) => `${sku} ${quantity}`)
    .toSorted()
    .join()

/** White space around it is not kept by every ERP. */
const noteOf = ({ note = '' }: Content): string => note.trim()
