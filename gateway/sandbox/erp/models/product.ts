/** Products and the warehouse they lie in. */
import type { DecimalValue } from '../values.ts'
import { type Call, computed, type Model, one, storedFields } from './model.ts'

export interface Product {
  code: string | null
  name: string
  type: string
  list_price: DecimalValue
  active: boolean
  salable: boolean
  default_uom: number
  /** In the warehouse now. */
  onHand: number
  /** What will be left when all open shipments are gone. */
  forecast: number
}

export interface UnitOfMeasure {
  name: string
  symbol: string
  /** How many digits after the point a quantity may have. */
  digits: number
}

export interface StockLocation {
  name: string
  code: string | null
  type: string
  storage_location: number | null
  input_location: number | null
  output_location: number | null
}

export const product: Model<'product.product'> = {
  label: 'Product Variant',
  fields: {
    ...storedFields('code', 'name', 'list_price', 'type', 'active', 'salable'),
    default_uom: one('product.uom'),
    sale_uom: computed<'product.product'>('Sale UOM', ({ default_uom: unit }) => unit, 'product.uom'),
    quantity: computed<'product.product'>('Quantity', ({ onHand }, call) =>
      asksForWarehouse(call) ? onHand : 0,
    ),
    forecast_quantity: computed<'product.product'>('Forecast Quantity', ({ forecast }, call) =>
      asksForWarehouse(call) ? forecast : 0,
    ),
  },
  indexed: ['code'],
  recordName: ({ code, name }) => (code === null ? name : `[${code}] ${name}`),
}

export const unitOfMeasure: Model<'product.uom'> = {
  label: 'Unit of Measure',
  fields: storedFields('name', 'symbol', 'digits'),
}

export const location: Model<'stock.location'> = {
  label: 'Stock Location',
  fields: {
    ...storedFields('name', 'code', 'type'),
    storage_location: one('stock.location'),
    input_location: one('stock.location'),
    output_location: one('stock.location'),
  },
  order: [['name', 'ASC']],
}

/** Quantities are those of the locations named in the context: without any there is nothing. */
function asksForWarehouse({ store, context }: Call): boolean {
  const asked = Array.isArray(context.locations) ? context.locations : []
  return asked.some((id) => {
    const asLocation = store.get('stock.location', id)
    return asLocation?.type === 'warehouse' || asLocation?.code === 'STO'
  })
}
