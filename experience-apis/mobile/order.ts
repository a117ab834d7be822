/** An order as it fits on a screen. */
import type { Order } from '#contracts/experience/mobile/v1'
import type { Order as ProcessOrder } from '#contracts/process/order-to-cash/v1'

export const toOrder = ({ orderId, status, receivedAt, lines, totals }: ProcessOrder): Order => ({
  orderId,
  status,
  receivedAt,
  lines: lines.map(({ name, quantity, amount }) => ({ name, quantity, amount })),
  total: totals.gross,
})
