/**
 * Makes a lead once. The CRM keeps an id of ours with it, the same each time the request comes with the same key:
 * a repetition finds the lead, and leaves alone what sales has changed since.
 */
import type { Lead, NewLead, Uses } from '#contracts/system/crm/v1'
import { soql } from '#wire/soql'
import { leadFields, toLead, toLeadWords } from './leads.ts'
import { ofType } from './records.ts'

type Crm = Uses['crm']

export async function findLead(crm: Crm, externalId: string): Promise<Lead | undefined> {
  const q = soql`SELECT ${leadFields} FROM Lead WHERE External_Id__c = ${externalId} LIMIT 1`
  const found = await crm.query({ query: { q } })
  const [record] = ofType('Lead', found.body)
  return record && toLead(record)
}

export async function makeLead(crm: Crm, externalId: string, lead: NewLead): Promise<Lead> {
  const saved = await crm.upsertLead({ params: { externalId }, body: toLeadWords(lead) })
  if (saved.status === 201) return { leadId: saved.body.id, stage: 'new', ...lead }
  // Somebody was faster.
  const made = await findLead(crm, externalId)
  if (!made) throw new Error(`The lead ${externalId} is gone`)
  return made
}
