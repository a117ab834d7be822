/** What the ERP fills into a form while a user types: `on_change` of a sale and of its lines. */
import { fixed, times, toMoney, toPrice } from './decimals.ts'
import { addressName, mainAddress } from './models/party.ts'
import { existing } from './reader.ts'
import type { Store } from './store.ts'

const PAYMENT_TERM = 1
const TAX = 1

/** Choosing the party of a sale chooses its addresses and its payment term. */
export function saleOnChange(store: Store, { party }: { party?: number | null }) {
  const address = party == null ? undefined : mainAddress(store, party)
  const name = address && { rec_name: addressName(address, store) }
  return [
    {
      invoice_party: null,
      invoice_address: address?.id ?? null,
      ...(name && { 'invoice_address.': name }),
      shipment_party: null,
      shipment_address: address?.id ?? null,
      ...(name && { 'shipment_address.': name }),
      payment_term: PAYMENT_TERM,
      'payment_term.': { rec_name: store.must('account.invoice.payment_term', PAYMENT_TERM).name },
    },
  ]
}

/** Choosing product and quantity of a line gives its price, its amount and its taxes; without a unit also that. */
export function saleLineOnChange(
  store: Store,
  line: { product: number; quantity?: number | null; unit?: number | null },
) {
  const product = existing(store, 'product.product', line.product, 'read')
  const price = fixed(product.list_price)
  return [
    {
      unit_price: toPrice(price),
      amount: toMoney(times(fixed(line.quantity ?? 0), price)),
      taxes: { add: [[0, { id: TAX }]] },
      ...(line.unit == null && unitOf(store, product.default_uom)),
    },
  ]
}

function unitOf(store: Store, id: number) {
  const { name, digits } = store.must('product.uom', id)
  return { unit: id, 'unit.': { rec_name: name }, unit_digits: digits }
}
