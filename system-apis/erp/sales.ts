/** Sales: orders as the ERP keeps them, under our order id as their reference. */
import { setTimeout } from 'node:timers/promises'
import type { Clause, Sale, SaleHeader } from '#contracts/backend/erp/v1'
import type { Order, OrderLine, OrderSummary } from '#contracts/system/erp/v2'
import { present } from '#wire/present'
import { type SearchOptions, search, toDay, toMoment, toMoney } from '#wire/tryton'
import type { Erp } from './client.ts'
import { lineFulfilment, orderStatus } from './order-status.ts'

const headerFields = [
  'reference',
  'number',
  'state',
  'invoice_state',
  'shipment_state',
  'create_date',
  'sale_date',
  'party.code',
  'currency.code',
  'total_amount',
] as const

const fields = [
  ...headerFields,
  'comment',
  'description',
  'untaxed_amount',
  'tax_amount',
  'invoices',
  'lines.product.code',
  'lines.product.name',
  'lines.quantity',
  'lines.unit_price',
  'lines.amount',
  'lines.move_done',
  'lines.move_exception',
] as const

/** References of this form are ours; `_` stands for any character. */
export const anyOrderId = `ORD-${'_'.repeat(26)}`

const attemptsMax = 20
const pauseMsMax = 100

export const findSales = (erp: Erp, domain: readonly Clause[], options: SearchOptions) =>
  untilReadable(() => erp.findSales({ body: search(domain, fields, options) }))

/** Without their lines: lists are long. */
export const findSaleHeaders = (erp: Erp, domain: readonly Clause[], options: SearchOptions) =>
  untilReadable(() => erp.findSaleHeaders({ body: search(domain, headerFields, options) }))

type Found<Row> = { readonly status: 200; readonly body: readonly Row[] } | { readonly status: 400 }

/** A sale that is deleted between search and read makes the ERP refuse the whole answer: the next one is without it. */
async function untilReadable<Row>(find: () => Promise<Found<Row>>): Promise<readonly Row[]> {
  for (let attempt = 1; attempt <= attemptsMax; attempt++) {
    const found = await find()
    if (found.status === 200) return found.body
    await setTimeout(Math.random() * pauseMsMax)
  }
  throw new Error('The ERP keeps refusing to read sales')
}

/** Every sale under one order id, the first one made first. There may be rivals, see order-write.ts. */
export const findRivals = (erp: Erp, orderId: string) =>
  findSales(erp, [['reference', '=', orderId]], { order: [['id', 'ASC']] })

/** The sale an order id stands for. */
export const findOrder = async (erp: Erp, orderId: string) => winnerOf(await findRivals(erp, orderId))

/** Of rivals: the first that was confirmed, else the first that still can be, else the first that was cancelled. */
export const winnerOf = <Rival extends SaleHeader>(rivals: readonly Rival[]): Rival | undefined =>
  rivals.find((sale) => !isOpen(sale) && sale.state !== 'cancelled') ?? rivals.find(isOpen) ?? rivals[0]

/** Of sales with the latest first: rivals count as one order. */
export function onePerOrder(sales: readonly SaleHeader[]): readonly SaleHeader[] {
  if (new Set(sales.map(({ reference }) => reference)).size === sales.length) return sales
  const rivalsOf = Map.groupBy(sales, ({ reference }) => reference)
  return [...rivalsOf.values()].flatMap((rivals) => winnerOf(rivals.toReversed()) ?? [])
}

/** Not confirmed yet, nor cancelled. */
export const isOpen = ({ state }: SaleHeader): boolean => state === 'draft' || state === 'quotation'

export function toOrder(sale: Sale): Order {
  const currency = sale['currency.'].code
  return present({
    ...toHead(sale),
    lines: sale['lines.'].flatMap((line) => toLine(line, sale)),
    totals: {
      net: toMoney(sale.untaxed_amount, currency),
      tax: toMoney(sale.tax_amount, currency),
      gross: toMoney(sale.total_amount, currency),
    },
    note: sale.comment,
  })
}

export const toOrderSummary = (sale: SaleHeader): OrderSummary =>
  present({ ...toHead(sale), total: toMoney(sale.total_amount, sale['currency.'].code) })

const toHead = (sale: SaleHeader) => ({
  orderId: sale.reference ?? '',
  customerId: sale['party.'].code,
  number: sale.number,
  status: orderStatus(sale),
  receivedAt: toMoment(sale.create_date),
  placedOn: sale.sale_date && toDay(sale.sale_date),
})

/** Lines without a product are only text. */
function toLine(line: Sale['lines.'][number], sale: Sale): OrderLine[] {
  const { 'product.': product, quantity, unit_price: unitPrice, amount } = line
  const currency = sale['currency.'].code
  if (!product?.code || quantity === null || !unitPrice || !amount) return []
  return [
    {
      sku: product.code,
      name: product.name,
      quantity,
      unitPrice: toMoney(unitPrice, currency),
      amount: toMoney(amount, currency),
      fulfilment: lineFulfilment(line, sale),
    },
  ]
}
