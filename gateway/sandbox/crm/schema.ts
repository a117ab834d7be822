/** The objects of the sandbox's org: the standard fields the gateway reads, and the custom ones it needs (`__c`). */
import { countryCodes, countryName } from './countries.ts'

export type ObjectName = 'Account' | 'Contact' | 'Lead'
export type Value = string | boolean | Date | null
export type Values = Readonly<Record<string, Value>>

export interface Field {
  readonly type:
    | 'id'
    | 'string'
    | 'textarea'
    | 'email'
    | 'phone'
    | 'url'
    | 'picklist'
    | 'reference'
    | 'datetime'
    | 'boolean'
  readonly length?: number
  readonly required?: true
  /** Found by this value, which no two records share. */
  readonly externalId?: true
  /** No two records share a value. */
  readonly unique?: true
  readonly picklist?: readonly string[]
  /** A picklist that takes no other values. Standard ones do unless the org says otherwise. */
  readonly restricted?: true
  /** What a new record gets when nothing is given. */
  readonly initial?: string
  /** The object a reference points to. Its name is also the name of the relationship in SOQL. */
  readonly parent?: ObjectName
  /** Kept by the CRM itself. */
  readonly readOnly?: true
  /** Worked out from other fields whenever it is read. */
  readonly derive?: (values: Values) => Value
}

export interface ObjectType {
  readonly name: ObjectName
  readonly keyPrefix: string
  readonly fields: Readonly<Record<string, Field>>
}

const text = (length: number): Field => ({ type: 'string', length })
const requiredText = (length: number): Field => ({ type: 'string', length, required: true })
const phone: Field = { type: 'phone', length: 40 }
const email: Field = { type: 'email', length: 80 }
const externalId: Field = { type: 'string', length: 255, externalId: true }
const suggestions = (...values: readonly string[]): Field => ({
  type: 'picklist',
  picklist: values,
  length: 255,
})
const picklist = (...values: readonly string[]): Field => ({ ...suggestions(...values), restricted: true })
const systemField = (type: Field['type']): Field => ({ type, required: true, readOnly: true })

const systemFields = {
  Id: systemField('id'),
  IsDeleted: systemField('boolean'),
  CreatedDate: systemField('datetime'),
  LastModifiedDate: systemField('datetime'),
  SystemModstamp: systemField('datetime'),
}

const personName: Field = {
  type: 'string',
  readOnly: true,
  derive: ({ FirstName, LastName }) => [FirstName, LastName].filter(Boolean).join(' '),
}

export const objectTypes: Readonly<Record<ObjectName, ObjectType>> = {
  Account: {
    name: 'Account',
    keyPrefix: '001',
    fields: {
      ...systemFields,
      Name: requiredText(255),
      Type: suggestions('Prospect', 'Customer - Direct', 'Customer - Channel', 'Partner'),
      Phone: phone,
      Website: { type: 'url', length: 255 },
      BillingStreet: { type: 'textarea', length: 255 },
      BillingCity: text(40),
      BillingPostalCode: text(20),
      BillingCountryCode: picklist(...countryCodes),
      BillingCountry: {
        type: 'string',
        readOnly: true,
        derive: ({ BillingCountryCode: code }) => (typeof code === 'string' ? countryName(code) : null),
      },
      External_Id__c: externalId,
      Display_Name__c: text(255),
      Email__c: email,
      Lead_Id__c: { ...text(18), unique: true },
      Relationship__c: picklist('Prospect', 'Active', 'Dormant', 'Declined'),
    },
  },
  Contact: {
    name: 'Contact',
    keyPrefix: '003',
    fields: {
      ...systemFields,
      Name: personName,
      FirstName: text(40),
      LastName: requiredText(80),
      AccountId: { type: 'reference', parent: 'Account' },
      Email: email,
      Phone: phone,
      Title: text(128),
      External_Id__c: externalId,
    },
  },
  Lead: {
    name: 'Lead',
    keyPrefix: '00Q',
    fields: {
      ...systemFields,
      Name: personName,
      FirstName: text(40),
      LastName: requiredText(80),
      Company: requiredText(255),
      Email: email,
      Phone: phone,
      Status: {
        ...picklist(
          'Open - Not Contacted',
          'Working - Contacted',
          'Closed - Converted',
          'Closed - Not Converted',
        ),
        required: true,
        initial: 'Open - Not Contacted',
      },
      LeadSource: suggestions('Web', 'Phone Inquiry', 'Partner Referral', 'Trade Show', 'Other'),
      External_Id__c: externalId,
      /** The customer this lead became. */
      Customer_Id__c: text(255),
    },
  },
}

/** Names of objects and fields ignore case. */
export function objectNamed(name: string): ObjectType | undefined {
  return Object.values(objectTypes).find((object) => sameName(object.name, name))
}

export function fieldNamed(object: ObjectType, name: string): [name: string, field: Field] | undefined {
  return Object.entries(object.fields).find(([candidate]) => sameName(candidate, name))
}

/** The reference behind a relationship: `Account` on a contact is followed through `AccountId`. */
export function relationshipNamed(
  object: ObjectType,
  name: string,
): { referenceField: string; parent: ObjectType } | undefined {
  for (const [referenceField, { parent }] of Object.entries(object.fields)) {
    if (parent && sameName(parent, name)) return { referenceField, parent: objectTypes[parent] }
  }
  return undefined
}

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
