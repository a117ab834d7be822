/**
 * What a request under a key wishes for. The key, with who sent it to which operation, finds the wish again; the
 * fingerprint tells whether it is still the same one.
 */
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import { type Caller, derive } from '../call.ts'
import type { OperationRequest } from '../hop/policy.ts'
import { fingerprint } from './fingerprint.ts'
import { firstVersionOf } from './first-version.ts'

export interface Wish {
  /** Of its record in the store: each version of an API remembers its own answer. */
  readonly id: string
  /** The id it has in the first version of the API. */
  readonly origin: string
  readonly fingerprint: string
  /** What is asked of which API. */
  readonly api: string
  readonly operation: string
}

const ID_CHARACTERS = 32

/** A wish as its caller names it: no two callers, and no two operations, have one in common. */
export const wishOf = (
  key: string,
  { consumer, customerId = '' }: Caller,
  { id: api }: ContractData,
  operation: OperationData,
  request: OperationRequest,
): Wish => {
  const idIn = (version: string) => idOf('wish', consumer, customerId, version, operation.id, key)
  const id = idIn(api)
  const first = firstVersionOf(api)
  return {
    id,
    origin: first === api ? id : idIn(first),
    fingerprint: fingerprint(request),
    api,
    operation: operation.id,
  }
}

/**
 * A wish of the layer above, under a key derived from the wish it belongs to. It is the same wish whatever the layer
 * asks for on its second run: what it read in between may have changed, what it wishes for has not.
 */
export const innerWishOf = (key: string, { id: api }: ContractData, operation: OperationData): Wish => {
  const id = idOf('inner wish', api, operation.id, key)
  return { id, origin: id, fingerprint: '', api, operation: operation.id }
}

/**
 * The key the steps of a wish are derived from, whatever version of the API it is sent to. With another content it is
 * another one, even when its record is gone.
 */
export const keyOf = ({ origin, fingerprint }: Wish): string => idOf('key', origin, fingerprint)

const idOf = (...parts: readonly string[]): string =>
  derive(...parts)
    .toString('base64url')
    .slice(0, ID_CHARACTERS)
