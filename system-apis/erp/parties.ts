/** Parties: customers as finance knows them. The ERP keeps our customer id as the code of the party. */
import type { Party as PartyRecord } from '#contracts/backend/erp/v1'
import type { Party } from '#contracts/system/erp/v2'
import { present } from '#wire/present'
import { search } from '#wire/tryton'
import type { Erp } from './client.ts'

const fields = [
  'code',
  'name',
  'active',
  'addresses.street',
  'addresses.city',
  'addresses.postal_code',
  'addresses.country.code',
  'contact_mechanisms.type',
  'contact_mechanisms.value',
  '_timestamp',
] as const

/** Blocked parties are inactive in the ERP, which hides them from a search that does not ask for them. */
export async function findParty(erp: Erp, customerId: string): Promise<PartyRecord | undefined> {
  const domain = [
    ['code', '=', customerId],
    ['active', 'in', [true, false]],
  ] as const
  const found = await erp.findParties({ body: search(domain, fields, { limit: 1 }) })
  return found.body[0]
}

export function toParty(record: PartyRecord): Party {
  return present({
    customerId: record.code,
    legalName: record.name,
    billing: { state: record.active ? 'active' : 'blocked' } as const,
    email: reached(record, 'email')?.value,
    phone: reached(record, 'phone')?.value,
    address: toAddress(record),
  })
}

/** The first way of this kind to reach the party. */
export const reached = (record: PartyRecord, type: 'email' | 'phone') =>
  record['contact_mechanisms.'].find((mechanism) => mechanism.type === type)

function toAddress(record: PartyRecord): Party['address'] | undefined {
  const [address] = record['addresses.']
  if (!address?.street || !address.city || !address['country.']) return undefined
  const { street, city, postal_code: postalCode } = address
  return present({ street, city, postalCode, country: address['country.'].code })
}
