/** Addresses and mail addresses of a party, changed through the party: how the system API updates a customer. */
import type { Transcript } from './transcript.ts'
import { PARTY } from './wire.ts'

interface Party {
  addresses: [number, ...number[]]
  contact_mechanisms: [number, ...number[]]
}

const fields = [
  'email',
  'phone',
  'addresses.street',
  'addresses.city',
  'contact_mechanisms.type',
  'contact_mechanisms.value',
]

export async function partyRelations(transcript: Transcript): Promise<void> {
  const [party] = await transcript.ids('related-create', `${PARTY}create`, [
    [
      {
        name: 'Cascade',
        code: 'CUS-5',
        addresses: [['create', [{ street: '2 Mill Lane', city: 'Leeds' }]]],
        contact_mechanisms: [['create', [{ type: 'email', value: 'old@cascade.example' }]]],
      },
    ],
  ])
  const write = (name: string, values: unknown) => transcript.call(name, `${PARTY}write`, [[party], values])
  const show = (name: string) => transcript.call(name, `${PARTY}read`, [[party], fields])
  const [{ addresses, contact_mechanisms: mechanisms }] = await transcript.quietly<[Party]>(`${PARTY}read`, [
    [party],
    ['addresses', 'contact_mechanisms'],
  ])

  await write('related-write', {
    addresses: [['write', addresses, { street: '3 Mill Lane' }]],
    contact_mechanisms: [['write', mechanisms, { value: 'new@cascade.example' }]],
  })
  await show('related-written')
  await write('related-replace', {
    addresses: [['create', [{ street: '4 Mill Lane', city: 'York' }]]],
    contact_mechanisms: [
      ['delete', mechanisms],
      ['create', [{ type: 'phone', value: '+44 1632 960001' }]],
    ],
  })
  await show('related-replaced')
  await write('related-delete', { addresses: [['delete', addresses]] })
  await show('related-deleted')
  await write('related-write-missing', { addresses: [['write', [999_999], { street: '5' }]] })
  await write('related-unknown-command', { addresses: [['shuffle', addresses]] })
  await transcript.call('address-of-party', 'model.party.address.search_read', [
    [['party.code', '=', 'CUS-5']],
    0,
    5,
    null,
    ['street', 'party', 'party.code'],
  ])
}
