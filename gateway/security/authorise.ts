/** Who is calling, and whether they may: tokens are verified once and remembered until they expire. */
import type { IncomingMessage } from 'node:http'
import { decodeJwt, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import { type Caller, nobody } from '../call.ts'
import { Problem } from '../problem.ts'
import { StoreUnavailable } from '../store/driver.ts'
import { type ApiKeys, KEY_PREFIX, type KeyRecord } from './api-keys.ts'
import { type Consumers, isTooLate } from './consumers.ts'
import { type Identity, LAYER_ISSUER, type LayerCaller } from './identity.ts'
import type { Attempts } from './limits/attempts.ts'
import type { Meter } from './limits/meter.ts'
import type { Meters } from './limits/meters.ts'
import { Recent } from './recent.ts'

export interface Issuer {
  readonly issuer: string
  readonly audience: string
  readonly keys: JWTVerifyGetKey
}

interface ConsumerCaller extends Caller {
  readonly kind: 'consumer'
}

/** Who has been let in. */
export interface Admitted {
  readonly caller: Caller
  /** Counts what it asks for; nothing for who is not limited. */
  readonly meter?: Meter | undefined
}

interface Proved {
  readonly caller: ConsumerCaller | LayerCaller
  readonly expiresAtMs: number
}

type Known = Proved & Admitted

const ADMIN_SCOPE = 'strata:admin'
const KEPT_MAX = 5_000
/** Longer ones are verified each time: what is kept has to fit into memory. */
const KEPT_LENGTH_MAX = 4_096
/** A key the issuer takes back is a key for no longer than that. */
const KEPT_MS = 5 * 60_000
const CLOCK_SKEW_SECONDS = 30
/** Asymmetric ones alone: nobody who can check a token can make one. */
const algorithms = ['ES256', 'RS256', 'PS256', 'EdDSA', 'Ed25519']

export interface AuthoriserOptions {
  readonly issuer: Issuer
  readonly identity: Identity
  readonly apiKeys: ApiKeys
  readonly consumers: Consumers
  readonly meters: Meters
  readonly attempts: Attempts
}

/** A promise only for tokens not seen before. */
export type Authorise = (
  incoming: IncomingMessage,
  contract: ContractData,
  operation: OperationData,
) => Admitted | Promise<Admitted>

export interface Authoriser {
  /** @throws Problem `unauthenticated`, `forbidden`, or `rate-limited` who tries too many credentials */
  readonly authorise: Authorise
  /** Whoever comes next has to prove again who he is. */
  forget(): void
}

export function authoriser({
  issuer,
  identity,
  apiKeys,
  consumers,
  meters,
  attempts,
}: AuthoriserOptions): Authoriser {
  /** By the Authorization header as it came. */
  const kept = new Recent<string, Known>(KEPT_MAX)
  let generation = 0

  const verify = async (incoming: IncomingMessage): Promise<Known> => {
    const { authorization } = incoming.headers
    const token = bearerOf(authorization)
    attempts.check(incoming)
    const begunIn = generation
    try {
      const known = withMeter(await verifyToken(token))
      if (token.length <= KEPT_LENGTH_MAX && generation === begunIn) kept.set(authorization as string, known)
      return known
    } catch (cause) {
      if (cause instanceof Problem) throw cause
      attempts.failed(incoming)
      throw unauthenticated('the bearer token is not valid', 'invalid_token', cause)
    }
  }

  const withMeter = ({ caller, expiresAtMs }: Proved): Known => {
    const consumer = caller.kind === 'consumer' ? consumers.get(caller.consumer) : undefined
    return { caller, expiresAtMs, meter: consumer && meters.of(consumer, caller.customerId) }
  }

  const verifyToken = (token: string): Proved | Promise<Proved> => {
    if (token.startsWith(KEY_PREFIX)) return verifyKey(token)
    return issuerOf(token) === LAYER_ISSUER ? identity.verify(token) : verifyConsumer(token)
  }

  const verifyKey = (token: string): Proved => {
    const record = findKey(token, apiKeys)
    if (!record) throw new Error('no API key, or none any more')
    return {
      caller: { kind: 'consumer', consumer: record.consumer },
      expiresAtMs: Math.min(record.expiresAt ?? Infinity, Date.now() + KEPT_MS),
    }
  }

  const verifyConsumer = async (token: string): Promise<Proved> => {
    const { payload } = await jwtVerify(token, issuer.keys, {
      issuer: issuer.issuer,
      audience: issuer.audience,
      algorithms,
      clockTolerance: CLOCK_SKEW_SECONDS,
      requiredClaims: ['exp'],
    })
    const consumer = payload.client_id ?? payload.azp
    if (typeof consumer !== 'string') throw new Error('the token names no client_id')
    // RFC 9449, RFC 8705: bound to a key of its holder, who proves nothing here.
    if (payload.cnf !== undefined) throw new Error('the token is bound to a key')
    const { customer_id: customerId } = payload
    return {
      caller: {
        kind: 'consumer',
        consumer,
        customerId: typeof customerId === 'string' ? customerId : undefined,
      },
      expiresAtMs: Math.min((payload.exp ?? 0) * 1000, Date.now() + KEPT_MS),
    }
  }

  return {
    authorise(incoming, contract, operation) {
      if (operation.security.length === 0) return { caller: nobody }
      const { authorization } = incoming.headers
      const known = authorization === undefined ? undefined : kept.get(authorization)
      if (known && known.expiresAtMs > Date.now()) return permit(known, contract, operation, consumers)
      return verify(incoming).then((proved) => permit(proved, contract, operation, consumers))
    },
    forget() {
      generation++
      kept.clear()
    },
  }
}

/** @throws Problem when nobody can say whether it was revoked */
function findKey(token: string, apiKeys: ApiKeys): KeyRecord | undefined {
  try {
    return apiKeys.find(token)
  } catch (cause) {
    if (!(cause instanceof StoreUnavailable)) throw cause
    throw new Problem('upstream-unavailable', cause.message, { cause, headers: { 'retry-after': '5' } })
  }
}

function permit(
  known: Known,
  contract: ContractData,
  { security }: OperationData,
  consumers: Consumers,
): Admitted {
  const { caller } = known
  const { id, layer, lifecycle } = contract
  if (caller.kind === 'layer') {
    if (caller.audience === layer) return known
    throw new Problem('forbidden', `a token for the ${caller.audience} layer at ${id}`)
  }
  const consumer = consumers.get(caller.consumer)
  if (security.includes('admin')) {
    if (consumer?.scopes?.includes(ADMIN_SCOPE)) return known
    throw new Problem('forbidden', `${caller.consumer} is not registered with ${ADMIN_SCOPE}`, {
      detail: `The consumer is not registered with the scope ${ADMIN_SCOPE}.`,
    })
  }
  if (security.includes('publisher')) {
    if (consumer?.publishes?.length) return known
    throw new Problem('forbidden', `${caller.consumer} publishes nothing`, {
      detail: 'The consumer is not registered to publish events.',
    })
  }
  const open = security.includes('consumer') || security.includes('customer')
  if (!open || !consumer?.uses.includes(id))
    throw new Problem('forbidden', `${caller.consumer} is not registered for ${id}`, {
      detail: `The consumer is not registered for ${id}.`,
    })
  if (isTooLate(consumer, contract))
    throw new Problem('forbidden', `${caller.consumer} was registered for ${id} after it was deprecated`, {
      detail: `${id} is deprecated and takes no new consumers${lifecycle.successor ? `: register for ${lifecycle.successor}` : ''}.`,
    })
  if (!security.includes('consumer') && caller.customerId === undefined)
    throw new Problem('forbidden', 'the token has no claim customer_id', {
      detail: 'The operation is about the signed-in customer, and the token proves none.',
    })
  return known
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
