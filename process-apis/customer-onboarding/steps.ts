/** How far an onboarding got, as the systems themselves show it. */
import type { OnboardingStep } from '#contracts/process/customer-onboarding/v1'

interface Lead {
  readonly stage: string
}

/** Of a customer sales knows. Without a lead there is nothing to mark. */
export const stepsOf = (isBilled: boolean, lead: Lead | undefined): OnboardingStep[] => [
  { step: 'crm-account', state: 'done' },
  { step: 'erp-party', state: isBilled ? 'done' : 'pending' },
  { step: 'lead-marked', state: !lead ? 'not-needed' : lead.stage === 'qualified' ? 'done' : 'pending' },
]
