// Generated from contracts/system/erp/v1.yaml by `npm run generate`. Do not edit.
import type { Client, Handlers } from '../../../contract.ts'
import { loadContract } from '../../../runtime/load.ts'
import { type Route, route } from '../../../runtime/route.ts'
import type { components, operations } from './v1.types.ts'
import type { Operations as erpOperations } from '../../backend/erp/v1.ts'

export { created, notFound, ok, refuse } from '../../../reply.ts'

export type Party = components['schemas']['Party']
export type PartyFields = components['schemas']['PartyFields']
export type BillingState = components['schemas']['BillingState']
export type Product = components['schemas']['Product']
export type ProductPage = components['schemas']['ProductPage']
export type Availability = components['schemas']['Availability']
export type AvailabilityList = components['schemas']['AvailabilityList']
export type Order = components['schemas']['Order']
export type OrderFields = components['schemas']['OrderFields']
export type OrderedLine = components['schemas']['OrderedLine']
export type OrderLine = components['schemas']['OrderLine']
export type OrderSummary = components['schemas']['OrderSummary']
export type OrderPage = components['schemas']['OrderPage']
export type OrderStatus = components['schemas']['OrderStatus']
export type Totals = components['schemas']['Totals']
export type Invoice = components['schemas']['Invoice']
export type InvoiceList = components['schemas']['InvoiceList']
export type InvoicePage = components['schemas']['InvoicePage']
export type InvoiceStatus = components['schemas']['InvoiceStatus']
export type CustomerId = components['schemas']['CustomerId']
export type Problem = components['schemas']['Problem']
export type Address = components['schemas']['Address']
export type NotFoundProblem = components['schemas']['NotFoundProblem']
export type Cursor = components['schemas']['Cursor']
export type Sku = components['schemas']['Sku']
export type Money = components['schemas']['Money']
export type OrderId = components['schemas']['OrderId']
export type InvoiceId = components['schemas']['InvoiceId']

export type Operations = operations
export interface Uses {
  readonly erp: Client<erpOperations>
}
/** Query parameters that are always there for the handler, because the contract gives them a default. */
export interface Defaults {
  listProducts: 'limit'
  listOrders: 'limit'
  listInvoices: 'limit'
}
/** What answers may lack, with the clients each part comes by. */
export interface Parts {}
/** The steps of operations that take several. */
export interface Sagas {}
/** The data of events that operations publish. */
export interface Publishes {}

export const contract = loadContract('system/erp/v1', import.meta.dirname)

/** For @hono/zod-openapi. */
export const routes = (): Record<keyof Operations, Route> => ({
  getParty: route(contract, 'getParty'),
  putParty: route(contract, 'putParty'),
  listProducts: route(contract, 'listProducts'),
  getProduct: route(contract, 'getProduct'),
  getAvailability: route(contract, 'getAvailability'),
  listOrders: route(contract, 'listOrders'),
  getOrder: route(contract, 'getOrder'),
  putOrder: route(contract, 'putOrder'),
  cancelOrder: route(contract, 'cancelOrder'),
  listOrderInvoices: route(contract, 'listOrderInvoices'),
  listInvoices: route(contract, 'listInvoices'),
  getInvoice: route(contract, 'getInvoice'),
})

/** The API owner's side of the contract: `export default implement({ ... })`. */
export const implement = (handlers: Handlers<Operations, Uses, Defaults, Parts, Sagas, Publishes>) => ({ contract, routes, handlers })
