/** A product on the shelf. How many there are is nobody's business; whether there are some is. */
import type { CatalogItem } from '#contracts/experience/storefront/v1'
import type { Product } from '#contracts/process/order-to-cash/v1'

const fewAreLessThan = 10

export const toCatalogItem = ({ availability, ...product }: Product): CatalogItem => ({
  ...product,
  stock: toStock(availability.available),
})

function toStock(available: number): CatalogItem['stock'] {
  if (available <= 0) return 'sold-out'
  return available < fewAreLessThan ? 'few-left' : 'in-stock'
}
