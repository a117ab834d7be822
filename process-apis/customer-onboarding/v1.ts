/**
 * Makes a company known to sales, then to finance, under one id. Sent again with the same key it takes up where it
 * stopped: the id is the same again, and each step puts what is there already.
 */
import { created, implement, ok, refuse } from '#contracts/process/customer-onboarding/v1'
import { whyNotOpen } from './lead.ts'
import { stepsOf } from './steps.ts'

export default implement({
  async listCustomers({ query }, { crm }) {
    const accounts = await crm.listAccounts({ query })
    const items = accounts.body.items.map(({ email: _, phone: __, address: ___, ...summary }) => summary)
    return ok({ ...accounts.body, items })
  },

  async onboardCustomer({ body: { contact, leadId, ...company } }, context) {
    const { crm, erp } = context
    const customerId = context.mint('CUS')
    const params = { customerId }

    if (leadId !== undefined) {
      const reason = await whyNotOpen(crm, leadId, customerId)
      if (reason) return refuse('lead-not-open', reason)
    }
    await crm.putAccount({ params, body: { ...company, relationship: 'active' } })
    if (contact)
      await crm.putContact({ params: { customerId, contactId: context.mint('CON') }, body: contact })
    const { displayName: _, ...billed } = company
    const party = await erp.putParty({ params, body: billed })
    if (party.status === 409) return party
    if (leadId !== undefined)
      await crm.updateLead({ params: { leadId }, body: { stage: 'qualified', customerId } })

    const customer = { customerId, relationship: 'active', billing: party.body.billing } as const
    return created(customer, { location: `/customers/${customerId}` })
  },

  async getCustomer({ params }, { crm, erp }) {
    const [account, party] = await Promise.all([crm.getAccount({ params }), erp.getParty({ params })])
    if (account.status === 404) return account
    const billing = party.status === 404 ? ({ state: 'none' } as const) : party.body.billing
    return ok({ ...account.body, billing })
  },

  async getOnboarding({ params, params: { customerId } }, { crm, erp }) {
    const [account, party, leads] = await Promise.all([
      crm.getAccount({ params }),
      erp.getParty({ params }),
      crm.listLeads({ query: { customerId, limit: 1 } }),
    ])
    if (account.status === 404) return account
    return ok({ customerId, steps: stepsOf(party.status === 200, leads.body.items[0]) })
  },
})
