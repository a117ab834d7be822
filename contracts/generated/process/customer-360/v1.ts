// Generated from contracts/process/customer-360/v1.yaml by `npm run generate`. Do not edit.
import type { Client, Handlers } from '../../../contract.ts'
import { loadContract } from '../../../runtime/load.ts'
import { type Route, route } from '../../../runtime/route.ts'
import type { components, operations } from './v1.types.ts'
import type { Operations as crmOperations } from '../../system/crm/v1.ts'
import type { Operations as erpOperations } from '../../system/erp/v1.ts'

export { notFound, ok, refuse } from '../../../reply.ts'

export type Overview = components['schemas']['Overview']
export type Profile = components['schemas']['Profile']
export type Billing = components['schemas']['Billing']
export type OrderSummary = components['schemas']['OrderSummary']
export type CustomerId = components['schemas']['CustomerId']
export type Problem = components['schemas']['Problem']
export type Address = components['schemas']['Address']
export type OrderId = components['schemas']['OrderId']
export type Money = components['schemas']['Money']
export type Source = components['schemas']['Source']
export type NotFoundProblem = components['schemas']['NotFoundProblem']

export type Operations = operations
export interface Uses {
  readonly crm: Client<crmOperations>
  readonly erp: Client<erpOperations>
}
/** Query parameters that are always there for the handler, because the contract gives them a default. */
export interface Defaults {
  getOverview: 'include' | 'orderLimit'
}
/** What answers may lack, with the clients each part comes by. */
export interface Parts {
  getOverview: { crm: { crm: Pick<Uses['crm'], 'getAccount'> }; erp: { erp: Pick<Uses['erp'], 'getParty' | 'listOrders'> } }
}
/** The steps of operations that take several. */
export interface Sagas {}
/** The data of events that operations publish. */
export interface Publishes {}

export const contract = loadContract('process/customer-360/v1', import.meta.dirname)

/** For @hono/zod-openapi. */
export const routes = (): Record<keyof Operations, Route> => ({
  getOverview: route(contract, 'getOverview'),
})

/** The API owner's side of the contract: `export default implement({ ... })`. */
export const implement = (handlers: Handlers<Operations, Uses, Defaults, Parts, Sagas, Publishes>) => ({ contract, routes, handlers })
