/** A lead becomes one customer, once. */
import type { Uses } from '#contracts/process/customer-onboarding/v1'

/** Why a lead cannot become this customer, if it cannot. */
export async function whyNotOpen(
  crm: Uses['crm'],
  leadId: string,
  customerId: string,
): Promise<string | undefined> {
  const found = await crm.getLead({ params: { leadId } })
  if (found.status === 404) return `There is no lead ${leadId}.`
  const lead = found.body
  if (lead.customerId === customerId) return undefined
  if (lead.customerId !== undefined) return `The lead ${leadId} became another customer.`
  return lead.stage === 'new' || lead.stage === 'working' ? undefined : `The lead ${leadId} is ${lead.stage}.`
}
