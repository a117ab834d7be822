/**
 * Gives each step of a call an idempotency key of its own, derived from the call's key: the same again when the call
 * comes again, so that every layer can tell a repetition from a new wish.
 */
import { randomUUID } from 'node:crypto'
import { derive } from '../call.ts'
import { firstVersionOf } from '../idempotency/first-version.ts'
import type { Policy } from './policy.ts'

export const stepKey: Policy = ({ contract, operation }, next) => {
  if (operation.idempotency === 'none') return next
  const api = firstVersionOf(contract.id)
  return function stepKey(request, call) {
    const key = call.key
      ? derive(call.key, api, operation.id, call.nextOrdinal(operation.id)).toString('base64url').slice(0, 32)
      : operation.idempotency === 'required'
        ? randomUUID()
        : undefined
    return next(request, key ? call.step(key) : call)
  }
}
