/**
 * Billed parties, products and stock, orders and invoices, as finance and logistics know them. Here a customer is a
 * *party*: it exists once it may be invoiced.
 */
import type { Clause } from '#contracts/backend/erp/v1'
import { created, implement, notFound, ok, refuse } from '#contracts/system/erp/v2'
import { endOfList, pagesOf } from '#wire/page'
import { findCompany } from './company.ts'
import { findInvoices, toInvoice, toRecordId } from './invoices.ts'
import { placeOrder } from './order-write.ts'
import { findParty, toParty } from './parties.ts'
import { writeParty } from './party-write.ts'
import { findAvailability, findProducts, toProduct } from './products.ts'
import { anyOrderId, findOrder, findSaleHeaders, onePerOrder, toOrder, toOrderSummary } from './sales.ts'

const latestFirst = [['id', 'DESC']] as const
const recordId = /^[1-9][0-9]{0,14}$/
const productPages = pagesOf('products', /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/)
const orderPages = pagesOf('orders', recordId)
const invoicePages = pagesOf('invoices', recordId)

export default implement({
  async getParty({ params: { customerId } }, { erp }) {
    const party = await findParty(erp, customerId)
    return party ? ok(toParty(party)) : notFound(`The ERP has no party ${customerId}.`)
  },

  async putParty({ params: { customerId }, body }, { erp }) {
    const written = await writeParty(erp, customerId, body)
    if ('status' in written) return written
    const party = await findParty(erp, customerId)
    if (!party) throw new Error(`The party ${customerId} is gone`)
    return written.isNew ? created(toParty(party)) : ok(toParty(party))
  },

  async listProducts({ query: { sellable, cursor, limit } }, { erp }) {
    const after = productPages.after(cursor)
    if (after === undefined) return ok(endOfList)
    const domain: Clause[] = [['code', '>', after]]
    if (sellable !== undefined) domain.push(['salable', '=', sellable])
    const [company, found] = await Promise.all([
      findCompany(erp),
      findProducts(erp, domain, { limit: limit + 1 }),
    ])
    const products = found.map((product) => toProduct(product, company.currency.code))
    return ok(productPages.page(products, limit, ({ sku }) => sku))
  },

  async getProduct({ params: { sku } }, { erp }) {
    const [company, [product]] = await Promise.all([
      findCompany(erp),
      findProducts(erp, [['code', '=', sku]]),
    ])
    return product ? ok(toProduct(product, company.currency.code)) : notFound(`There is no product ${sku}.`)
  },

  async getAvailability({ query: { sku } }, { erp }) {
    return ok({ items: await findAvailability(erp, sku) })
  },

  async listOrders({ query: { customerId, cursor, limit } }, { erp }) {
    const after = orderPages.after(cursor)
    if (after === undefined) return ok(endOfList)
    const domain: Clause[] = [
      ['party.code', '=', customerId],
      ['reference', 'like', anyOrderId],
      ...before(after),
    ]
    const sales = await findSaleHeaders(erp, domain, { order: latestFirst, limit: limit + 1 })
    const { items, nextCursor } = orderPages.page(sales, limit, ({ id }) => String(id))
    return ok({ items: onePerOrder(items).map(toOrderSummary), ...(nextCursor && { nextCursor }) })
  },

  async getOrder({ params: { orderId } }, { erp }) {
    const sale = await findOrder(erp, orderId)
    return sale ? ok(toOrder(sale)) : notFound(`There is no order ${orderId}.`)
  },

  async putOrder({ params: { orderId }, body }, { erp, signal }) {
    const placed = await placeOrder(erp, orderId, body, signal)
    if ('status' in placed) return placed
    return placed.isNew ? created(toOrder(placed.sale)) : ok(toOrder(placed.sale))
  },

  async cancelOrder({ params: { orderId } }, { erp }) {
    const sale = await findOrder(erp, orderId)
    if (!sale) return notFound(`There is no order ${orderId}.`)
    // Too late is no error for the ERP: it answers the same and does nothing.
    await erp.cancelSales({ body: [[sale.id], {}] })
    const order = toOrder((await findOrder(erp, orderId)) ?? sale)
    return order.status.state === 'cancelled'
      ? ok(order)
      : refuse('order-not-cancellable', `The order is ${order.status.state}.`)
  },

  async listOrderInvoices({ params: { orderId } }, { erp }) {
    const sale = await findOrder(erp, orderId)
    if (!sale) return notFound(`There is no order ${orderId}.`)
    if (sale.invoices.length === 0) return ok({ items: [] })
    const invoices = await findInvoices(erp, [['id', 'in', sale.invoices]], { order: [['id', 'ASC']] })
    return ok({ items: invoices.map(toInvoice) })
  },

  async listInvoices({ query: { customerId, cursor, limit } }, { erp }) {
    const after = invoicePages.after(cursor)
    if (after === undefined) return ok(endOfList)
    const domain: Clause[] = [['party.code', '=', customerId], ['type', '=', 'out'], ...before(after)]
    const invoices = await findInvoices(erp, domain, { order: latestFirst, limit: limit + 1 })
    const { items, nextCursor } = invoicePages.page(invoices, limit, ({ id }) => String(id))
    return ok({ items: items.map(toInvoice), ...(nextCursor && { nextCursor }) })
  },

  async getInvoice({ params: { invoiceId } }, { erp }) {
    const domain: Clause[] = [
      ['id', '=', toRecordId(invoiceId)],
      ['type', '=', 'out'],
      ['party.code', 'like', 'CUS-%'],
    ]
    const [invoice] = await findInvoices(erp, domain, { limit: 1 })
    return invoice ? ok(toInvoice(invoice)) : notFound(`There is no invoice ${invoiceId}.`)
  },
})

/** With the latest record first, those that come after one have lower ids. */
const before = (recordId: string): Clause[] => (recordId ? [['id', '<', Number(recordId)]] : [])
