/** Parties: unique codes, atomic batches, reading, paging, incremental reads, the optimistic lock, deactivation. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Transcript } from './transcript.ts'
import { type Customer, longAgo, PARTY } from './wire.ts'

export async function parties(transcript: Transcript): Promise<Customer> {
  const party = await creating(transcript)
  const [first, second] = await transcript.ids('party-create-two', `${PARTY}create`, [
    [
      { name: 'Alpine', code: 'CUS-3' },
      { name: 'Baltic', code: 'CUS-4' },
    ],
  ])
  await reading(transcript, party, [first, second ?? first])
  await searching(transcript)
  await locking(transcript, party)
  await deactivating(transcript, second ?? first)
  const [{ addresses }] = await transcript.call<[{ addresses: [number] }]>('addresses', `${PARTY}read`, [
    [party],
    ['addresses'],
  ])
  return { party, address: addresses[0] }
}

async function creating(transcript: Transcript): Promise<number> {
  const address = { street: '1 Harbour Way', city: 'Hamburg', postal_code: '20095', country: 1 }
  const [party] = await transcript.ids('party-create', `${PARTY}create`, [
    [
      {
        name: 'Northwind',
        code: 'CUS-1',
        addresses: [['create', [address]]],
        contact_mechanisms: [['create', [{ type: 'email', value: 'a@b.example' }]]],
      },
    ],
  ])
  const duplicate = { name: 'N2', code: 'CUS-1' }
  await transcript.call('party-duplicate', `${PARTY}create`, [[duplicate]])
  await transcript.call('party-duplicate-no-id', `${PARTY}create`, [[duplicate]], { style: 'no-id' })
  await transcript.call('party-duplicate-extra-key', `${PARTY}create`, [[duplicate]], { style: 'extra-key' })
  const batch = [{ name: 'First', code: 'CUS-2' }, duplicate]
  await transcript.call('party-duplicate-in-batch', `${PARTY}create`, [batch])
  await transcript.call('batch-rolled-back', `${PARTY}search_count`, [[['code', '=', 'CUS-2']]])
  await transcript.call('party-unknown-field', `${PARTY}create`, [[{ name: 'x', shoe: 1 }]])
  await transcript.call('party-bad-relation', `${PARTY}create`, [[{ name: 'x', addresses: 'here' }]])
  return party
}

async function reading(transcript: Transcript, party: number, others: [number, number]): Promise<void> {
  await transcript.call('party-read', `${PARTY}read`, [
    [party],
    [
      'code',
      'name',
      'active',
      'rec_name',
      'email',
      'phone',
      'addresses.street',
      'addresses.city',
      'addresses.postal_code',
      'addresses.country.code',
      'addresses.rec_name',
      'contact_mechanisms.type',
      'contact_mechanisms.value',
      'contact_mechanisms.rec_name',
      'create_date',
      'write_date',
    ],
  ])
  const [alpine, baltic] = others
  const disordered = [baltic, alpine, party, party]
  await transcript.call('read-order-and-duplicates', `${PARTY}read`, [disordered, ['code']])
  await transcript.call('read-one-missing', `${PARTY}read`, [[party, 999_999], ['code']])
  await transcript.call('read-none', `${PARTY}read`, [[], ['code']])
  await transcript.call('read-bad-id', `${PARTY}read`, [['abc'], ['code']])
}

async function searching(transcript: Transcript): Promise<void> {
  const count = (name: string, domain: unknown) => transcript.call(name, `${PARTY}search_count`, [domain])
  const byCode = ['code', '=', 'CUS-1']
  await transcript.call('search-read', `${PARTY}search_read`, [[byCode], 0, 1, null, ['code', 'name']])
  await count('search-count', [])
  await transcript.call('search-page', `${PARTY}search_read`, [[], 1, 1, [['id', 'ASC']], ['code']])
  await transcript.call('search-default-order', `${PARTY}search_read`, [[], 0, null, null, ['name']])
  await count('search-or', ['OR', [byCode], [['name', 'ilike', 'reference%']]])
  await count('search-in', [['code', 'in', ['CUS-1', 'CUS-3', 'CUS-9']]])
  await count('search-dotted', [['contact_mechanisms.value', '=', 'a@b.example']])
  await count('search-bad-field', [['nofield', '=', 1]])
  await count('search-computed-field', [['lang', '=', null]])

  // Records never written have no write_date: an incremental read must look at both dates.
  const mine = ['code', 'like', 'CUS-%']
  await count('changed-by-write-date', [['write_date', '>=', longAgo], mine])
  const created = ['create_date', '>=', longAgo]
  await count('changed-by-both-dates', [['OR', ['write_date', '>=', longAgo], created], mine])
}

async function locking(transcript: Transcript, party: number): Promise<void> {
  const [record] = await transcript.quietly<[{ _timestamp: string }]>(`${PARTY}read`, [
    [party],
    ['_timestamp'],
  ])
  const write = (name: string, partyName: string, options = {}) =>
    transcript.call(name, `${PARTY}write`, [[party], { name: partyName }], options)
  const asRead = { context: { _timestamp: { [`party.party,${party}`]: record._timestamp } } }
  await write('write-fresh', 'Northwind GmbH', asRead)
  await delay(1600) // SQLite tells versions apart by the second
  await write('write-other', 'Northwind SE')
  await write('write-stale', 'Lost', asRead)
  await write('write-stale-no-id', 'Lost', { ...asRead, style: 'no-id' })
  await transcript.call('write-missing', `${PARTY}write`, [[999_999], { name: 'Nobody' }])
}

/** A deactivated party disappears from searches, but its code stays taken. */
async function deactivating(transcript: Transcript, party: number): Promise<void> {
  const byCode = ['code', '=', 'CUS-4']
  await transcript.call('deactivate', `${PARTY}write`, [[party], { active: false }])
  await transcript.call('inactive-hidden', `${PARTY}search_count`, [[byCode]])
  const either = ['active', 'in', [true, false]]
  await transcript.call('inactive-found', `${PARTY}search_read`, [
    [byCode, either],
    0,
    1,
    null,
    ['code', 'active'],
  ])
  await transcript.call('inactive-code-taken', `${PARTY}create`, [[{ name: 'Again', code: 'CUS-4' }]])
}
