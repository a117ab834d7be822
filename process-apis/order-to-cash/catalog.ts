/** What can be ordered: products that are for sale, each with its price and what is in stock. */
import type { Availability, Product, Uses } from '#contracts/process/order-to-cash/v2'
import type { Product as ErpProduct } from '#contracts/system/erp/v2'

type Stock = ReadonlyMap<string, Availability>

/** The stock of each product, by its SKU. */
export async function stockOf(erp: Uses['erp'], skus: readonly string[]): Promise<Stock> {
  if (skus.length === 0) return new Map()
  const found = await erp.getAvailability({ query: { sku: skus } })
  return new Map(found.body.items.map(({ sku, ...availability }) => [sku, availability]))
}

/** Nothing for a product that cannot be ordered. */
export function toProduct(
  { sku, name, unit, sellable, listPrice: price }: ErpProduct,
  stock: Stock,
): Product | undefined {
  const availability = stock.get(sku)
  return sellable && price && availability ? { sku, name, unit, price, availability } : undefined
}
