// Generated from contracts/experience/partner-portal/v1.yaml by `npm run generate`. Do not edit.
import type { Client, Handlers } from '../../../contract.ts'
import { loadContract } from '../../../runtime/load.ts'
import { type Route, route } from '../../../runtime/route.ts'
import type { components, operations } from './v1.types.ts'
import type { Operations as onboardingOperations } from '../../process/customer-onboarding/v1.ts'
import type { Operations as ordersOperations } from '../../process/order-to-cash/v1.ts'

export { accepted, created, notFound, ok, refuse } from '../../../reply.ts'

export type NewCustomer = components['schemas']['NewCustomer']
export type ContactDetails = components['schemas']['ContactDetails']
export type OnboardedCustomer = components['schemas']['OnboardedCustomer']
export type Customer = components['schemas']['Customer']
export type CustomerSummary = components['schemas']['CustomerSummary']
export type CustomerPage = components['schemas']['CustomerPage']
export type Relationship = components['schemas']['Relationship']
export type Order = components['schemas']['Order']
export type OrderPage = components['schemas']['OrderPage']
export type Invoice = components['schemas']['Invoice']
export type InvoicePage = components['schemas']['InvoicePage']
export type Cursor = components['schemas']['Cursor']
export type Problem = components['schemas']['Problem']
export type CustomerId = components['schemas']['CustomerId']
export type Address = components['schemas']['Address']
export type LeadId = components['schemas']['LeadId']
export type OperationId = components['schemas']['OperationId']
export type Operation = components['schemas']['Operation']
export type NotFoundProblem = components['schemas']['NotFoundProblem']
export type OrderId = components['schemas']['OrderId']
export type Money = components['schemas']['Money']
export type InvoiceId = components['schemas']['InvoiceId']

export type Operations = operations
export interface Uses {
  readonly onboarding: Client<onboardingOperations>
  readonly orders: Client<ordersOperations>
}
/** Query parameters that are always there for the handler, because the contract gives them a default. */
export interface Defaults {
  listCustomers: 'limit'
  listOrders: 'limit'
  listInvoices: 'limit'
}
/** What answers may lack, with the clients each part comes by. */
export interface Parts {}
/** The steps of operations that take several. */
export interface Sagas {}
/** The data of events that operations publish. */
export interface Publishes {}

export const contract = loadContract('experience/partner-portal/v1', import.meta.dirname)

/** For @hono/zod-openapi. */
export const routes = (): Record<keyof Operations, Route> => ({
  listCustomers: route(contract, 'listCustomers'),
  onboardCustomer: route(contract, 'onboardCustomer'),
  getCustomer: route(contract, 'getCustomer'),
  listOrders: route(contract, 'listOrders'),
  listInvoices: route(contract, 'listInvoices'),
  getOperation: route(contract, 'getOperation'),
})

/** The API owner's side of the contract: `export default implement({ ... })`. */
export const implement = (handlers: Handlers<Operations, Uses, Defaults, Parts, Sagas, Publishes>) => ({ contract, routes, handlers })
