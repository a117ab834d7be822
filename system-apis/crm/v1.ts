/**
 * Customers, their contacts, and leads, as sales knows them. Here a customer is a *relationship* and may never have been
 * billed. Whom finance bills, the ERP knows.
 */
import { created, implement, noContent, notFound, ok, refuse } from '#contracts/system/crm/v1'
import { endOfList, pagesOf } from '#wire/page'
import { present } from '#wire/present'
import { allOf, fragment, soql, startsWith } from '#wire/soql'
import { accountFields, toAccount, toAccountWords, wordOf } from './accounts.ts'
import { contactFields, toContact, toContactWords } from './contacts.ts'
import { findLead, makeLead } from './lead-write.ts'
import { leadFields, wordOf as leadWordOf, toLead } from './leads.ts'
import { ofType } from './records.ts'

const accountPages = pagesOf('accounts', /^CUS-[0-9A-Z]{26}$/)
const leadPages = pagesOf('leads', /^[0-9A-Za-z]{18}$/)

export default implement({
  async listAccounts({ query: { relationship, cursor, limit } }, { crm }) {
    const after = accountPages.after(cursor)
    if (after === undefined) return ok(endOfList)
    const conditions = [
      fragment`External_Id__c LIKE ${startsWith('CUS-')}`,
      ...(relationship === undefined ? [] : [fragment`Relationship__c = ${wordOf[relationship]}`]),
      ...(after ? [fragment`External_Id__c > ${after}`] : []),
    ]
    const q = soql`SELECT ${accountFields} FROM Account WHERE ${allOf(conditions)}
      ORDER BY External_Id__c LIMIT ${limit + 1}`
    const found = await crm.query({ query: { q } })
    const accounts = ofType('Account', found.body).map(toAccount)
    return ok(accountPages.page(accounts, limit, ({ customerId }) => customerId))
  },

  async getAccount({ params }, { crm }) {
    const account = await crm.getAccount({ params })
    if (account.status === 404) return notFound(`The CRM has no account ${params.customerId}.`)
    return ok(toAccount(account.body))
  },

  async putAccount({ params, body }, { crm }) {
    const saved = await crm.upsertAccount({ params, body: toAccountWords(body) })
    if (saved.status === 400) return refuse('conflict', `The lead ${body.leadId} became another customer.`)
    const account = { ...params, ...body }
    return saved.status === 201 ? created(account) : ok(account)
  },

  async getContact({ params: { customerId, contactId } }, { crm }) {
    const q = soql`SELECT ${contactFields} FROM Contact WHERE External_Id__c = ${contactId} LIMIT 1`
    const found = await crm.query({ query: { q } })
    const [contact] = ofType('Contact', found.body)
    if (contact?.Account?.External_Id__c !== customerId)
      return notFound(`The account ${customerId} has no contact ${contactId}.`)
    return ok(toContact(contact, customerId))
  },

  async putContact({ params, params: { customerId, contactId }, body }, { crm }) {
    const saved = await crm.upsertContact({ params: { contactId }, body: toContactWords(body, customerId) })
    if (saved.status === 400) {
      const account = await crm.getAccount({ params: { customerId } })
      if (account.status === 404) return notFound(`The CRM has no account ${customerId}.`)
      throw new Error(`The CRM refuses a contact with ${saved.body[0]?.errorCode}`)
    }
    const contact = { ...params, ...body }
    return saved.status === 201 ? created(contact) : ok(contact)
  },

  async listLeads({ query: { stage, customerId, cursor, limit } }, { crm }) {
    const after = leadPages.after(cursor)
    if (after === undefined) return ok(endOfList)
    const conditions = [
      ...(stage === undefined ? [] : [fragment`Status = ${leadWordOf[stage]}`]),
      ...(customerId === undefined ? [] : [fragment`Customer_Id__c = ${customerId}`]),
      ...(after ? [fragment`Id > ${after}`] : []),
    ]
    const q = soql`SELECT ${leadFields} FROM Lead WHERE ${allOf(conditions)} ORDER BY Id LIMIT ${limit + 1}`
    const found = await crm.query({ query: { q } })
    const leads = ofType('Lead', found.body).map(toLead)
    return ok(leadPages.page(leads, limit, ({ leadId }) => leadId))
  },

  async createLead({ body }, context) {
    const { crm } = context
    const externalId = context.mint('LEA')
    const lead = (await findLead(crm, externalId)) ?? (await makeLead(crm, externalId, body))
    return created(lead, { location: `/leads/${lead.leadId}` })
  },

  async getLead({ params }, { crm }) {
    const lead = await crm.getLead({ params })
    if (lead.status === 404) return notFound(`The CRM has no lead ${params.leadId}.`)
    return ok(toLead(lead.body))
  },

  async updateLead({ params, body: { stage, customerId } }, { crm }) {
    const change = present({ Status: stage && leadWordOf[stage], Customer_Id__c: customerId })
    const saved = await crm.updateLead({ params, body: change })
    if (saved.status === 404) return notFound(`The CRM has no lead ${params.leadId}.`)
    return noContent()
  },
})
