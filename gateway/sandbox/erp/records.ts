/** What the ERP keeps for each of its models, under the field names of its wire. */

import type { Company, Country, Currency, PaymentMethod, PaymentTerm, Tax } from './models/company.ts'
import type { Invoice, InvoiceLine, MoveLine } from './models/invoice.ts'
import type { Address, ContactMechanism, Identifier, Party } from './models/party.ts'
import type { Product, StockLocation, UnitOfMeasure } from './models/product.ts'
import type { Sale, SaleLine } from './models/sale.ts'
import type { Shipment, StockMove } from './models/shipment.ts'
import type { DateTimeValue } from './values.ts'

export interface Tables {
  'account.invoice': Invoice
  'account.invoice.line': InvoiceLine
  'account.invoice.payment_term': PaymentTerm
  'account.invoice.payment.method': PaymentMethod
  'account.move.line': MoveLine
  'account.tax': Tax
  'company.company': Company
  'country.country': Country
  'currency.currency': Currency
  'party.address': Address
  'party.contact_mechanism': ContactMechanism
  'party.identifier': Identifier
  'party.party': Party
  'product.product': Product
  'product.uom': UnitOfMeasure
  'sale.line': SaleLine
  'sale.sale': Sale
  'stock.location': StockLocation
  'stock.move': StockMove
  'stock.shipment.out': Shipment
}

export type ModelName = keyof Tables

/** What every record has besides the fields of its model. */
export interface SystemFields {
  readonly id: number
  readonly create_date: DateTimeValue
  /** Null until the first write. */
  readonly write_date: DateTimeValue | null
  /** The version of the record, for the optimistic lock. */
  readonly _timestamp: string
}

export type Stored<M extends ModelName> = Readonly<Tables[M]> & SystemFields
