/** Leads: people sales talks to, who are no customers yet. */
import type {
  Lead as LeadRecord,
  LeadFields as LeadWords,
  LeadStatus as Word,
} from '#contracts/backend/crm/v1'
import type { Lead, LeadStage, NewLead } from '#contracts/system/crm/v1'
import { present } from '#wire/present'
import { fieldList } from '#wire/soql'

export const leadFields = fieldList([
  'Id',
  'FirstName',
  'LastName',
  'Company',
  'Email',
  'Phone',
  'Status',
  'LeadSource',
  'Customer_Id__c',
])

export const wordOf = {
  new: 'Open - Not Contacted',
  working: 'Working - Contacted',
  qualified: 'Closed - Converted',
  unqualified: 'Closed - Not Converted',
} as const satisfies { [Key in LeadStage]: Word }

const stageOf = {
  'Open - Not Contacted': 'new',
  'Working - Contacted': 'working',
  'Closed - Converted': 'qualified',
  'Closed - Not Converted': 'unqualified',
} as const satisfies { [Key in Word]: LeadStage }

export const toLead = (record: LeadRecord): Lead =>
  present({
    leadId: record.Id,
    firstName: record.FirstName,
    lastName: record.LastName,
    company: record.Company,
    email: record.Email,
    phone: record.Phone,
    stage: stageOf[record.Status],
    source: record.LeadSource,
    customerId: record.Customer_Id__c,
  })

export const toLeadWords = (lead: NewLead): LeadWords =>
  present({
    FirstName: lead.firstName,
    LastName: lead.lastName,
    Company: lead.company,
    Email: lead.email,
    Phone: lead.phone,
    Status: wordOf.new,
    LeadSource: lead.source,
  })
