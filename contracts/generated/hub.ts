// Generated from contracts/hub.yaml by `npm run generate`. Do not edit.
import type { Handlers } from '../contract.ts'
import { loadContract } from '../runtime/load.ts'
import { type Route, route } from '../runtime/route.ts'
import type { components, operations } from './hub.types.ts'

export { accepted } from '../reply.ts'

export type Event = components['schemas']['Event']
export type Taken = components['schemas']['Taken']
export type Problem = components['schemas']['Problem']

export type Operations = operations
export interface Uses {}
/** Query parameters that are always there for the handler, because the contract gives them a default. */
export interface Defaults {}
/** What answers may lack, with the clients each part comes by. */
export interface Parts {}
/** The steps of operations that take several. */
export interface Sagas {}
/** The data of events that operations publish. */
export interface Publishes {}

export const contract = loadContract('hub', import.meta.dirname)

/** For @hono/zod-openapi. */
export const routes = (): Record<keyof Operations, Route> => ({
  publishEvents: route(contract, 'publishEvents'),
})

/** The API owner's side of the contract: `export default implement({ ... })`. */
export const implement = (handlers: Handlers<Operations, Uses, Defaults, Parts, Sagas, Publishes>) => ({ contract, routes, handlers })
