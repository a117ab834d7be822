/** What the ERP refuses to store in a sale: less than one would think, hence the checks of the system API. */
import { decimalText, fractionDigits } from '../decimals.ts'
import { UserError } from '../errors.ts'
import type { Tables } from '../records.ts'
import type { Store } from '../store.ts'

export function validateAddresses(sale: Partial<Tables['sale.sale']>, store: Store): void {
  required(sale.party, 'Party', 'Sale')
  const addresses = [
    ['Invoice Address', sale.invoice_address],
    ['Shipment Address', sale.shipment_address],
  ] as const
  for (const [label, id] of addresses) {
    if (id != null && store.get('party.address', id)?.party !== sale.party) outsideDomain(label, 'Sale')
  }
}

export function validateLine(line: Partial<Tables['sale.line']>, store: Store): void {
  const { product, quantity, unit, unit_price: price } = line
  const quantityGiven = required(quantity, 'Quantity', 'Sale Line')
  const unitGiven = store.get('product.uom', required(unit, 'Unit', 'Sale Line'))
  if (!unitGiven) outsideDomain('Unit', 'Sale Line')
  if (product != null && !store.get('product.product', product)) outsideDomain('Product', 'Sale Line')
  const priceGiven = required(price, 'Unit Price', 'Sale Line')
  if (fractionDigits(String(quantityGiven)) > unitGiven.digits) {
    tooManyDigits(String(quantityGiven), 'Quantity', unitGiven.digits)
  }
  if (fractionDigits(priceGiven) > 4) tooManyDigits(`Decimal('${decimalText(priceGiven)}')`, 'Unit Price', 4)
}

function required<Value>(value: Value | null | undefined, label: string, owner: string): Value {
  if (value == null) throw new UserError(`A value is required for field "${label}" in "${owner}".`)
  return value
}

function outsideDomain(label: string, owner: string): never {
  throw new UserError(`The value for field "${label}" in "${owner}" is not valid according to its domain.`)
}

function tooManyDigits(shown: string, label: string, limit: number): never {
  throw new UserError(
    `The number of digits in the value "${shown}" for field "${label}" in "Sale Line" exceeds the limit of "${limit}".`,
  )
}
