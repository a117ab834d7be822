/**
 * Makes a company known to sales, then to finance, under one id. Until finance has it, it is a prospect; when finance
 * refuses it, it is declined.
 */
import {
  created,
  implement,
  notFound,
  ok,
  type Relationship,
  refuse,
  type Uses,
} from '#contracts/process/customer-onboarding/v1'
import { whyNotOpen } from './lead.ts'
import { stepsOf } from './steps.ts'
import { neverBilled, staysWithAccount } from './taking-back.ts'

type Clients = Pick<Uses, 'crm'>

export default implement({
  async listCustomers({ query }, { crm }) {
    const accounts = await crm.listAccounts({ query })
    const items = accounts.body.items.map(({ email: _, phone: __, address: ___, ...summary }) => summary)
    return ok({ ...accounts.body, items })
  },

  async onboardCustomer({ body: { contact, leadId, ...company } }, context) {
    const customerId = context.mint('CUS')
    const params = { customerId }

    const putAccount = (relationship: Relationship) => (step: Clients) =>
      step.crm.putAccount({ params, body: { ...company, relationship } })

    if (leadId !== undefined) {
      const reason = await context.step('lead-checked', ({ crm }) => whyNotOpen(crm, leadId, customerId))
      if (reason) return refuse('lead-not-open', reason)
    }
    await context.step('crm-account', putAccount('prospect'), { compensate: putAccount('declined') })
    if (contact) {
      const contactId = context.mint('CON')
      await context.step(
        'crm-contact',
        ({ crm }) => crm.putContact({ params: { customerId, contactId }, body: contact }),
        { compensate: staysWithAccount },
      )
    }
    const { displayName: _, ...billed } = company
    const party = await context.step('erp-party', ({ erp }) => erp.putParty({ params, body: billed }), {
      compensate: ({ erp }) => neverBilled(erp, customerId),
    })
    if (party.status === 409) return party
    await context.step('crm-active', putAccount('active'))
    if (leadId !== undefined)
      await context.step('lead-marked', ({ crm }) =>
        crm.updateLead({ params: { leadId }, body: { stage: 'qualified', customerId } }),
      )

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

  async getOperation({ params: { operationId } }, context) {
    const operation = await context.operation(operationId)
    return operation ? ok(operation) : notFound(`There is no operation ${operationId}.`)
  },
})
