/** A reply as it is kept, to be given again byte for byte. */
import type { Reply } from '../../contracts/contract.ts'
import { Problem } from '../problem.ts'

interface SavedReply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Base64, in place of a body that is no JSON. */
  readonly bytes?: string
  /** It was too long to be kept, or nobody saw it. */
  readonly isCut?: true
}

/** Characters of an answer: thousands of them have to fit into the store. */
const LENGTH_MAX = 256 << 10

export function writeReply({ status, headers, body }: Reply): string {
  const content = body instanceof Uint8Array ? { bytes: Buffer.from(body).toString('base64') } : { body }
  const text = JSON.stringify({ status, ...(headers && { headers }), ...content } satisfies SavedReply)
  return text.length > LENGTH_MAX ? writeNotKept(status) : text
}

/** In place of a reply that cannot be given again. */
export const writeNotKept = (status: number): string =>
  JSON.stringify({ status, isCut: true } satisfies SavedReply)

/** A reply as far as it is kept. */
export function readOutline(text: string): Reply {
  const { bytes: _, isCut: __, ...reply } = JSON.parse(text) as SavedReply
  return reply
}

/** @throws Problem when it is not kept */
export function readReply(text: string): Reply {
  const { bytes, isCut, ...reply } = JSON.parse(text) as SavedReply
  if (isCut) throw new Problem('idempotency-body-not-retained', `the answer ${reply.status} is not kept`)
  return bytes === undefined ? reply : { ...reply, body: Buffer.from(bytes, 'base64') }
}

/** Tells the caller that the answer was given before. */
export const replayed = (reply: Reply): Reply => withHeader(reply, 'idempotency-replayed', 'true')

/** Tells the caller that the answer holds, and may not be given again word for word. */
export const unrecorded = (reply: Reply): Reply => withHeader(reply, 'idempotency-status', 'unrecorded')

const withHeader = (reply: Reply, name: string, value: string): Reply => ({
  ...reply,
  headers: { ...reply.headers, [name]: value },
})
