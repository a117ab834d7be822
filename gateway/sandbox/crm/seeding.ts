/** Puts the demonstration data into the CRM: customers as accounts with contacts, leads as leads. */
import type { Seed, SeedCustomer, SeedLead } from '../seed/main.ts'
import { objectTypes, type Values } from './schema.ts'
import type { Store } from './store.ts'

const hourMs = 3_600_000

/** Records are made an hour apart, the first one last, so that a list by age has an order. */
export function seedStore(store: Store, { customers, leads }: Seed): void {
  const now = Date.now()
  for (const [place, customer] of [...customers.entries()].toReversed()) {
    const at = new Date(now - (place + 1) * hourMs)
    const account = store.insert(objectTypes.Account, toAccount(customer), at)
    for (const contact of toContacts(customer)) {
      store.insert(objectTypes.Contact, { ...contact, AccountId: account.id }, at)
    }
  }
  for (const [place, lead] of leads.entries()) {
    store.insert(objectTypes.Lead, toLead(lead), new Date(now - (place + 1) * hourMs), lead.leadId)
  }
}

function toAccount({ address, ...customer }: SeedCustomer): Values {
  return {
    Name: customer.legalName,
    Display_Name__c: customer.displayName,
    External_Id__c: customer.customerId,
    Relationship__c: relationshipOf[customer.relationship],
    Type: customer.relationship === 'prospect' ? 'Prospect' : 'Customer - Direct',
    Email__c: customer.email,
    Phone: customer.phone,
    Website: `https://www.${customer.email.split('@')[1]}`,
    BillingStreet: address.street,
    BillingCity: address.city,
    BillingPostalCode: address.postalCode,
    BillingCountryCode: address.country,
  }
}

function toContacts({ contacts }: SeedCustomer): Values[] {
  return contacts.map(({ contactId, firstName, lastName, email, phone, role }) => ({
    External_Id__c: contactId,
    FirstName: firstName,
    LastName: lastName,
    Email: email,
    Phone: phone,
    Title: role,
  }))
}

function toLead({ firstName, lastName, company, email, phone, stage, source }: SeedLead): Values {
  return {
    FirstName: firstName,
    LastName: lastName,
    Company: company,
    Email: email,
    Phone: phone,
    Status: statusOf[stage],
    LeadSource: source,
  }
}

const relationshipOf: Readonly<Record<SeedCustomer['relationship'], string>> = {
  prospect: 'Prospect',
  active: 'Active',
  dormant: 'Dormant',
}

const statusOf: Readonly<Record<SeedLead['stage'], string>> = {
  new: 'Open - Not Contacted',
  working: 'Working - Contacted',
  qualified: 'Closed - Converted',
  unqualified: 'Closed - Not Converted',
}
