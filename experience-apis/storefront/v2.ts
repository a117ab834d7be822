/** The web shop: a catalog for everybody, and orders for the customer who is signed in. */
import { accepted, created, implement, notFound, ok } from '#contracts/experience/storefront/v2'
import { toCatalogItem } from './catalog-item.ts'
import { toOrder } from './order.ts'

export default implement({
  async listCatalog({ query }, { orders }) {
    const products = await orders.listProducts({ query })
    return ok({ ...products.body, items: products.body.items.map(toCatalogItem) })
  },

  async getCatalogItem({ params }, { orders }) {
    const product = await orders.getProduct({ params })
    return product.status === 404 ? product : ok(toCatalogItem(product.body))
  },

  async checkout({ body }, { customerId, orders }) {
    const order = await orders.placeOrder({ body: { ...body, customerId } })
    if (order.status === 409) return order
    if (order.status === 202) return accepted(order.body)
    return created(toOrder(order.body), { location: `/orders/${order.body.orderId}` })
  },

  async getOrder({ params }, { customerId, orders }) {
    const order = await orders.getOrder({ params })
    if (order.status === 404) return order
    if (order.body.customerId !== customerId) return notFound(`There is no order ${params.orderId}.`)
    return ok(toOrder(order.body))
  },

  async getOperation({ params }, { orders }) {
    return orders.getOperation({ params })
  },
})
