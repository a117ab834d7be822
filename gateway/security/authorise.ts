/** Who is calling, and whether they may: tokens are verified once and remembered until they expire. */
import type { IncomingMessage } from 'node:http'
import { createRemoteJWKSet, decodeJwt, errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import { type Caller, nobody } from '../call.ts'
import { Problem } from '../problem.ts'
import type { Consumers } from './consumers.ts'
import { type Identity, LAYER_ISSUER, type LayerCaller } from './identity.ts'

export interface Issuer {
  readonly issuer: string
  readonly audience: string
  readonly keys: JWTVerifyGetKey
}

/** The issuer's keys. That they cannot be had is no fault of the token. */
export function remoteKeys(url: string): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(url))
  return async (header, token) => {
    try {
      return await keys(header, token)
    } catch (cause) {
      if (cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JWKSMultipleMatchingKeys)
        throw cause
      throw new Problem('upstream-unavailable', 'the keys of the issuer cannot be had', {
        cause,
        headers: { 'retry-after': '5' },
      })
    }
  }
}

interface ConsumerCaller extends Caller {
  readonly kind: 'consumer'
}

interface Known {
  readonly caller: ConsumerCaller | LayerCaller
  readonly expiresAtMs: number
}

const ADMIN_SCOPE = 'strata:admin'
const KEPT_MAX = 10_000
const CLOCK_SKEW_SECONDS = 30
const algorithms = ['ES256', 'RS256', 'PS256', 'EdDSA']

export function authoriser({ issuer, audience, keys }: Issuer, identity: Identity, consumers: Consumers) {
  /** By the Authorization header as it came. */
  const kept = new Map<string, Known>()

  const verify = async (authorization: string | undefined): Promise<Known> => {
    const token = bearerOf(authorization)
    try {
      const known =
        issuerOf(token) === LAYER_ISSUER ? await identity.verify(token) : await verifyConsumer(token)
      if (kept.size >= KEPT_MAX) kept.clear()
      kept.set(authorization as string, known)
      return known
    } catch (cause) {
      if (cause instanceof Problem) throw cause
      throw unauthenticated('the bearer token is not valid', 'invalid_token', cause)
    }
  }

  const verifyConsumer = async (token: string): Promise<Known> => {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms,
      clockTolerance: CLOCK_SKEW_SECONDS,
      requiredClaims: ['exp'],
    })
    const consumer = payload.client_id ?? payload.azp
    if (typeof consumer !== 'string') throw new Error('the token names no client_id')
    const { customer_id: customerId } = payload
    return {
      caller: {
        kind: 'consumer',
        consumer,
        customerId: typeof customerId === 'string' ? customerId : undefined,
      },
      expiresAtMs: (payload.exp ?? 0) * 1000,
    }
  }

  /** @throws Problem `unauthenticated` or `forbidden` */
  return function authorise(
    { headers }: IncomingMessage,
    contract: ContractData,
    operation: OperationData,
  ): Caller | Promise<Caller> {
    if (operation.security.length === 0) return nobody
    const { authorization } = headers
    const known = authorization === undefined ? undefined : kept.get(authorization)
    if (known && known.expiresAtMs > Date.now()) return permit(known.caller, contract, operation, consumers)
    return verify(authorization).then(({ caller }) => permit(caller, contract, operation, consumers))
  }
}

function permit(
  caller: ConsumerCaller | LayerCaller,
  { id, layer }: ContractData,
  { security }: OperationData,
  consumers: Consumers,
): Caller {
  if (caller.kind === 'layer') {
    if (caller.audience === layer) return caller
    throw new Problem('forbidden', `a token for the ${caller.audience} layer at ${id}`)
  }
  const consumer = consumers.get(caller.consumer)
  if (security.includes('admin')) {
    if (consumer?.scopes?.includes(ADMIN_SCOPE)) return caller
    throw new Problem('forbidden', `${caller.consumer} is not registered with ${ADMIN_SCOPE}`, {
      detail: `The consumer is not registered with the scope ${ADMIN_SCOPE}.`,
    })
  }
  const open = security.includes('consumer') || security.includes('customer')
  if (!open || !consumer?.uses.includes(id))
    throw new Problem('forbidden', `${caller.consumer} is not registered for ${id}`, {
      detail: `The consumer is not registered for ${id}.`,
    })
  if (!security.includes('consumer') && caller.customerId === undefined)
    throw new Problem('forbidden', 'the token has no claim customer_id', {
      detail: 'The operation is about the signed-in customer, and the token proves none.',
    })
  return caller
}

function bearerOf(authorization: string | undefined): string {
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization ?? '')?.[1]
  if (token === undefined) throw unauthenticated('no bearer token', undefined)
  return token
}

function issuerOf(token: string): string | undefined {
  return decodeJwt(token).iss
}

const unauthenticated = (message: string, error: string | undefined, cause?: unknown) =>
  new Problem('unauthenticated', message, {
    headers: {
      'www-authenticate': error ? `Bearer realm="strata", error="${error}"` : 'Bearer realm="strata"',
    },
    cause,
  })
