/** A reply on the wire: serialised once, headers written in one go. */
import type { Reply } from '../../contracts/contract.ts'
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import { announced, announcementOf } from '../lifecycle/announcement.ts'

/** @param own headers that belong to who asked, not to the answer */
export type Respond = (reply: Reply, own?: Readonly<Record<string, string>>) => Response

/** A function that writes the replies of one operation. */
export function responder(contract: ContractData, { responses }: OperationData): Respond {
  const { id } = contract
  const announcement = announcementOf(contract)
  const typeOf = Object.fromEntries(
    Object.entries(responses).map(([status, { mediaType }]) => [status, withCharset(mediaType)]),
  )
  return function respond(reply, own) {
    const { status, body, ...rest } = announced(reply, announcement)
    const headers = own?.vary && rest.headers?.vary ? varying(rest.headers, own.vary) : rest.headers
    if (body === undefined)
      return new Response(null, { status, headers: { ...guarded, ...own, ...absolute(headers, id) } })
    const type = typeOf[status] ?? 'application/json'
    const content = typeof body === 'string' && !type.includes('json') ? body : JSON.stringify(body)
    return new Response(body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : content, {
      status,
      headers: { 'content-type': type, ...guarded, ...own, ...(headers && absolute(headers, id)) },
    })
  }
}

/** Kept by nobody unless the contract says so (`x-cache`), and never taken for a page or a script. */
const guarded = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

const varying = (headers: Readonly<Record<string, string>>, also: string) => ({
  ...headers,
  vary: `${headers.vary}, ${also}`,
})

const withCharset = (type: string | undefined) =>
  type?.startsWith('text/') && !type.includes('charset=') ? `${type}; charset=utf-8` : type

/** Handlers name locations inside their API; clients see them below its prefix. */
function absolute(headers: Reply['headers'], id: string): Record<string, string> {
  const location = headers?.location
  if (location === undefined) return { ...headers }
  const below = location.startsWith('/') && !location.startsWith(`/${id}/`) ? `/${id}${location}` : location
  return { ...headers, location: below.replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent) }
}

/** For replies that belong to no operation. */
export const respondPlain = ({ status, headers, body }: Reply): Response =>
  new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...guarded, ...headers },
  })
