/** Parties: whoever the company trades with, with their addresses, mail addresses and telephones. */
import { UserError } from '../errors.ts'
import type { Stored } from '../records.ts'
import type { Store } from '../store.ts'
import { computed, type Model, many, one, storedFields } from './model.ts'

export interface Party {
  name: string | null
  /** Unique, also among inactive parties. */
  code: string | null
  active: boolean
}

export interface Address {
  party: number
  active: boolean
  street: string | null
  city: string | null
  postal_code: string | null
  country: number | null
}

export interface ContactMechanism {
  party: number
  type: string
  value: string | null
}

export interface Identifier {
  party: number
  type: string | null
  code: string | null
}

export const party: Model<'party.party'> = {
  label: 'Party',
  fields: {
    ...storedFields('name', 'code', 'active'),
    addresses: many('party.address', 'party'),
    contact_mechanisms: many('party.contact_mechanism', 'party'),
    identifiers: many('party.identifier', 'party'),
    email: computed<'party.party'>('E-Mail', ({ id }, { store }) => firstMechanism(store, id, 'email')),
    phone: computed<'party.party'>('Phone', ({ id }, { store }) => firstMechanism(store, id, 'phone')),
  },
  indexed: ['code'],
  order: [['name', 'ASC']],
  recordName: ({ name, code }) => name ?? `[${code}]`,
  // Without a code the next number is taken.
  defaults: (store, { code }) => ({
    name: null,
    active: true,
    ...(!code && { code: store.nextNumber('party') }),
  }),
  validate({ code }, store, self) {
    const taken = code != null && store.find('party.party', 'code', code)?.some(({ id }) => id !== self)
    if (taken) throw new UserError('The code on party must be unique.')
  },
}

export const address: Model<'party.address'> = {
  label: 'Address',
  fields: {
    party: one('party.party'),
    ...storedFields('street', 'city', 'postal_code', 'active'),
    country: one('country.country'),
  },
  indexed: ['party'],
  recordName: addressName,
  defaults: () => ({ active: true, street: null, city: null, postal_code: null, country: null }),
}

export const contactMechanism: Model<'party.contact_mechanism'> = {
  label: 'Contact Mechanism',
  fields: { party: one('party.party'), ...storedFields('type', 'value') },
  indexed: ['party', 'value'],
  recordName: ({ party: owner, value }, store) => `${store.must('party.party', owner).name} <${value}>`,
}

export const identifier: Model<'party.identifier'> = {
  label: 'Party Identifier',
  fields: { party: one('party.party'), ...storedFields('type', 'code') },
  indexed: ['party'],
}

/** The address an order or an invoice takes when nobody names one. */
export function mainAddress(store: Store, owner: number): Stored<'party.address'> | undefined {
  return store.find('party.address', 'party', owner)?.find(({ active }) => active)
}

export function addressName(record: Stored<'party.address'>, store: Store): string {
  const { street, postal_code: postalCode, city, country } = record
  const owner = store.must('party.party', record.party).name
  const countryCode = country === null ? null : store.must('country.country', country).code
  return [owner, street, postalCode, city, countryCode].filter(Boolean).join(', ')
}

function firstMechanism(store: Store, owner: number, wanted: string): string {
  const mechanisms = store.find('party.contact_mechanism', 'party', owner)
  return mechanisms?.find(({ type }) => type === wanted)?.value ?? ''
}
