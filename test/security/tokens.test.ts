/** Which tokens prove a caller, and nothing else does. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { sendRaw, startFixture, request as write } from '../serve/support.ts'
import { ISSUER, startIssuer } from './issuer.ts'

const issuer = await startIssuer()
const { publicUrl, calls } = await startFixture({
  env: { AUTH_ISSUER: ISSUER, AUTH_JWKS_URL: issuer.jwksUrl },
})

const get = (token: string, path = '/items') =>
  sendRaw(
    publicUrl,
    write(`GET /experience/shop/v1${path}`, { headers: { authorization: `Bearer ${token}` } }),
  )

test('takes a token of the issuer, and fetches its keys once', async () => {
  for (let count = 0; count < 3; count++) expect((await get(await issuer.token())).status).toBe(200)
  expect((await get(await issuer.token({ claims: { azp: 'storefront-web' } }))).status).toBe(200)
  expect(issuer.asked).toEqual(['/jwks'])
})

const lure = `${issuer.url}/lure`
const wrong: Readonly<Record<string, () => string | Promise<string>>> = {
  'that is not signed': () => issuer.unsignedToken(),
  'signed with the public key as a secret': () => issuer.confusedToken(),
  'signed by another key': () => issuer.forgedToken(),
  'that brings its own key': () => issuer.forgedToken({ jwk: {} }),
  'that names where its keys are': () => issuer.forgedToken({ jku: lure, kid: 'lure' }),
  'that names where its certificate is': () => issuer.forgedToken({ x5u: lure, kid: '../../etc/passwd' }),
  'with a critical extension': () => issuer.forgedToken({ crit: ['b64'], b64: true }),
  'for another audience': () => issuer.token({ audience: 'elsewhere' }),
  'for a layer': () => issuer.token({ audience: 'process' }),
  'of another issuer': () => issuer.token({ issuer: 'https://evil.example' }),
  'in the name of the layers': () => issuer.token({ issuer: 'urn:strata:layers', audience: 'process' }),
  'that is expired': () => issuer.token({ expiresIn: -31 }),
  'that is not valid yet': () => issuer.token({ notBeforeIn: 60 }),
  'that names its key by a path': () => issuer.forgedToken({ kid: "../../x' OR 1=1 --" }),
  'bound to a key of its holder': () =>
    issuer.token({ claims: { client_id: 'storefront-web', cnf: { jkt: 'thumbprint' } } }),
  'without a consumer': () => issuer.token({ claims: {} }),
  'with a consumer that is no name': () => issuer.token({ claims: { client_id: ['storefront-web'] } }),
  'that is no JSON': () => 'e30.e30.e30',
}

for (const [name, make] of Object.entries(wrong))
  test(`refuses a token ${name}`, async () => {
    const reached = calls.count
    const { status, json, headers } = await get(await make())
    expect(json.type).toBe('/problems/unauthenticated')
    expect(status).toBe(401)
    expect(headers['www-authenticate']).toBe('Bearer realm="strata", error="invalid_token"')
    expect(calls.count).toBe(reached)
    expect(issuer.asked).not.toContain('/lure')
  })

test('allows for clocks that differ by half a minute', async () => {
  expect((await get(await issuer.token({ expiresIn: -20, notBeforeIn: 0 }))).status).toBe(200)
  expect((await get(await issuer.token({ notBeforeIn: 20 }))).status).toBe(200)
})

test('remembers a token only as long as it is valid', async () => {
  const token = await issuer.token()
  expect((await get(token)).status).toBe(200)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 91_000 })
  expect((await get(token)).status).toBe(401)
  vi.useRealTimers()
})

test.each(['Basic', 'Token', 'DPoP', 'Bearer Bearer'])('takes no token as %s', async (scheme) => {
  const headers = { authorization: `${scheme} ${await issuer.token()}` }
  const { status } = await sendRaw(publicUrl, write('GET /experience/shop/v1/items', { headers }))
  expect(status).toBe(401)
})

test('takes no token longer than headers may be', async () => {
  const token = await issuer.token({ claims: { client_id: 'storefront-web', bomb: '['.repeat(20_000) } })
  expect((await get(token)).status).toBe(431)
})

describe('the keys of the issuer', () => {
  const others = async () => {
    const other = await startIssuer()
    const { publicUrl } = await startFixture({
      env: { AUTH_ISSUER: ISSUER, AUTH_JWKS_URL: other.jwksUrl },
    })
    const ask = async (token?: string) =>
      sendRaw(
        publicUrl,
        write('GET /experience/shop/v1/items', {
          headers: { authorization: `Bearer ${token ?? (await other.token())}` },
        }),
      )
    return { other, ask }
  }
  /** The clocks of the gateway, later. */
  const later = (ms: number) => {
    const now = performance.now()
    vi.spyOn(performance, 'now').mockImplementation(() => now + ms)
  }
  afterEach(() => void vi.restoreAllMocks())

  test('when they cannot be had, that is no fault of the token', async () => {
    const { other, ask } = await others()
    other.fail(true)
    const refused = await ask()
    expect(refused.json.type).toBe('/problems/upstream-unavailable')
    expect(refused.headers['retry-after']).toBe('5')
    other.fail(false)
    // Not asked again with every request.
    expect((await ask()).status).toBe(503)
    expect(other.asked).toHaveLength(1)
    later(1_001)
    expect((await ask()).status).toBe(200)
  })

  test('are used on while the issuer is away', async () => {
    const { other, ask } = await others()
    expect((await ask()).status).toBe(200)
    other.fail(true)
    later(3_600_000)
    expect((await ask()).status).toBe(200)
    await expect.poll(() => other.asked.length).toBe(2)
    expect((await ask()).status).toBe(200)
  })

  test('are not used for ever', async () => {
    const { other, ask } = await others()
    expect((await ask()).status).toBe(200)
    other.fail(true)
    later(25 * 3_600_000)
    expect((await ask()).status).toBe(503)
  })

  test('may change: a new one is fetched when a token names it', async () => {
    const { other, ask } = await others()
    const before = await other.token()
    expect((await ask(before)).status).toBe(200)
    await other.rotate({ keep: true })
    later(31_000)
    expect((await ask()).status).toBe(200)
    expect((await ask(before)).status).toBe(200)
    expect(other.asked).toHaveLength(2)
  })

  test('are not asked for by tokens that make names up', async () => {
    const { other, ask } = await others()
    expect((await ask()).status).toBe(200)
    for (let count = 0; count < 20; count++)
      expect((await ask(await other.forgedToken({ kid: `made-up-${count}` }))).status).toBe(401)
    expect(other.asked).toHaveLength(1)
  })

  test('that were taken back count no more, once they are fetched again', async () => {
    const { other, ask } = await others()
    const token = await other.token({ expiresIn: 7200 })
    expect((await ask(token)).status).toBe(200)
    await other.rotate({ keep: false })
    later(31_000)
    expect((await ask()).status).toBe(200)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 301_000 })
    expect((await ask(token)).status).toBe(401)
    vi.useRealTimers()
  })
})
