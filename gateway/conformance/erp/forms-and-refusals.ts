/** What the ERP fills in for a sale, what it refuses to store, and what it accepts although it should not. */
import type { Transcript } from './transcript.ts'
import {
  type Customer,
  decimal,
  type Goods,
  PARTY,
  SALE,
  SALE_LINE,
  saleOf,
  today,
  widgetLine,
} from './wire.ts'

export async function formsAndRefusals(
  transcript: Transcript,
  customer: Customer,
  goods: Goods,
): Promise<void> {
  await saleForms(transcript, customer)
  await lineForms(transcript, customer, goods)
  await refusedLines(transcript, customer, goods)
  await refusedSales(transcript, customer, goods)
  await rounding(transcript, customer, goods)
}

async function saleForms(transcript: Transcript, { party }: Customer): Promise<void> {
  const change = (name: string, chosen: number | null) =>
    transcript.call(name, `${SALE}on_change`, [
      { party: chosen, company: 1, currency: 1, lines: [] },
      ['party'],
    ])
  await change('sale-on-change', party)
  await change('sale-on-change-nobody', null)
  const [homeless] = await transcript.quietly<[number]>(`${PARTY}create`, [[{ name: 'H', code: 'CUS-6' }]])
  await change('sale-on-change-no-address', homeless)
}

async function lineForms(transcript: Transcript, { party }: Customer, { products }: Goods): Promise<void> {
  const change = (name: string, values: Record<string, unknown>) =>
    transcript.call(name, `${SALE_LINE}on_change`, [
      {
        type: 'line',
        '_parent_sale.party': party,
        '_parent_sale.currency': 1,
        '_parent_sale.company': 1,
        '_parent_sale.sale_date': today(),
        ...values,
      },
      ['product', 'quantity'],
    ])
  await change('line-on-change', { product: products['WID-001'], quantity: 3, unit: 1 })
  await change('line-on-change-no-unit', { product: products['WID-002'], quantity: 2 })
  await change('line-on-change-unknown-product', { product: 9999, quantity: 2, unit: 1 })
}

async function refusedLines(transcript: Transcript, customer: Customer, goods: Goods): Promise<void> {
  const attempt = (name: string, changes: Record<string, unknown>) =>
    transcript.call(name, `${SALE}create`, saleOf(customer, 'BAD', [widgetLine(goods, changes)]))
  await attempt('quantity-digits', { quantity: 1.5 })
  await attempt('no-quantity', { quantity: null })
  await attempt('price-digits', { unit_price: decimal('9.99999') })
  await attempt('price-as-json-number', { unit_price: 9.9 })
  await attempt('no-price', { unit_price: null })
  await attempt('no-unit', { unit: null })
  await attempt('unknown-unit', { unit: 9999 })
  await attempt('unknown-product', { product: 9999 })
}

async function refusedSales(transcript: Transcript, customer: Customer, goods: Goods): Promise<void> {
  await transcript.call('no-party', `${SALE}create`, [[{ reference: 'BAD' }]])
  await transcript.call(
    'address-of-another',
    `${SALE}create`,
    saleOf(customer, 'BAD', [], { invoice_address: 1 }),
  )
  const negative = saleOf(customer, 'ODD', [widgetLine(goods, { quantity: -1 })])
  await transcript.ids('negative-quantity-accepted', `${SALE}create`, negative)
  const [sale] = await transcript.ids(
    'sale-no-address',
    `${SALE}create`,
    saleOf(customer, 'WEB-2', [widgetLine(goods)], {}),
  )
  await transcript.call('quote-no-address', `${SALE}quote`, [[sale]])
  await transcript.call('delete-draft', `${SALE}delete`, [[sale]])
  await transcript.call('delete-draft-again', `${SALE}delete`, [[sale]])
}

/** Amounts of lines are rounded one by one, the tax once for the document. */
async function rounding(transcript: Transcript, customer: Customer, goods: Goods): Promise<void> {
  const cheap = Array.from({ length: 10 }, () =>
    widgetLine(goods, { quantity: 1, unit_price: decimal('0.0249') }),
  )
  const half = widgetLine(goods, { quantity: 5, unit_price: decimal('0.0250') })
  const [sale] = await transcript.ids(
    'rounding',
    `${SALE}create`,
    saleOf(customer, 'ROUND', [...cheap, half]),
  )
  await transcript.call('rounded', `${SALE}read`, [
    [sale],
    ['untaxed_amount', 'tax_amount', 'total_amount', 'payment_term.name'],
  ])
}
