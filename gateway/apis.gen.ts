// Generated from contracts/ by `npm run generate`. Do not edit.
import type { Api } from '#contract'
import type { EventContract } from '../contracts/runtime/event.ts'
import type { ContractData } from '../contracts/runtime/load.ts'
import { contract as backendCrmV1 } from '#contracts/backend/crm/v1'
import { contract as backendErpV1 } from '#contracts/backend/erp/v1'
import { event as eventsCustomerCreatedV1 } from '#contracts/events/customer-created/v1'
import { event as eventsOrderPlacedV1 } from '#contracts/events/order-placed/v1'
import { event as eventsOrderStatusChangedV1 } from '#contracts/events/order-status-changed/v1'
import experienceMobileV1 from '../experience-apis/mobile/v1.ts'
import experiencePartnerPortalV1 from '../experience-apis/partner-portal/v1.ts'
import experienceStorefrontV1 from '../experience-apis/storefront/v1.ts'
import experienceStorefrontV2 from '../experience-apis/storefront/v2.ts'
import processCustomer360V1 from '../process-apis/customer-360/v1.ts'
import processCustomerCareV1 from '../process-apis/customer-care/v1.ts'
import processCustomerOnboardingV1 from '../process-apis/customer-onboarding/v1.ts'
import processOrderToCashV1 from '../process-apis/order-to-cash/v1.ts'
import processOrderToCashV2 from '../process-apis/order-to-cash/v2.ts'
import systemCrmV1 from '../system-apis/crm/v1.ts'
import systemErpV1 from '../system-apis/erp/v1.ts'
import systemErpV2 from '../system-apis/erp/v2.ts'

export const backends: readonly ContractData[] = [
  backendCrmV1,
  backendErpV1,
]

export const events: readonly EventContract[] = [
  eventsCustomerCreatedV1,
  eventsOrderPlacedV1,
  eventsOrderStatusChangedV1,
]

export const apis: readonly Api[] = [
  experienceMobileV1,
  experiencePartnerPortalV1,
  experienceStorefrontV1,
  experienceStorefrontV2,
  processCustomer360V1,
  processCustomerCareV1,
  processCustomerOnboardingV1,
  processOrderToCashV1,
  processOrderToCashV2,
  systemCrmV1,
  systemErpV1,
  systemErpV2,
]
