/** The fields an org must have before the gateway can work with it. */

interface NeededField {
  readonly object: 'Account' | 'Contact' | 'Lead'
  readonly name: string
  readonly externalId?: true
  /** Every value the gateway gives a meaning to. */
  readonly picklist?: readonly string[]
}

export const neededFields: readonly NeededField[] = [
  { object: 'Account', name: 'External_Id__c', externalId: true },
  { object: 'Account', name: 'Relationship__c', picklist: ['Prospect', 'Active', 'Dormant', 'Declined'] },
  ...plain('Account', 'Name', 'Display_Name__c', 'Lead_Id__c', 'Email__c', 'Phone', 'LastModifiedDate'),
  ...plain('Account', 'BillingStreet', 'BillingCity', 'BillingPostalCode', 'BillingCountryCode'),
  { object: 'Contact', name: 'External_Id__c', externalId: true },
  ...plain('Contact', 'FirstName', 'LastName', 'Email', 'Phone', 'AccountId'),
  { object: 'Lead', name: 'External_Id__c', externalId: true },
  {
    object: 'Lead',
    name: 'Status',
    picklist: ['Open - Not Contacted', 'Working - Contacted', 'Closed - Converted', 'Closed - Not Converted'],
  },
  ...plain('Lead', 'FirstName', 'LastName', 'Company', 'Email', 'Phone', 'LeadSource', 'Customer_Id__c'),
]

function plain(object: NeededField['object'], ...names: readonly string[]): NeededField[] {
  return names.map((name) => ({ object, name }))
}
