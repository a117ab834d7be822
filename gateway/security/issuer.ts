/** The development issuer: signs tokens for registered consumers with a key of this checkout. Refused in production. */
import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import { keptFile } from './kept-file.ts'

export const DEVELOPMENT_ISSUER = 'http://localhost/strata-development-issuer'
const LIFETIME_SECONDS = 12 * 3600
const alg = 'ES256'

export interface DevelopmentIssuer {
  readonly keys: ReturnType<typeof createLocalJWKSet>
  issue(
    claims: { readonly consumer: string; readonly customerId?: string },
    audience: string,
    lifetimeSeconds?: number,
  ): Promise<string>
}

/** @param stateDirectory keeps the key, so that `strata token` and a running gateway agree */
export async function developmentIssuer(stateDirectory: string): Promise<DevelopmentIssuer> {
  const kept = await keptFile(stateDirectory, 'development-issuer.json', async () => {
    const { privateKey } = await generateKeyPair(alg, { extractable: true })
    return JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'development', alg })
  })
  const privateJwk = JSON.parse(kept) as JWK
  const { d: _, ...publicJwk } = privateJwk
  const key = await importJWK(privateJwk, alg)
  return {
    keys: createLocalJWKSet({ keys: [publicJwk] }),
    issue: ({ consumer, customerId }, audience, lifetimeSeconds = LIFETIME_SECONDS) =>
      new SignJWT({ client_id: consumer, ...(customerId === undefined ? {} : { customer_id: customerId }) })
        .setProtectedHeader({ alg, kid: 'development', typ: 'at+jwt' })
        .setIssuer(DEVELOPMENT_ISSUER)
        .setSubject(customerId ?? consumer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(`${lifetimeSeconds}s`)
        .sign(key),
  }
}
