// Generated from contracts/system/crm/v1.yaml by `npm run generate`. Do not edit.
import type { Client, Handlers } from '../../../contract.ts'
import { loadContract } from '../../../runtime/load.ts'
import { type Route, route } from '../../../runtime/route.ts'
import type { components, operations } from './v1.types.ts'
import type { Operations as crmOperations } from '../../backend/crm/v1.ts'

export { created, noContent, notFound, ok, refuse } from '../../../reply.ts'

export type Account = components['schemas']['Account']
export type AccountFields = components['schemas']['AccountFields']
export type AccountPage = components['schemas']['AccountPage']
export type Relationship = components['schemas']['Relationship']
export type Contact = components['schemas']['Contact']
export type ContactFields = components['schemas']['ContactFields']
export type Lead = components['schemas']['Lead']
export type NewLead = components['schemas']['NewLead']
export type LeadChange = components['schemas']['LeadChange']
export type LeadPage = components['schemas']['LeadPage']
export type LeadStage = components['schemas']['LeadStage']
export type Cursor = components['schemas']['Cursor']
export type Problem = components['schemas']['Problem']
export type CustomerId = components['schemas']['CustomerId']
export type LeadId = components['schemas']['LeadId']
export type Address = components['schemas']['Address']
export type NotFoundProblem = components['schemas']['NotFoundProblem']
export type ContactId = components['schemas']['ContactId']

export type Operations = operations
export interface Uses {
  readonly crm: Client<crmOperations>
}
/** Query parameters that are always there for the handler, because the contract gives them a default. */
export interface Defaults {
  listAccounts: 'limit'
  listLeads: 'limit'
}
/** What answers may lack, with the clients each part comes by. */
export interface Parts {}
/** The steps of operations that take several. */
export interface Sagas {}
/** The data of events that operations publish. */
export interface Publishes {}

export const contract = loadContract('system/crm/v1', import.meta.dirname)

/** For @hono/zod-openapi. */
export const routes = (): Record<keyof Operations, Route> => ({
  listAccounts: route(contract, 'listAccounts'),
  getAccount: route(contract, 'getAccount'),
  putAccount: route(contract, 'putAccount'),
  getContact: route(contract, 'getContact'),
  putContact: route(contract, 'putContact'),
  listLeads: route(contract, 'listLeads'),
  createLead: route(contract, 'createLead'),
  getLead: route(contract, 'getLead'),
  updateLead: route(contract, 'updateLead'),
})

/** The API owner's side of the contract: `export default implement({ ... })`. */
export const implement = (handlers: Handlers<Operations, Uses, Defaults, Parts, Sagas, Publishes>) => ({ contract, routes, handlers })
