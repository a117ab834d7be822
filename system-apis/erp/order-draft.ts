/**
 * What a sale is made of. The ERP stores whatever it is given: prices, taxes, addresses and terms are asked of it
 * beforehand, and what must not be sold is refused here, because it would not refuse it.
 */
import type { NewSale, NewSaleLine, Product, SaleLineHead } from '#contracts/backend/erp/v1'
import { type OrderFields, refuse } from '#contracts/system/erp/v2'
import { present } from '#wire/present'
import { toDateValue } from '#wire/tryton'
import type { Erp } from './client.ts'
import { findCompany } from './company.ts'
import { findParty } from './parties.ts'
import { findProducts } from './products.ts'

/** The draft of an order, or why it is not taken. */
export async function draftOrder(erp: Erp, orderId: string, { customerId, lines, note }: OrderFields) {
  const [party, products, company] = await Promise.all([
    findParty(erp, customerId),
    findProducts(erp, [
      ['code', 'in', lines.map(({ sku }) => sku)],
      ['salable', '=', true],
    ]),
    findCompany(erp),
  ])
  if (!party?.active) return refuse('customer-not-billable', `The ERP does not bill ${customerId}.`)
  const sellable = new Map(products.map((product) => [product.code, product]))
  const missing = lines.find(({ sku }) => !sellable.has(sku))
  if (missing) return refuse('product-not-sellable', `${missing.sku} is not for sale.`)

  const sale = { party: party.id, company: company.id, currency: company.currency.id }
  const terms = await termsOf(erp, sale)
  if (!terms.invoice_address) return refuse('customer-not-billable', `${customerId} has no address to bill.`)
  const priced = await Promise.all(
    lines.map(({ sku, quantity }) => priceLine(erp, sale, sellable.get(sku) as Product, quantity)),
  )
  const draft: NewSale = present({
    party: sale.party,
    reference: orderId,
    invoice_address: terms.invoice_address,
    shipment_address: terms.shipment_address ?? terms.invoice_address,
    payment_term: terms.payment_term,
    comment: note,
    lines: [['create', priced]] as const,
  })
  return { draft }
}

interface SaleHead {
  readonly party: number
  readonly company: number
  readonly currency: number
}

async function termsOf(erp: Erp, sale: SaleHead) {
  const answer = await erp.onChangeSale({ body: [{ ...sale, lines: [] }, ['party'], {}] })
  return answer.body[0]
}

async function priceLine(erp: Erp, sale: SaleHead, product: Product, quantity: number): Promise<NewSaleLine> {
  const line = { type: 'line', product: product.id, quantity, unit: product['default_uom.'].id } as const
  const head: SaleLineHead = {
    ...line,
    '_parent_sale.party': sale.party,
    '_parent_sale.currency': sale.currency,
    '_parent_sale.company': sale.company,
    '_parent_sale.sale_date': toDateValue(new Date()),
  }
  const answer = await erp.onChangeSaleLine({ body: [head, ['product', 'quantity'], {}] })
  const { unit_price, taxes } = answer.body[0]
  const taxIds = taxes?.add.map(([, { id }]) => id) ?? []
  return { ...line, unit_price, taxes: [['add', taxIds]] }
}
