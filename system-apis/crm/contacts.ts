/** Contacts: the people at a customer. */
import type { Contact as ContactRecord, ContactFields as ContactWords } from '#contracts/backend/crm/v1'
import type { Contact, ContactFields } from '#contracts/system/crm/v1'
import { present } from '#wire/present'
import { fieldList } from '#wire/soql'

export const contactFields = fieldList([
  'External_Id__c',
  'FirstName',
  'LastName',
  'Email',
  'Phone',
  'Account.External_Id__c',
])

export const toContact = (record: ContactRecord, customerId: string): Contact =>
  present({
    contactId: record.External_Id__c,
    customerId,
    firstName: record.FirstName,
    lastName: record.LastName,
    email: record.Email,
    phone: record.Phone,
  })

/** Every field we own, so that what is left out is cleared. */
export const toContactWords = (contact: ContactFields, customerId: string): ContactWords => ({
  Account: { External_Id__c: customerId },
  FirstName: contact.firstName ?? null,
  LastName: contact.lastName,
  Email: contact.email ?? null,
  Phone: contact.phone ?? null,
})
