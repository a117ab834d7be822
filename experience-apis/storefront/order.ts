/** An order as its customer sees it. */
import type { Order } from '#contracts/experience/storefront/v1'
import type { Order as ProcessOrder } from '#contracts/process/order-to-cash/v1'

export const toOrder = ({ customerId: _, placedOn: __, ...order }: ProcessOrder): Order => order
