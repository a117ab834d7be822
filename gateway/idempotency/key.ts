/** The Idempotency-Key header (draft-ietf-httpapi-idempotency-key-header): bare, or as the structured-field string of the draft. */
import type { IncomingHttpHeaders } from 'node:http'
import type { OperationData } from '../../contracts/runtime/load.ts'
import { Problem } from '../problem.ts'

const usable = /^[\w.:~-]{8,128}$/

/** @throws Problem `idempotency-key-missing` or `idempotency-key-invalid` */
export function readKey(headers: IncomingHttpHeaders, { idempotency }: OperationData): string | undefined {
  if (idempotency === 'none') return undefined
  const raw = headers['idempotency-key']
  if (raw === undefined) {
    if (idempotency === 'required') throw new Problem('idempotency-key-missing', 'no Idempotency-Key')
    return undefined
  }
  const key = String(raw).replace(/^"(.*)"$/, '$1')
  if (!usable.test(key)) throw new Problem('idempotency-key-invalid', 'an unusable Idempotency-Key')
  return key
}
