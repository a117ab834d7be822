// Generated from contracts/process/customer-care/v1.yaml by `npm run generate`. Do not edit.
import type { Client, Handlers } from '../../../contract.ts'
import { loadContract } from '../../../runtime/load.ts'
import { type Route, route } from '../../../runtime/route.ts'
import type { components, operations } from './v1.types.ts'
import type { Operations as crmOperations } from '../../system/crm/v1.ts'

export { noContent } from '../../../reply.ts'

export type CustomerId = components['schemas']['CustomerId']
export type Problem = components['schemas']['Problem']

export type Operations = operations
export interface Uses {
  readonly crm: Client<crmOperations>
}
/** Query parameters that are always there for the handler, because the contract gives them a default. */
export interface Defaults {}
/** What answers may lack, with the clients each part comes by. */
export interface Parts {}
/** The steps of operations that take several. */
export interface Sagas {}
/** The data of events that operations publish. */
export interface Publishes {}

export const contract = loadContract('process/customer-care/v1', import.meta.dirname)

/** For @hono/zod-openapi. */
export const routes = (): Record<keyof Operations, Route> => ({
  welcomeBack: route(contract, 'welcomeBack'),
})

/** The API owner's side of the contract: `export default implement({ ... })`. */
export const implement = (handlers: Handlers<Operations, Uses, Defaults, Parts, Sagas, Publishes>) => ({ contract, routes, handlers })
