/** JSON over HTTP as a contract describes it: for layers that run elsewhere, and for backends that speak it. */
import type { Reply } from '../../contracts/contract.ts'
import { Problem } from '../problem.ts'
import { encode } from './encode.ts'
import type { WireReply, WireRequest } from './exchange.ts'
import type { OperationRequest, Target } from './policy.ts'
import { headerWriter, urlWriter } from './url.ts'

/** A function that writes requests to one operation; `headers` are added to those of the contract. */
export function requestWriter(
  { operation }: Target,
  prefix: string,
): (request: OperationRequest, headers: string[]) => WireRequest {
  const writeUrl = urlWriter(operation, prefix)
  const writeHeaders = headerWriter(operation)
  const [first] = Object.keys(operation.body?.media ?? {})
  return function writeRequest(request, headers) {
    writeHeaders(request, headers)
    const { body, mediaType = first } = request
    const content = body === undefined || mediaType === undefined ? undefined : encode(body, mediaType)
    if (content) headers.push('content-type', content.type)
    return { method: operation.method, path: writeUrl(request), headers, body: content?.body ?? null }
  }
}

/** The media types an operation answers with, for an Accept header. */
export const acceptOf = ({ operation: { responses } }: Target): string =>
  [
    ...new Set([
      'application/json',
      'application/problem+json',
      ...Object.values(responses).flatMap(({ mediaType }) => mediaType ?? []),
    ]),
  ].join(', ')

/** Reads a reply. Text that is no JSON where JSON is due breaks the contract. */
export function readReply(
  { contract, operation }: Target,
  { status, headers, bytes, text }: WireReply,
): Reply {
  const type = headers['content-type']
  const picked = pick(headers)
  if (text === '') return { status, headers: picked }
  if (!isJson(typeof type === 'string' ? type : undefined)) {
    const declared = operation.responses[status]?.mediaType
    if (declared && !isJson(declared))
      return { status, headers: picked, body: declared.startsWith('text/') ? text : bytes }
    return { status, headers: picked, body: { undeclared: String(type) } }
  }
  try {
    return { status, headers: picked, body: JSON.parse(text) }
  } catch (cause) {
    throw new Problem(
      'contract-broken',
      `${contract.id} ${operation.id} answered ${status} with broken JSON`,
      {
        owner: contract.owner,
        cause,
      },
    )
  }
}

export const isJson = (type: string | undefined): boolean =>
  type === 'application/json' || (type !== undefined && /^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(type))

/** Reply headers that mean something to a caller; the rest belongs to the connection. */
const kept = ['location', 'etag', 'last-modified', 'retry-after', 'age', 'x-degraded'] as const

function pick(headers: WireReply['headers']): Record<string, string> {
  const picked: Record<string, string> = {}
  for (const name of kept) {
    const value = headers[name]
    if (typeof value === 'string') picked[name] = value
  }
  return picked
}
