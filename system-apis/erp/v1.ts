/** The ERP as it was until v2, which does the work: orders told how far they got in one word. */
import { implement } from '#contracts/system/erp/v1'
import type { OrderPage } from '#contracts/system/erp/v2'
import { adapt } from '#wire/adapt'
import { toOrderV1, withStatusWord } from '#wire/order-v1'
import v2 from './v2.ts'

const toOrderPage = (page: OrderPage) => ({ ...page, items: page.items.map(withStatusWord) })

export default implement({
  ...v2.handlers,
  listOrders: adapt(v2.handlers.listOrders, [200], toOrderPage),
  getOrder: adapt(v2.handlers.getOrder, [200], toOrderV1),
  putOrder: adapt(v2.handlers.putOrder, [200, 201], toOrderV1),
  cancelOrder: adapt(v2.handlers.cancelOrder, [200], toOrderV1),
})
