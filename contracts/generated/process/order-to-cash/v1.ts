// Generated from contracts/process/order-to-cash/v1.yaml by `npm run generate`. Do not edit.
import type { Client, Handlers } from '../../../contract.ts'
import { loadContract } from '../../../runtime/load.ts'
import { type Route, route } from '../../../runtime/route.ts'
import type { components, operations } from './v1.types.ts'
import type { Operations as erpOperations } from '../../system/erp/v2.ts'

export { accepted, created, notFound, ok, refuse } from '../../../reply.ts'

export type Product = components['schemas']['Product']
export type Availability = components['schemas']['Availability']
export type ProductPage = components['schemas']['ProductPage']
export type NewOrder = components['schemas']['NewOrder']
export type OrderedLine = components['schemas']['OrderedLine']
export type Order = components['schemas']['Order']
export type OrderLine = components['schemas']['OrderLine']
export type OrderSummary = components['schemas']['OrderSummary']
export type OrderPage = components['schemas']['OrderPage']
export type OrderStatus = components['schemas']['OrderStatus']
export type Totals = components['schemas']['Totals']
export type Timeline = components['schemas']['Timeline']
export type Milestone = components['schemas']['Milestone']
export type Invoice = components['schemas']['Invoice']
export type InvoicePage = components['schemas']['InvoicePage']
export type InvoiceStatus = components['schemas']['InvoiceStatus']
export type Cursor = components['schemas']['Cursor']
export type Problem = components['schemas']['Problem']
export type Sku = components['schemas']['Sku']
export type Money = components['schemas']['Money']
export type NotFoundProblem = components['schemas']['NotFoundProblem']
export type CustomerId = components['schemas']['CustomerId']
export type OrderId = components['schemas']['OrderId']
export type OperationId = components['schemas']['OperationId']
export type Operation = components['schemas']['Operation']
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
export interface Sagas {
  placeOrder: 'customer-checked' | 'erp-order'
}
/** The data of events that operations publish. */
export interface Publishes {
  placeOrder: { 'events/order-placed/v1': import('../../events/order-placed/v1.ts').Data }
}

export const contract = loadContract('process/order-to-cash/v1', import.meta.dirname)

/** For @hono/zod-openapi. */
export const routes = (): Record<keyof Operations, Route> => ({
  listProducts: route(contract, 'listProducts'),
  getProduct: route(contract, 'getProduct'),
  listOrders: route(contract, 'listOrders'),
  placeOrder: route(contract, 'placeOrder'),
  getOrder: route(contract, 'getOrder'),
  cancelOrder: route(contract, 'cancelOrder'),
  getTimeline: route(contract, 'getTimeline'),
  listInvoices: route(contract, 'listInvoices'),
  getOperation: route(contract, 'getOperation'),
})

/** The API owner's side of the contract: `export default implement({ ... })`. */
export const implement = (handlers: Handlers<Operations, Uses, Defaults, Parts, Sagas, Publishes>) => ({ contract, routes, handlers })
