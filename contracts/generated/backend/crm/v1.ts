// Generated from contracts/backend/crm/v1.yaml by `npm run generate`. Do not edit.
import { loadContract } from '../../../runtime/load.ts'
import { type Route, route } from '../../../runtime/route.ts'
import type { components, operations } from './v1.types.ts'

export type Account = components['schemas']['Account']
export type AccountFields = components['schemas']['AccountFields']
export type Relationship = components['schemas']['Relationship']
export type Contact = components['schemas']['Contact']
export type ContactFields = components['schemas']['ContactFields']
export type Lead = components['schemas']['Lead']
export type LeadFields = components['schemas']['LeadFields']
export type LeadChange = components['schemas']['LeadChange']
export type LeadStatus = components['schemas']['LeadStatus']
export type QueryResult = components['schemas']['QueryResult']
export type SaveResult = components['schemas']['SaveResult']
export type Errors = components['schemas']['Errors']

export type Operations = operations

export const contract = loadContract('backend/crm/v1', import.meta.dirname)

/** For @hono/zod-openapi. */
export const routes = (): Record<keyof Operations, Route> => ({
  getAccount: route(contract, 'getAccount'),
  upsertAccount: route(contract, 'upsertAccount'),
  upsertContact: route(contract, 'upsertContact'),
  upsertLead: route(contract, 'upsertLead'),
  getLead: route(contract, 'getLead'),
  updateLead: route(contract, 'updateLead'),
  query: route(contract, 'query'),
})
