/** From the catalog to the paid order as it was until v2, which does the work: orders had a status of one word. */
import { implement } from '#contracts/process/order-to-cash/v1'
import type { OrderPage } from '#contracts/process/order-to-cash/v2'
import { adapt } from '#wire/adapt'
import { toOrderV1, withStatusWord } from '#wire/order-v1'
import v2 from './v2.ts'

const toOrderPage = (page: OrderPage) => ({ ...page, items: page.items.map(withStatusWord) })

export default implement({
  ...v2.handlers,
  listOrders: adapt(v2.handlers.listOrders, [200], toOrderPage),
  placeOrder: adapt(v2.handlers.placeOrder, [201], toOrderV1),
  getOrder: adapt(v2.handlers.getOrder, [200], toOrderV1),
  cancelOrder: adapt(v2.handlers.cancelOrder, [200], toOrderV1),
  getTimeline: adapt(v2.handlers.getTimeline, [200], withStatusWord),
})
