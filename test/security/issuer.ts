/** An issuer as production has one: its keys at a URL, and tokens that are wrong in one respect each. */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, exportSPKI, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose'
import { afterAll } from 'vitest'

export const ISSUER = 'https://login.strata.example'
const kid = 'key-1'

export interface TokenOptions {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly header?: Partial<JWTHeaderParameters>
  readonly issuer?: string
  readonly audience?: string
  /** Seconds from now. */
  readonly expiresIn?: number
  readonly notBeforeIn?: number
}

export async function startIssuer() {
  let { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  let keys = [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256' }]
  let newest = kid
  /** Requests for keys, and for anything else a token might lure the gateway to. */
  const asked: string[] = []
  let failing = false
  const server = createServer((incoming, outgoing) => {
    asked.push(incoming.url ?? '')
    if (failing) outgoing.writeHead(503).end()
    else outgoing.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const draft = (options: TokenOptions) => {
    const now = Math.floor(Date.now() / 1000)
    const { claims = { client_id: 'storefront-web' }, expiresIn = 60, notBeforeIn = 0 } = options
    return new SignJWT({ ...claims, exp: now + expiresIn, nbf: now + notBeforeIn })
      .setIssuer(options.issuer ?? ISSUER)
      .setAudience(options.audience ?? 'strata')
      .setIssuedAt(now)
      .setJti(randomUUID())
      .setProtectedHeader({ alg: 'RS256', kid: newest, ...options.header })
  }
  return {
    url,
    jwksUrl: `${url}/jwks`,
    asked,
    fail(value: boolean) {
      failing = value
    },
    /** From now on tokens are signed with a new key; the old one is published as long as it is kept. */
    async rotate({ keep }: { readonly keep: boolean }) {
      ;({ publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true }))
      newest = `key-${keys.length + 1}`
      const added = { ...(await exportJWK(publicKey)), kid: newest, alg: 'RS256' }
      keys = keep ? [...keys, added] : [added]
    },
    token: (options: TokenOptions = {}) => draft(options).sign(privateKey),
    /** Signed with what everybody knows, as if it were a shared secret. */
    confusedToken: async () =>
      draft({ header: { alg: 'HS256' } }).sign(Buffer.from(await exportSPKI(publicKey))),
    unsignedToken() {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const claims = { client_id: 'storefront-web', iss: ISSUER, aud: 'strata', exp: 4_102_444_800 }
      return `${part({ alg: 'none' })}.${part(claims)}.`
    },
    /** Signed by somebody else under the issuer's name. */
    async forgedToken(header: Partial<JWTHeaderParameters> = {}) {
      const other = await generateKeyPair('RS256', { extractable: true })
      const jwk = await exportJWK(other.publicKey)
      return draft({ header: { ...header, ...(header.jwk ? { jwk } : {}) } }).sign(other.privateKey)
    },
  }
}
