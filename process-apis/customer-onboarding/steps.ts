/** How far an onboarding got, as the systems themselves show it. */
import type { OnboardingStep } from '#contracts/process/customer-onboarding/v1'
import type { Lead } from '#contracts/system/crm/v1'

type MarkedLead = Pick<Lead, 'stage'>

/**
 * Of a customer sales knows.
 *
 * @param lead the one that says it became this customer. It is marked with stage and customer at once, so before that
 * nothing tells whether there will be one; a marked lead that is not qualified was taken back by sales.
 */
export const stepsOf = (isBilled: boolean, lead: MarkedLead | undefined): OnboardingStep[] => [
  { step: 'crm-account', state: 'done' },
  { step: 'erp-party', state: isBilled ? 'done' : 'pending' },
  { step: 'lead-marked', state: !lead ? 'not-needed' : lead.stage === 'qualified' ? 'done' : 'pending' },
]
