/** JSON over HTTP as a contract describes it: for layers that run elsewhere, and for backends that speak it. */
import type { Reply } from '../../contracts/contract.ts'
import { Problem } from '../problem.ts'
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
  const [mediaType] = Object.keys(operation.body?.media ?? {})
  return function writeRequest(request, headers) {
    writeHeaders(request, headers)
    const { body } = request
    if (body !== undefined && mediaType) headers.push('content-type', mediaType)
    return {
      method: operation.method,
      path: writeUrl(request),
      headers,
      body:
        body === undefined ? null : isJson(mediaType) ? JSON.stringify(body) : (body as string | Uint8Array),
    }
  }
}

/** Reads a reply. Text that is no JSON where JSON is due breaks the contract. */
export function readReply({ contract, operation }: Target, { status, headers, text }: WireReply): Reply {
  const type = headers['content-type']
  const picked = pick(headers)
  if (text === '') return { status, headers: picked }
  if (!isJson(typeof type === 'string' ? type : undefined)) {
    if (operation.responses[status]?.mediaType && !isJson(operation.responses[status].mediaType))
      return { status, headers: picked, body: text }
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
const kept = ['location', 'etag', 'last-modified', 'retry-after'] as const

function pick(headers: WireReply['headers']): Record<string, string> {
  const picked: Record<string, string> = {}
  for (const name of kept) {
    const value = headers[name]
    if (typeof value === 'string') picked[name] = value
  }
  return picked
}
