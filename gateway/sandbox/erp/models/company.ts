/** The company itself and the lists it works with: currencies, countries, taxes, terms and ways of payment. */
import type { DecimalValue } from '../values.ts'
import { type Model, one, storedFields } from './model.ts'

export interface Company {
  party: number
  currency: number
}

export interface Currency {
  code: string
  name: string
  symbol: string
  digits: number
}

export interface Country {
  code: string
  name: string
}

export interface Tax {
  name: string
  rate: DecimalValue
}

export interface PaymentTerm {
  name: string
}

export interface PaymentMethod {
  name: string
}

export const company: Model<'company.company'> = {
  label: 'Company',
  fields: { party: one('party.party'), currency: one('currency.currency') },
  recordName: ({ party }, store) => store.must('party.party', party).name ?? '',
}

export const currency: Model<'currency.currency'> = {
  label: 'Currency',
  fields: storedFields('code', 'name', 'symbol', 'digits'),
}

export const country: Model<'country.country'> = {
  label: 'Country',
  fields: storedFields('code', 'name'),
  indexed: ['code'],
}

export const tax: Model<'account.tax'> = { label: 'Tax', fields: storedFields('name', 'rate') }

export const paymentTerm: Model<'account.invoice.payment_term'> = {
  label: 'Payment Term',
  fields: storedFields('name'),
}

export const paymentMethod: Model<'account.invoice.payment.method'> = {
  label: 'Payment Method',
  fields: storedFields('name'),
}
