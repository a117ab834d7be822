/** Every model of the ERP the sandbox knows, by its name on the wire. */
import { ProgrammingError } from '../errors.ts'
import type { ModelName } from '../records.ts'
import { company, country, currency, paymentMethod, paymentTerm, tax } from './company.ts'
import { invoice, invoiceLine, moveLine } from './invoice.ts'
import { type Field, type Model, stored } from './model.ts'
import { address, contactMechanism, identifier, party } from './party.ts'
import { location, product, unitOfMeasure } from './product.ts'
import { sale, saleLine } from './sale.ts'
import { shipment, stockMove } from './shipment.ts'

export const models: { readonly [M in ModelName]: Model<M> } = {
  'account.invoice': invoice,
  'account.invoice.line': invoiceLine,
  'account.invoice.payment_term': paymentTerm,
  'account.invoice.payment.method': paymentMethod,
  'account.move.line': moveLine,
  'account.tax': tax,
  'company.company': company,
  'country.country': country,
  'currency.currency': currency,
  'party.address': address,
  'party.contact_mechanism': contactMechanism,
  'party.identifier': identifier,
  'party.party': party,
  'product.product': product,
  'product.uom': unitOfMeasure,
  'sale.line': saleLine,
  'sale.sale': sale,
  'stock.location': location,
  'stock.move': stockMove,
  'stock.shipment.out': shipment,
}

const systemFields = new Set(['id', 'create_date', 'write_date', '_timestamp', 'rec_name'])

export function isModelName(name: string): name is ModelName {
  return Object.hasOwn(models, name)
}

export function fieldOf(model: ModelName, name: string): Field {
  if (systemFields.has(name)) return stored
  const { fields } = models[model]
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (!field) throw new ProgrammingError(`'${name}'`)
  return field
}

/** The model a field leads to, or undefined for a plain value. */
export function targetOf(field: Field): ModelName | undefined {
  return field.kind === 'stored' ? undefined : field.model
}
