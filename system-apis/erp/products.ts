/** Products with their prices, and how much of them is in stock. */
import type { Clause, Context, Order, Product as ProductRecord } from '#contracts/backend/erp/v1'
import type { Availability, Product } from '#contracts/system/erp/v2'
import { present } from '#wire/present'
import { search, toDateValue, toMoney } from '#wire/tryton'
import type { Erp } from './client.ts'

const fields = [
  'code',
  'name',
  'list_price',
  'salable',
  'default_uom.symbol',
  'quantity',
  'forecast_quantity',
] as const

interface Options {
  readonly limit?: number
  readonly context?: Context
}

const bySku: Order = [['code', 'ASC']]

export async function findProducts(erp: Erp, domain: readonly Clause[], options: Options = {}) {
  const found = await erp.findProducts({ body: search(domain, fields, { order: bySku, ...options }) })
  return found.body
}

export async function findAvailability(erp: Erp, skus: readonly string[]): Promise<Availability[]> {
  const warehouses = await erp.findLocations({ body: search([['type', '=', 'warehouse']], ['code']) })
  const now = new Date()
  const context = { locations: warehouses.body.map(({ id }) => id), stock_date_end: toDateValue(now) }
  const products = await findProducts(erp, [['code', 'in', skus]], { context })
  return products.map(({ code, quantity, forecast_quantity }) => ({
    sku: code,
    onHand: quantity,
    available: forecast_quantity,
    asOf: now.toISOString(),
  }))
}

/** @param currency of the company */
export function toProduct(record: ProductRecord, currency: string): Product {
  return present({
    sku: record.code,
    name: record.name,
    unit: record['default_uom.'].symbol,
    sellable: Boolean(record.salable),
    listPrice: record.list_price && toMoney(record.list_price, currency),
  })
}
