// Generated from contracts/backend/erp/v1.yaml by `npm run generate`. Do not edit.
import { loadContract } from '../../../runtime/load.ts'
import { type Route, route } from '../../../runtime/route.ts'
import type { components, operations } from './v1.types.ts'

export type Domain = components['schemas']['Domain']
export type Clause = components['schemas']['Clause']
export type Offset = components['schemas']['Offset']
export type Limit = components['schemas']['Limit']
export type Order = components['schemas']['Order']
export type Context = components['schemas']['Context']
export type Ids = components['schemas']['Ids']
export type DecimalValue = components['schemas']['DecimalValue']
export type DateValue = components['schemas']['DateValue']
export type DateTimeValue = components['schemas']['DateTimeValue']
export type BooleanValue = components['schemas']['BooleanValue']
export type CodeReference = components['schemas']['CodeReference']
export type Company = components['schemas']['Company']
export type Country = components['schemas']['Country']
export type Location = components['schemas']['Location']
export type Party = components['schemas']['Party']
export type PartyAddress = components['schemas']['PartyAddress']
export type ContactMechanism = components['schemas']['ContactMechanism']
export type NewParty = components['schemas']['NewParty']
export type PartyChange = components['schemas']['PartyChange']
export type PartyAddressFields = components['schemas']['PartyAddressFields']
export type ContactMechanismFields = components['schemas']['ContactMechanismFields']
export type Product = components['schemas']['Product']
export type SaleHeader = components['schemas']['SaleHeader']
export type Sale = components['schemas']['Sale']
export type SaleState = components['schemas']['SaleState']
export type SaleInvoiceState = components['schemas']['SaleInvoiceState']
export type SaleShipmentState = components['schemas']['SaleShipmentState']
export type SaleLine = components['schemas']['SaleLine']
export type SaleHead = components['schemas']['SaleHead']
export type SaleTerms = components['schemas']['SaleTerms']
export type SaleLineHead = components['schemas']['SaleLineHead']
export type SaleLinePrice = components['schemas']['SaleLinePrice']
export type NewSale = components['schemas']['NewSale']
export type NewSaleLine = components['schemas']['NewSaleLine']
export type Invoice = components['schemas']['Invoice']
export type InvoiceState = components['schemas']['InvoiceState']
export type Fault = components['schemas']['Fault']

export type Operations = operations

export const contract = loadContract('backend/erp/v1', import.meta.dirname)

/** For @hono/zod-openapi. */
export const routes = (): Record<keyof Operations, Route> => ({
  findCompanies: route(contract, 'findCompanies'),
  findCountries: route(contract, 'findCountries'),
  findParties: route(contract, 'findParties'),
  createParties: route(contract, 'createParties'),
  writeParties: route(contract, 'writeParties'),
  findProducts: route(contract, 'findProducts'),
  findLocations: route(contract, 'findLocations'),
  findSales: route(contract, 'findSales'),
  findSaleHeaders: route(contract, 'findSaleHeaders'),
  onChangeSale: route(contract, 'onChangeSale'),
  onChangeSaleLine: route(contract, 'onChangeSaleLine'),
  createSales: route(contract, 'createSales'),
  deleteSales: route(contract, 'deleteSales'),
  quoteSales: route(contract, 'quoteSales'),
  confirmSales: route(contract, 'confirmSales'),
  processSales: route(contract, 'processSales'),
  cancelSales: route(contract, 'cancelSales'),
  findInvoices: route(contract, 'findInvoices'),
})
