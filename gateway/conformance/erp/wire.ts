/** Names and values of the ERP's wire that the chapters of the transcript share. */

export const PARTY = 'model.party.party.'
export const PRODUCT = 'model.product.product.'
export const SALE = 'model.sale.sale.'
export const SALE_LINE = 'model.sale.line.'
export const INVOICE = 'model.account.invoice.'
export const SHIPMENT = 'model.stock.shipment.out.'

export interface Customer {
  readonly party: number
  readonly address: number
}

export interface Goods {
  /** Ids of the products by their codes. */
  readonly products: Readonly<Record<'WID-001' | 'WID-002' | 'CBL-010', number>>
  readonly warehouse: number
}

export function decimal(text: string) {
  return { __class__: 'Decimal', decimal: text }
}

export function today() {
  const now = new Date()
  return {
    __class__: 'date',
    year: now.getUTCFullYear(),
    month: now.getUTCMonth() + 1,
    day: now.getUTCDate(),
  }
}

export const longAgo = {
  __class__: 'datetime',
  year: 2020,
  month: 1,
  day: 1,
  hour: 0,
  minute: 0,
  second: 0,
  microsecond: 0,
}

/** A line for three small widgets, as the system API sends it. */
export function widgetLine({ products }: Goods, changes: Record<string, unknown> = {}) {
  return {
    type: 'line',
    product: products['WID-001'],
    quantity: 3,
    unit: 1,
    unit_price: decimal('9.9000'),
    taxes: [['add', [1]]],
    ...changes,
  }
}

/** The parameters that create one sale. */
export function saleOf(
  { party, address }: Customer,
  reference: string,
  lines: readonly unknown[],
  changes: Record<string, unknown> = { invoice_address: address, shipment_address: address },
) {
  return [[{ party, reference, ...changes, lines: [['create', lines]] }]]
}
