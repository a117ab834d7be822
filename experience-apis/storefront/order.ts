/** An order as its customer sees it. */
import type { Order } from '#contracts/experience/storefront/v2'
import type { Order as ProcessOrder } from '#contracts/process/order-to-cash/v2'

export const toOrder = ({ customerId: _, placedOn: __, ...order }: ProcessOrder): Order => order
