/** HTTP, sessions and the two styles of envelope. */
import type { Transcript } from './transcript.ts'
import { PARTY } from './wire.ts'

const anyParty = [[], 0, 1, null, { language: 'en', company: 1 }]

export async function protocol(transcript: Transcript): Promise<void> {
  const { user, password } = transcript.target
  await transcript.exchange('get', '', [], { httpMethod: 'GET' })
  await transcript.exchange('unknown-database', 'common.db.login', ['x', {}, 'en'], { path: '/no-such-db/' })
  await transcript.exchange('no-session', `${PARTY}search`, anyParty)
  await transcript.exchange('bad-session', `${PARTY}search`, anyParty, {
    headers: { authorization: `Session ${btoa(`${user}:2:deadbeef`)}` },
  })
  await transcript.exchange('bad-login', 'common.db.login', [user, { password: 'no' }, 'en'])
  const login = await transcript.exchange('', 'common.db.login', [user, { password }, 'en'], {
    isQuiet: true,
  })
  if (!Array.isArray(login.result)) throw new Error(`${user} cannot log in at ${transcript.target.url}`)
  const [userId, key] = login.result // later versions answer a third element
  transcript.note('login', [typeof userId, /^[0-9a-f]{64}$/.test(key)])
  transcript.useSession(userId, key)

  await transcript.exchange('no-context', `${PARTY}search_count`, [[]])
  await transcript.call('bad-model', 'model.party.nope.read', [[1], ['name']])
  await transcript.call('forbidden-method', `${PARTY}__init__`, [[1]])
  await transcript.exchange('bad-json', '', [], { raw: '{' })
  const text = JSON.stringify({ id: 1, method: `${PARTY}search_count`, params: [[], {}] })
  await transcript.exchange('chunked-body', '', [], { raw: new Blob([text]).stream() })
  await transcript.call('extra-key', `${PARTY}search_count`, [[]], { style: 'extra-key' })
  await transcript.call('foreign-origin', `${PARTY}search_count`, [[]], {
    headers: { origin: 'https://shop.example' },
  })
  await company(transcript)
}

export async function logout(transcript: Transcript): Promise<void> {
  await transcript.exchange('logout', 'common.db.logout', [])
  await transcript.exchange('after-logout', `${PARTY}search`, anyParty)
}

/** What the adapter learns once after its login: whose books these are, and in which currency. */
async function company(transcript: Transcript): Promise<void> {
  const preferences = await transcript.quietly<Record<string, unknown>>('model.res.user.get_preferences', [
    true,
  ])
  transcript.note('preferences', [typeof preferences.company, preferences.language])
  await transcript.call('company', 'model.company.company.read', [
    [preferences.company],
    ['rec_name', 'party.code', 'currency', 'currency.code', 'currency.digits'],
  ])
  await transcript.call('currencies', 'model.currency.currency.search_read', [
    [['code', '=', 'EUR']],
    0,
    5,
    null,
    ['code', 'name', 'symbol', 'digits'],
  ])
}
