/** Accounts: customers as sales knows them. The CRM keeps our customer id as the external id of the account. */
import type {
  Account as AccountRecord,
  AccountFields as AccountWords,
  Relationship as Word,
} from '#contracts/backend/crm/v1'
import type { Account, AccountFields, Relationship } from '#contracts/system/crm/v1'
import { present } from '#wire/present'
import { fieldList } from '#wire/soql'

export const accountFields = fieldList([
  'External_Id__c',
  'Name',
  'Display_Name__c',
  'Relationship__c',
  'Lead_Id__c',
  'Email__c',
  'Phone',
  'BillingStreet',
  'BillingCity',
  'BillingPostalCode',
  'BillingCountryCode',
])

export const wordOf = {
  prospect: 'Prospect',
  active: 'Active',
  dormant: 'Dormant',
  declined: 'Declined',
} as const satisfies { [Key in Relationship]: Word }

const relationshipOf = {
  Prospect: 'prospect',
  Active: 'active',
  Dormant: 'dormant',
  Declined: 'declined',
} as const satisfies { [Key in Word]: Relationship }

export function toAccount(record: AccountRecord): Account {
  return present({
    customerId: record.External_Id__c,
    legalName: record.Name,
    displayName: record.Display_Name__c,
    relationship: relationshipOf[record.Relationship__c],
    leadId: record.Lead_Id__c,
    email: record.Email__c,
    phone: record.Phone,
    address: toAddress(record),
  })
}

/** Sales may have noted only a city: that is no address one could send anything to. */
function toAddress(record: AccountRecord): Account['address'] | undefined {
  const { BillingStreet: street, BillingCity: city, BillingCountryCode: country } = record
  if (!street || !city || !country) return undefined
  return present({ street, city, postalCode: record.BillingPostalCode, country })
}

/** Every field we own, so that what is left out is cleared. */
export function toAccountWords(account: AccountFields): AccountWords {
  return {
    Name: account.legalName,
    Display_Name__c: account.displayName ?? null,
    Relationship__c: wordOf[account.relationship],
    Lead_Id__c: account.leadId ?? null,
    Email__c: account.email ?? null,
    Phone: account.phone ?? null,
    BillingStreet: account.address?.street ?? null,
    BillingCity: account.address?.city ?? null,
    BillingPostalCode: account.address?.postalCode ?? null,
    BillingCountryCode: account.address?.country ?? null,
  }
}
