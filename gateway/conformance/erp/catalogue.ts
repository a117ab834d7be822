/** Products, the warehouse, and what is in it. */
import type { Transcript } from './transcript.ts'
import { type Goods, PRODUCT, today } from './wire.ts'

export async function catalogue(transcript: Transcript): Promise<Goods> {
  const listed = await transcript.call<{ id: number; code: string }[]>('products', `${PRODUCT}search_read`, [
    [['code', '!=', null]],
    0,
    9,
    [['code', 'ASC']],
    ['code', 'name', 'rec_name', 'list_price', 'type', 'active', 'salable', 'default_uom.symbol'],
  ])
  await transcript.call('products-page', `${PRODUCT}search_read`, [
    [
      ['salable', '=', true],
      ['code', '>', 'CBL-010'],
    ],
    0,
    1,
    [['code', 'ASC']],
    ['code'],
  ])
  const [warehouse] = await transcript.call<[{ id: number }]>(
    'warehouse',
    'model.stock.location.search_read',
    [[['type', '=', 'warehouse']], 0, 1, null, ['code', 'name']],
  )
  const products = Object.fromEntries(listed.map(({ code, id }) => [code, id]))
  const goods = { products: products as Goods['products'], warehouse: warehouse.id }
  await stockOf(transcript, 'stock', goods)
  await transcript.call('stock-nowhere', `${PRODUCT}search_read`, [
    [['code', '=', 'WID-001']],
    0,
    1,
    null,
    ['quantity', 'forecast_quantity'],
  ])
  return goods
}

/** On hand and available of the small widget. */
export function stockOf(transcript: Transcript, name: string, { warehouse }: Goods): Promise<unknown> {
  return transcript.call(
    name,
    `${PRODUCT}search_read`,
    [[['code', '=', 'WID-001']], 0, 1, null, ['quantity', 'forecast_quantity']],
    { context: { locations: [warehouse], stock_date_end: today() } },
  )
}
