/** Tokens of a real identity provider, as its clients get them: for a machine, and for an end user who signs in. */
import { createHash, randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import Provider from 'oidc-provider'
import { afterAll, expect, test, vi } from 'vitest'
import { sendRaw, startFixture, request as write } from '../serve/support.ts'
import { freePort } from '../support/free-port.ts'

const AUDIENCE = 'https://api.strata.example'
const CALLBACK = 'https://shop.example/callback'
const url = `http://127.0.0.1:${await freePort()}`

vi.spyOn(console, 'warn').mockImplementation(() => {})
vi.spyOn(console, 'info').mockImplementation(() => {})
const provider = new Provider(url, {
  clients: [
    {
      client_id: 'order-desk',
      client_secret: 'of this test alone',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    },
    {
      client_id: 'storefront-web',
      token_endpoint_auth_method: 'none',
      redirect_uris: [CALLBACK],
    },
  ],
  findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
  extraTokenClaims: (_, token) => ('accountId' in token ? { customer_id: token.accountId } : {}),
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => AUDIENCE,
      useGrantedResource: () => true,
      getResourceServerInfo: (_, audience) => ({
        scope: 'shop',
        audience,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
})
const server: Server = provider.listen(Number(new URL(url).port), '127.0.0.1')
afterAll(() => void server.close())

const { publicUrl, internalUrl } = await startFixture({
  env: { AUTH_ISSUER: url, AUTH_JWKS_URL: `${url}/jwks`, AUTH_AUDIENCE: AUDIENCE },
})
const get = (origin: string, path: string, token: string) =>
  sendRaw(origin, write(`GET ${path}`, { headers: { authorization: `Bearer ${token}` } }))

async function exchange(form: Record<string, string>): Promise<Record<string, string>> {
  const reply = await fetch(`${url}/token`, { method: 'POST', body: new URLSearchParams(form) })
  const answer = (await reply.json()) as Record<string, string>
  expect([reply.status, answer.error_description]).toEqual([200, undefined])
  return answer
}

/** A browser, as far as signing in needs one: follows redirects, and keeps cookies. */
async function signIn(customerId: string): Promise<Record<string, string>> {
  const cookies = new Map<string, string>()
  const verifier = randomBytes(32).toString('base64url')
  const visit = async (target: string, form?: Record<string, string>): Promise<string> => {
    if (target.startsWith(CALLBACK)) return target
    const reply = await fetch(new URL(target, url), {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const cookie of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    const next = reply.headers.get('location')
    if (next) return visit(next)
    const page = await reply.text()
    const [, action = ''] = /action="([^"]+)"/.exec(page) ?? []
    const [, prompt = ''] = /name="prompt" value="([^"]+)"/.exec(page) ?? []
    return visit(action, { prompt, login: customerId, password: 'any' })
  }
  const query = new URLSearchParams({
    client_id: 'storefront-web',
    redirect_uri: CALLBACK,
    response_type: 'code',
    scope: 'openid shop',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  const code = new URL(await visit(`/auth?${query}`)).searchParams.get('code') ?? ''
  return exchange({
    grant_type: 'authorization_code',
    client_id: 'storefront-web',
    redirect_uri: CALLBACK,
    code,
    code_verifier: verifier,
  })
}

test('a machine gets in with its client credentials, where it is registered', async () => {
  const { access_token: token = '' } = await exchange({
    grant_type: 'client_credentials',
    client_id: 'order-desk',
    client_secret: 'of this test alone',
    scope: 'shop',
  })
  // The backend is not there: but the caller was let in.
  expect((await get(internalUrl, '/process/desk/v1/stock', token)).json.type).toBe(
    '/problems/upstream-unavailable',
  )
  expect((await get(publicUrl, '/experience/shop/v1/items', token)).status).toBe(403)
})

test('an end user who has signed in is known by the claim of the token', async () => {
  const { access_token: token = '', id_token: idToken = '' } = await signIn('CUS-7')
  const { status, json } = await get(publicUrl, '/experience/shop/v1/me', token)
  expect([status, json]).toEqual([200, { customerId: 'CUS-7', consumer: 'storefront-web' }])
  // It is for the client, and no key to anything.
  expect((await get(publicUrl, '/experience/shop/v1/me', idToken)).status).toBe(401)
})
