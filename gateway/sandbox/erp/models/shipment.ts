/** Customer shipments: the goods of a confirmed sale on their way out of the warehouse. */
import type { Stored } from '../records.ts'
import type { Store } from '../store.ts'
import { type DateValue, dateValue } from '../values.ts'
import { links, type Model, many, one, storedFields } from './model.ts'
import { noteProgress } from './sale-progress.ts'

export interface Shipment {
  number: string
  state: string
  customer: number
  delivery_address: number | null
  planned_date: DateValue | null
  effective_date: DateValue | null
  origins: string
  sales: readonly number[]
}

export interface StockMove {
  shipment: number
  product: number
  quantity: number
}

export const shipment: Model<'stock.shipment.out'> = {
  label: 'Customer Shipment',
  fields: {
    ...storedFields('number', 'state', 'planned_date', 'effective_date', 'origins'),
    customer: one('party.party'),
    delivery_address: one('party.address'),
    outgoing_moves: many('stock.move', 'shipment'),
    sales: links('sale.sale'),
  },
  recordName: ({ number }) => number,
  buttons: {
    // Nothing checks whether the goods were assigned, or are there at all.
    pick: { from: ['waiting', 'assigned'], act: 'picked' },
    pack: { from: ['waiting', 'picked'], act: 'packed' },
    done: { from: ['packed'], act: done },
    cancel: { from: ['draft', 'waiting', 'assigned', 'picked', 'packed'], act: cancel },
  },
}

export const stockMove: Model<'stock.move'> = {
  label: 'Stock Move',
  fields: {
    ...storedFields('quantity'),
    shipment: one('stock.shipment.out'),
    product: one('product.product'),
  },
  indexed: ['shipment'],
}

/** Made by a sale when it is confirmed: the goods are promised, but still in the warehouse. */
export function waitingShipment(
  store: Store,
  sale: Stored<'sale.sale'>,
  origins: string,
  lines: readonly Stored<'sale.line'>[],
): number {
  const id = store.insert('stock.shipment.out', {
    number: store.nextNumber('shipment'),
    state: 'waiting',
    customer: sale.party,
    delivery_address: sale.shipment_address,
    planned_date: sale.sale_date,
    effective_date: null,
    origins,
    sales: [sale.id],
  })
  for (const { product, quantity } of lines) {
    if (product !== null) store.insert('stock.move', { shipment: id, product, quantity: quantity ?? 0 })
  }
  changeStock(store, id, 'forecast', -1)
  return id
}

/** Reserves the goods; false, and no error, when the warehouse has too few. */
export function assign(store: Store, id: number): boolean {
  const record = store.must('stock.shipment.out', id)
  const isEnough = movesOf(store, id).every(
    ({ product, quantity }) => store.must('product.product', product).onHand >= quantity,
  )
  if (isEnough && record.state === 'waiting') store.update('stock.shipment.out', id, { state: 'assigned' })
  return isEnough
}

function done(record: Stored<'stock.shipment.out'>, store: Store): void {
  store.update('stock.shipment.out', record.id, { state: 'done', effective_date: dateValue(store.now) })
  changeStock(store, record.id, 'onHand', -1)
  noteProgress(store, record.sales, { shipment_state: 'sent' })
}

function cancel(record: Stored<'stock.shipment.out'>, store: Store): void {
  store.update('stock.shipment.out', record.id, { state: 'cancelled' })
  changeStock(store, record.id, 'forecast', 1)
  noteProgress(store, record.sales, { shipment_state: 'exception' })
}

function changeStock(store: Store, id: number, quantity: 'onHand' | 'forecast', sign: 1 | -1): void {
  for (const move of movesOf(store, id)) {
    const left = store.must('product.product', move.product)[quantity] + sign * move.quantity
    store.adjust('product.product', move.product, { [quantity]: left })
  }
}

function movesOf(store: Store, id: number): Stored<'stock.move'>[] {
  return store.find('stock.move', 'shipment', id) ?? []
}
