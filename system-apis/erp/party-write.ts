/**
 * Makes a party be as sales says. The code of a party is unique in the ERP, so of two who create it one is refused; a
 * version goes with each change, so of two who change it one is refused. Whoever is refused looks again.
 */
import type {
  ContactMechanismFields,
  NewParty,
  PartyAddressFields,
  PartyChange,
  Party as PartyRecord,
} from '#contracts/backend/erp/v1'
import { type PartyFields, refuse } from '#contracts/system/erp/v2'
import { search } from '#wire/tryton'
import type { Erp } from './client.ts'
import { findParty, reached } from './parties.ts'

const attemptsMax = 3

export async function writeParty(erp: Erp, customerId: string, fields: PartyFields) {
  const address = await toAddressFields(erp, fields.address)
  if (!address) return refuse('conflict', `The ERP has no country ${fields.address.country}.`)
  for (let attempt = 1; attempt <= attemptsMax; attempt++) {
    const known = await findParty(erp, customerId)
    const reply = known
      ? await erp.writeParties({ body: [[known.id], toChange(known, fields, address), version(known)] })
      : await erp.createParties({ body: [[toNewParty(customerId, fields, address)], {}] })
    if (reply.status === 200) return { isNew: known === undefined }
  }
  return refuse('conflict', 'The ERP did not take the party, or others keep changing it.')
}

const version = ({ id, _timestamp }: PartyRecord) => ({ _timestamp: { [`party.party,${id}`]: _timestamp } })

async function toAddressFields(
  erp: Erp,
  { street, city, postalCode, country }: PartyFields['address'],
): Promise<PartyAddressFields | undefined> {
  const found = await erp.findCountries({ body: search([['code', '=', country]], ['code'], { limit: 1 }) })
  const [known] = found.body
  return known && { street, city, postal_code: postalCode ?? null, country: known.id }
}

function toNewParty(customerId: string, fields: PartyFields, address: PartyAddressFields): NewParty {
  return {
    code: customerId,
    name: fields.legalName,
    addresses: [['create', [address]]],
    contact_mechanisms: [['create', toMechanisms(fields)]],
  }
}

/** Addresses and ways to reach the party are records of their own: the first of a kind is written over. */
function toChange(known: PartyRecord, fields: PartyFields, address: PartyAddressFields): PartyChange {
  const [main] = known['addresses.']
  return {
    name: fields.legalName,
    addresses: [main ? ['write', [main.id], address] : ['create', [address]]],
    contact_mechanisms: toMechanisms(fields).map((mechanism) => {
      const old = reached(known, mechanism.type)
      return old ? ['write', [old.id], mechanism] : ['create', [mechanism]]
    }),
  }
}

const toMechanisms = ({ email, phone }: PartyFields): ContactMechanismFields[] => [
  ...(email === undefined ? [] : [{ type: 'email', value: email } as const]),
  ...(phone === undefined ? [] : [{ type: 'phone', value: phone } as const]),
]
