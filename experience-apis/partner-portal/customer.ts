/** A customer as partners see it: they care whether it can order, not in which role it is what. */
import type { Customer, CustomerSummary } from '#contracts/experience/partner-portal/v1'
import type {
  Customer as ProcessCustomer,
  CustomerSummary as ProcessSummary,
} from '#contracts/process/customer-onboarding/v1'

export const toCustomer = ({ billing, ...customer }: ProcessCustomer): Customer => ({
  ...customer,
  canOrder: billing.state === 'active',
})

export const toCustomerSummary = ({
  customerId,
  legalName,
  displayName,
  relationship,
}: ProcessSummary): CustomerSummary => ({ customerId, name: displayName ?? legalName, relationship })
