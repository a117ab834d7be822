/** One row of a table of bad requests, and how the requests are written. */
import { randomUUID } from 'node:crypto'
import type { ProblemSlug } from '../../../contracts/problems.ts'
import { type RequestParts, request } from '../support.ts'

/** `pointers` are those of the problem's `errors`. */
export type Row = readonly [
  name: string,
  bytes: string | Buffer,
  slug: ProblemSlug,
  pointers?: readonly string[],
]

export const api = '/experience/shop/v1'

/** Stands in hostile values, and must stand in no reply. */
export const mark = 'Zx81mark'

export const good: string = JSON.stringify({ name: mark, quantity: 1 })

type Headers = NonNullable<RequestParts['headers']>

/** Requests that are in order but for what is given. */
export function writer(bearer: string) {
  const usual = () => ({
    authorization: bearer,
    'idempotency-key': randomUUID(),
    'content-type': 'application/json',
  })
  const chunks = { 'transfer-encoding': 'chunked', 'content-length': undefined }
  return {
    get: (target: string, headers: Headers = {}) =>
      request(`GET ${target}`, { headers }, { authorization: bearer }),
    add: (body: string | Uint8Array, headers: Headers = {}) =>
      request(`POST ${api}/items`, { headers, body }, usual()),
    addValue: (value: unknown) => request(`POST ${api}/items`, { body: JSON.stringify(value) }, usual()),
    /** @param body with its chunk sizes */
    addChunks: (body: string) => request(`POST ${api}/items`, { headers: chunks, body }, usual()),
    head: (line: string, headers: Headers = {}) => request(line, { headers }, usual()),
  }
}

export type Writer = ReturnType<typeof writer>
