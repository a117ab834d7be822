/** What every database of the ERP holds before there is any business: the company, its lists, its warehouse. */
import type { Store } from './store.ts'
import { decimal } from './values.ts'

const countries = [
  ['DE', 'Germany'],
  ['FR', 'France'],
  ['GB', 'United Kingdom'],
  ['US', 'United States'],
] as const

export const units = [
  { name: 'Unit', symbol: 'u', digits: 0 },
  { name: 'Kilogram', symbol: 'kg', digits: 2 },
  { name: 'Meter', symbol: 'm', digits: 2 },
] as const

export function addBaseData(store: Store): void {
  store.insert('currency.currency', { code: 'EUR', name: 'Euro', symbol: '€', digits: 2 })
  store.insert('account.tax', { name: 'VAT 20%', rate: decimal('0.20') })
  store.insert('account.invoice.payment_term', { name: '30 days' })
  store.insert('account.invoice.payment.method', { name: 'Bank transfer' })
  for (const [code, name] of countries) store.insert('country.country', { code, name })
  for (const unit of units) store.insert('product.uom', unit)
  addLocations(store)
  const party = store.insert('party.party', {
    name: 'Reference Trading Company',
    code: store.nextNumber('party'),
    active: true,
  })
  store.insert('party.address', {
    party,
    active: true,
    street: null,
    city: null,
    postal_code: null,
    country: null,
  })
  store.insert('company.company', { party, currency: 1 })
}

function addLocations(store: Store): void {
  const add = (name: string, code: string | null, type: string, zones = {}) =>
    store.insert('stock.location', {
      name,
      code,
      type,
      input_location: null,
      output_location: null,
      storage_location: null,
      ...zones,
    })
  const input = add('Input Zone', 'IN', 'storage')
  const output = add('Output Zone', 'OUT', 'storage')
  const storage = add('Storage Zone', 'STO', 'storage')
  add('Lost and Found', null, 'lost_found')
  add('Warehouse', 'WH', 'warehouse', {
    input_location: input,
    output_location: output,
    storage_location: storage,
  })
  add('Supplier', 'SUP', 'supplier')
  add('Customer', 'CUS', 'customer')
}
