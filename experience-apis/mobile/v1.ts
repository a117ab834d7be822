/** One call for each screen of the app. A screen is shown with what there is. */
import { implement, notFound, ok } from '#contracts/experience/mobile/v1'
import { shownOrders, toHome } from './home.ts'
import { toOrder } from './order.ts'

export default implement({
  async getHome(_, { customerId, customers }) {
    const query = { include: ['orders'], orderLimit: shownOrders } as const
    const overview = await customers.getOverview({ params: { customerId }, query })
    return overview.status === 404 ? overview : ok(toHome(overview.body))
  },

  async getOrder({ params }, { customerId, orders }) {
    const order = await orders.getOrder({ params })
    if (order.status === 404) return order
    if (order.body.customerId !== customerId) return notFound(`There is no order ${params.orderId}.`)
    return ok(toOrder(order.body))
  },
})
