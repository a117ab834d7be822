/**
 * How one layer proves to the next, across processes, that it is the layer above and on whose behalf it calls:
 * a JWT (RFC 7519) that lives for a minute, signed with the key all processes of one deployment share.
 */
import { jwtVerify, SignJWT } from 'jose'
import type { Layer } from '../../contracts/contract.ts'
import type { Caller } from '../call.ts'
import { Recent } from './recent.ts'

export interface LayerCaller extends Caller {
  readonly kind: 'layer'
  /** The layer that may accept the call. */
  readonly audience: Layer
}

export interface Identity {
  /** A token for calls to a layer; a promise only when none is at hand. */
  prove(to: Layer, caller: Caller): string | Promise<string>
  /** @throws when the token is not one of ours, or no longer valid */
  verify(token: string): Promise<{ readonly caller: LayerCaller; readonly expiresAtMs: number }>
}

export const LAYER_ISSUER = 'urn:strata:layers'
const LIFETIME_SECONDS = 60
const REUSED_MS = 30_000
const KEPT_MAX = 10_000

const above: Readonly<Partial<Record<Layer, Layer>>> = { process: 'experience', system: 'process' }

/** @param key at least 32 bytes */
export function createIdentity(key: Uint8Array): Identity {
  const kept = new Recent<string, { readonly token: string; readonly until: number }>(KEPT_MAX)

  const sign = async (name: string, to: Layer, { consumer, customerId }: Caller): Promise<string> => {
    const token = await new SignJWT({
      client_id: consumer,
      ...(customerId === undefined ? {} : { customer_id: customerId }),
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(LAYER_ISSUER)
      .setSubject(above[to] ?? 'none')
      .setAudience(to)
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME_SECONDS}s`)
      .sign(key)
    kept.set(name, { token, until: Date.now() + REUSED_MS })
    return token
  }

  return {
    prove(to, caller) {
      const name = JSON.stringify([to, caller.consumer, caller.customerId])
      const found = kept.get(name)
      return found && found.until > Date.now() ? found.token : sign(name, to, caller)
    },
    async verify(token) {
      const { payload } = await jwtVerify(token, key, {
        issuer: LAYER_ISSUER,
        algorithms: ['HS256'],
        requiredClaims: ['exp', 'aud'],
      })
      const audience = payload.aud as Layer
      if (above[audience] === undefined || payload.sub !== above[audience])
        throw new Error('not a token of the layer above')
      return {
        caller: {
          kind: 'layer',
          audience,
          consumer: String(payload.client_id),
          customerId: typeof payload.customer_id === 'string' ? payload.customer_id : undefined,
        },
        expiresAtMs: (payload.exp ?? 0) * 1000,
      }
    },
  }
}
