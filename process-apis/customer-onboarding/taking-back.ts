/** What becomes of the steps of an onboarding that was refused or given up. */
import { refuse, type Uses } from '#contracts/process/customer-onboarding/v1'

/** Finance never forgets a party: it can only be seen that there is none yet. */
export async function neverBilled(erp: Uses['erp'], customerId: string) {
  const party = await erp.getParty({ params: { customerId } })
  return party.status === 404 ? undefined : refuse('conflict', `Finance has ${customerId} already.`)
}

/** The contacts of a declined account are declined with it. */
export const staysWithAccount = async () => undefined
