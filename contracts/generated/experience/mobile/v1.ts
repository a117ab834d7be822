// Generated from contracts/experience/mobile/v1.yaml by `npm run generate`. Do not edit.
import type { Client, Handlers } from '../../../contract.ts'
import { loadContract } from '../../../runtime/load.ts'
import { type Route, route } from '../../../runtime/route.ts'
import type { components, operations } from './v1.types.ts'
import type { Operations as customersOperations } from '../../process/customer-360/v1.ts'
import type { Operations as ordersOperations } from '../../process/order-to-cash/v1.ts'

export { notFound, ok, refuse } from '../../../reply.ts'

export type Home = components['schemas']['Home']
export type OrderCard = components['schemas']['OrderCard']
export type Order = components['schemas']['Order']
export type OrderLine = components['schemas']['OrderLine']
export type OrderStatus = components['schemas']['OrderStatus']
export type Problem = components['schemas']['Problem']
export type OrderId = components['schemas']['OrderId']
export type Money = components['schemas']['Money']
export type Source = components['schemas']['Source']
export type NotFoundProblem = components['schemas']['NotFoundProblem']

export type Operations = operations
export interface Uses {
  readonly customers: Client<customersOperations>
  readonly orders: Client<ordersOperations>
}
/** Query parameters that are always there for the handler, because the contract gives them a default. */
export interface Defaults {}
/** What answers may lack, with the clients each part comes by. */
export interface Parts {
  getHome: { crm: { customers: Pick<Uses['customers'], 'getOverview'> }; erp: { customers: Pick<Uses['customers'], 'getOverview'> } }
}
/** The steps of operations that take several. */
export interface Sagas {}
/** The data of events that operations publish. */
export interface Publishes {}

export const contract = loadContract('experience/mobile/v1', import.meta.dirname)

/** For @hono/zod-openapi. */
export const routes = (): Record<keyof Operations, Route> => ({
  getHome: route(contract, 'getHome'),
  getOrder: route(contract, 'getOrder'),
})

/** The API owner's side of the contract: `export default implement({ ... })`. */
export const implement = (handlers: Handlers<Operations, Uses, Defaults, Parts, Sagas, Publishes>) => ({ contract, routes, handlers })
