// Generated from contracts/experience/storefront/v1.yaml by `npm run generate`. Do not edit.
import type { Client, Handlers } from '../../../contract.ts'
import { loadContract } from '../../../runtime/load.ts'
import { type Route, route } from '../../../runtime/route.ts'
import type { components, operations } from './v1.types.ts'
import type { Operations as ordersOperations } from '../../process/order-to-cash/v2.ts'

export { accepted, created, notFound, ok, refuse } from '../../../reply.ts'

export type CatalogItem = components['schemas']['CatalogItem']
export type CatalogPage = components['schemas']['CatalogPage']
export type Basket = components['schemas']['Basket']
export type BasketLine = components['schemas']['BasketLine']
export type Order = components['schemas']['Order']
export type OrderLine = components['schemas']['OrderLine']
export type OrderStatus = components['schemas']['OrderStatus']
export type Totals = components['schemas']['Totals']
export type Cursor = components['schemas']['Cursor']
export type Problem = components['schemas']['Problem']
export type Sku = components['schemas']['Sku']
export type Money = components['schemas']['Money']
export type NotFoundProblem = components['schemas']['NotFoundProblem']
export type OrderId = components['schemas']['OrderId']
export type OperationId = components['schemas']['OperationId']
export type Operation = components['schemas']['Operation']

export type Operations = operations
export interface Uses {
  readonly orders: Client<ordersOperations>
}
/** Query parameters that are always there for the handler, because the contract gives them a default. */
export interface Defaults {
  listCatalog: 'limit'
}
/** What answers may lack, with the clients each part comes by. */
export interface Parts {}
/** The steps of operations that take several. */
export interface Sagas {}
/** The data of events that operations publish. */
export interface Publishes {}

export const contract = loadContract('experience/storefront/v1', import.meta.dirname)

/** For @hono/zod-openapi. */
export const routes = (): Record<keyof Operations, Route> => ({
  listCatalog: route(contract, 'listCatalog'),
  getCatalogItem: route(contract, 'getCatalogItem'),
  checkout: route(contract, 'checkout'),
  getOrder: route(contract, 'getOrder'),
  getOperation: route(contract, 'getOperation'),
})

/** The API owner's side of the contract: `export default implement({ ... })`. */
export const implement = (handlers: Handlers<Operations, Uses, Defaults, Parts, Sagas, Publishes>) => ({ contract, routes, handlers })
