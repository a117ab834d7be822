/** The web shop as it was until v2, which does the work: orders and stock were told in one word each. */
import { implement } from '#contracts/experience/storefront/v1'
import type { CatalogItem, CatalogPage } from '#contracts/experience/storefront/v2'
import { adapt } from '#wire/adapt'
import { toOrderV1 } from '#wire/order-v1'
import v2 from './v2.ts'

const toCatalogItem = ({ availability, ...item }: CatalogItem) => ({ ...item, stock: availability.state })

const toCatalogPage = (page: CatalogPage) => ({ ...page, items: page.items.map(toCatalogItem) })

export default implement({
  ...v2.handlers,
  listCatalog: adapt(v2.handlers.listCatalog, [200], toCatalogPage),
  getCatalogItem: adapt(v2.handlers.getCatalogItem, [200], toCatalogItem),
  checkout: adapt(v2.handlers.checkout, [201], toOrderV1),
  getOrder: adapt(v2.handlers.getOrder, [200], toOrderV1),
})
