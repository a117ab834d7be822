/**
 * Makes a company known to sales, then to finance, under one id. Until finance has it, it is a prospect; when finance
 * refuses it, it is declined.
 */
import {
  created,
  implement,
  type LeadId,
  notFound,
  ok,
  type Relationship,
  refuse,
  type Uses,
} from '#contracts/process/customer-onboarding/v1'
import { present } from '#wire/present'
import { whyNotOpen } from './lead.ts'
import { stepsOf } from './steps.ts'
import { neverBilled, staysWithAccount } from './taking-back.ts'

type Clients = Pick<Uses, 'crm'>

export default implement({
  async listCustomers({ query }, { crm }) {
    const accounts = await crm.listAccounts({ query })
    const items = accounts.body.items.map(({ customerId, legalName, displayName, relationship }) =>
      present({ customerId, legalName, displayName, relationship }),
    )
    return ok({ ...accounts.body, items })
  },

  async onboardCustomer({ body: { contact, leadId, ...company } }, context) {
    const customerId = context.mint('CUS')
    const params = { customerId }

    const putAccount = (relationship: Relationship, claims?: LeadId) => (step: Clients) =>
      step.crm.putAccount({ params, body: present({ ...company, relationship, leadId: claims }) })

    if (leadId !== undefined) {
      const reason = await context.step('lead-checked', ({ crm }) => whyNotOpen(crm, leadId, customerId))
      if (reason) return refuse('lead-not-open', reason)
    }
    const account = await context.step('crm-account', putAccount('prospect', leadId), {
      compensate: putAccount('declined'),
    })
    if (account.status === 409) return refuse('lead-not-open', `The lead ${leadId} became another customer.`)
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
    const active = await context.step('crm-active', putAccount('active', leadId))
    if (active.status === 409) return active
    if (leadId !== undefined)
      await context.step('lead-marked', ({ crm }) =>
        crm.updateLead({ params: { leadId }, body: { stage: 'qualified', customerId } }),
      )

    const { phone: __, address, ...published } = company
    context.publish('events/customer-created/v1', { customerId, ...published, country: address.country })
    const customer = { customerId, relationship: 'active', billing: party.body.billing } as const
    return created(customer, { location: `/customers/${customerId}` })
  },

  async getCustomer({ params }, { crm, erp }) {
    const [account, party] = await Promise.all([crm.getAccount({ params }), erp.getParty({ params })])
    if (account.status === 404) return account
    const billing = party.status === 404 ? ({ state: 'none' } as const) : party.body.billing
    const { leadId: _, ...known } = account.body
    return ok({ ...known, billing })
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
    if (!operation) return notFound(`There is no operation ${operationId}.`)
    return ok(operation, operation.state === 'pending' ? { 'retry-after': '1' } : {})
  },
})
