// Generated from contracts/process/customer-onboarding/v1.yaml by `npm run generate`. Do not edit.
import type { Client, Handlers } from '../../../contract.ts'
import { loadContract } from '../../../runtime/load.ts'
import { type Route, route } from '../../../runtime/route.ts'
import type { components, operations } from './v1.types.ts'
import type { Operations as crmOperations } from '../../system/crm/v1.ts'
import type { Operations as erpOperations } from '../../system/erp/v1.ts'

export { accepted, created, notFound, ok, refuse } from '../../../reply.ts'

export type NewCustomer = components['schemas']['NewCustomer']
export type ContactDetails = components['schemas']['ContactDetails']
export type OnboardedCustomer = components['schemas']['OnboardedCustomer']
export type Customer = components['schemas']['Customer']
export type CustomerSummary = components['schemas']['CustomerSummary']
export type CustomerPage = components['schemas']['CustomerPage']
export type Relationship = components['schemas']['Relationship']
export type Billing = components['schemas']['Billing']
export type Onboarding = components['schemas']['Onboarding']
export type OnboardingStep = components['schemas']['OnboardingStep']
export type Cursor = components['schemas']['Cursor']
export type Problem = components['schemas']['Problem']
export type CustomerId = components['schemas']['CustomerId']
export type Address = components['schemas']['Address']
export type LeadId = components['schemas']['LeadId']
export type OperationId = components['schemas']['OperationId']
export type Operation = components['schemas']['Operation']
export type NotFoundProblem = components['schemas']['NotFoundProblem']

export type Operations = operations
export interface Uses {
  readonly crm: Client<crmOperations>
  readonly erp: Client<erpOperations>
}
/** Query parameters that are always there for the handler, because the contract gives them a default. */
export interface Defaults {
  listCustomers: 'limit'
}
/** What answers may lack, with the clients each part comes by. */
export interface Parts {}
/** The steps of operations that take several. */
export interface Sagas {
  onboardCustomer: 'lead-checked' | 'crm-account' | 'crm-contact' | 'erp-party' | 'crm-active' | 'lead-marked'
}
/** The data of events that operations publish. */
export interface Publishes {
  onboardCustomer: { 'events/customer-created/v1': import('../../events/customer-created/v1.ts').Data }
}

export const contract = loadContract('process/customer-onboarding/v1', import.meta.dirname)

/** For @hono/zod-openapi. */
export const routes = (): Record<keyof Operations, Route> => ({
  listCustomers: route(contract, 'listCustomers'),
  onboardCustomer: route(contract, 'onboardCustomer'),
  getCustomer: route(contract, 'getCustomer'),
  getOnboarding: route(contract, 'getOnboarding'),
  getOperation: route(contract, 'getOperation'),
})

/** The API owner's side of the contract: `export default implement({ ... })`. */
export const implement = (handlers: Handlers<Operations, Uses, Defaults, Parts, Sagas, Publishes>) => ({ contract, routes, handlers })
