/** A product on the shelf. How many there are is nobody's business; whether there are some is. */
import type { Availability, CatalogItem } from '#contracts/experience/storefront/v2'
import type { Product } from '#contracts/process/order-to-cash/v2'

const fewAreLessThan = 10

export const toCatalogItem = ({ availability: { available, asOf }, ...product }: Product): CatalogItem => ({
  ...product,
  availability: { state: toState(available), asOf },
})

function toState(available: number): Availability['state'] {
  if (available <= 0) return 'sold-out'
  return available < fewAreLessThan ? 'few-left' : 'in-stock'
}
