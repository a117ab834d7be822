/** What a request asks for, as one hash: spacing and the order of members make no difference, values do. */

import { derive } from '../call.ts'
import type { OperationRequest } from '../hop/policy.ts'

export function fingerprint({ params, query, body, mediaType = '' }: OperationRequest): string {
  const content = body instanceof Uint8Array ? Buffer.from(body).toString('base64') : canonical(body)
  return derive(canonical(params), canonical(query), mediaType, content).toString('base64url')
}

/** JSON with the members of each object in the order of their names. */
function canonical(value: unknown): string {
  try {
    return JSON.stringify(value, inOrder) ?? ''
  } catch (error) {
    // Nested deeper than anybody can write down: the operation refuses it, whatever the key.
    if (error instanceof RangeError) return ''
    throw error
  }
}

const inOrder = (_: string, member: unknown): unknown =>
  member !== null && typeof member === 'object' && !Array.isArray(member)
    ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
    : member
