/** From the catalog to the paid order: who may order, what can be ordered, and what became of it. */
import { created, implement, notFound, ok, refuse } from '#contracts/process/order-to-cash/v2'
import { stockOf, toProduct } from './catalog.ts'
import { milestonesOf } from './timeline.ts'

export default implement({
  async listProducts({ query }, { erp }) {
    const products = await erp.listProducts({ query: { ...query, sellable: true } })
    const { items, ...page } = products.body
    const stock = await stockOf(
      erp,
      items.map(({ sku }) => sku),
    )
    return ok({ ...page, items: items.flatMap((product) => toProduct(product, stock) ?? []) })
  },

  async getProduct({ params, params: { sku } }, { erp }) {
    const [found, stock] = await Promise.all([erp.getProduct({ params }), stockOf(erp, [sku])])
    if (found.status === 404) return found
    const product = toProduct(found.body, stock)
    return product ? ok(product) : notFound(`${sku} is not for sale.`)
  },

  async listOrders({ query }, { erp }) {
    return erp.listOrders({ query })
  },

  async placeOrder({ body, body: { customerId } }, context) {
    const billing = await context.step('customer-checked', async ({ erp }) => {
      const party = await erp.getParty({ params: { customerId } })
      return party.status === 404 ? 'none' : party.body.billing.state
    })
    if (billing !== 'active')
      return refuse('customer-not-billable', `The billing state of ${customerId} is ${billing}.`)
    const orderId = context.mint('ORD')
    const order = await context.step('erp-order', ({ erp }) => erp.putOrder({ params: { orderId }, body }), {
      compensate: ({ erp }) => erp.cancelOrder({ params: { orderId } }),
    })
    if (order.status === 409) return order
    const { lines } = body
    context.publish('events/order-placed/v1', { orderId, customerId, lines })
    return created(order.body, { location: `/orders/${orderId}` })
  },

  async getOrder({ params }, { erp }) {
    return erp.getOrder({ params })
  },

  async cancelOrder({ params }, { erp }) {
    return erp.cancelOrder({ params })
  },

  async getTimeline({ params }, { erp }) {
    const [order, invoices] = await Promise.all([erp.getOrder({ params }), erp.listOrderInvoices({ params })])
    if (order.status === 404) return order
    if (invoices.status === 404) return invoices
    const { orderId, status } = order.body
    return ok({ orderId, status, items: milestonesOf(order.body, invoices.body.items) })
  },

  async listInvoices({ query }, { erp }) {
    return erp.listInvoices({ query })
  },

  async getOperation({ params: { operationId } }, context) {
    const operation = await context.operation(operationId)
    if (!operation) return notFound(`There is no operation ${operationId}.`)
    return ok(operation, operation.state === 'pending' ? { 'retry-after': '1' } : {})
  },
})
