/**
 * What a request under a key wishes for. The key, with who sent it to which operation, finds the wish again; the
 * fingerprint tells whether it is still the same one.
 */
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import { type Caller, derive } from '../call.ts'
import type { OperationRequest } from '../hop/policy.ts'
import { fingerprint } from './fingerprint.ts'

export interface Wish {
  /** Of its record in the store. */
  readonly id: string
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
  { id }: ContractData,
  operation: OperationData,
  request: OperationRequest,
): Wish => ({
  id: idOf('wish', consumer, customerId, id, operation.id, key),
  fingerprint: fingerprint(request),
  api: id,
  operation: operation.id,
})

/**
 * A wish of the layer above, under a key derived from the wish it belongs to. It is the same wish whatever the layer
 * asks for on its second run: what it read in between may have changed, what it wishes for has not.
 */
export const innerWishOf = (key: string, { id }: ContractData, operation: OperationData): Wish => ({
  id: idOf('inner wish', id, operation.id, key),
  fingerprint: '',
  api: id,
  operation: operation.id,
})

/** The key the steps of a wish are derived from. With another content it is another one, even when its record is gone. */
export const keyOf = ({ id, fingerprint }: Wish): string => idOf('key', id, fingerprint)

const idOf = (...parts: readonly string[]): string =>
  derive(...parts)
    .toString('base64url')
    .slice(0, ID_CHARACTERS)
