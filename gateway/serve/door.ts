/** What is refused before anything is routed: what router and reader, or a proxy and we, could understand differently. */
import type { IncomingMessage } from 'node:http'
import { Problem } from '../problem.ts'
import type { ClientAddress } from '../security/client-address.ts'

export interface DoorOptions {
  /** The names this port is called by, in lower case; `undefined`: any. */
  readonly hosts: ReadonlySet<string> | undefined
  readonly clientAddress: ClientAddress
}

export type CheckRequest = (incoming: IncomingMessage) => void

/** @returns a function that throws Problem `ambiguous-path`, `malformed-request` or `misdirected-request` */
export const door = ({ hosts, clientAddress }: DoorOptions): CheckRequest =>
  function checkRequest(incoming) {
    const { url = '', headers, rawHeaders } = incoming
    checkTarget(url)
    checkHeaders(rawHeaders)
    // The parser finds out, but only when the request is under way.
    const coding = headers['transfer-encoding']
    if (coding !== undefined && coding.toLowerCase() !== 'chunked')
      throw new Problem('malformed-request', 'another transfer coding', { headers: { connection: 'close' } })
    if (hosts) checkHost(headers.host ?? '', url, hosts)
    if (headers['x-forwarded-for'] !== undefined) clientAddress.check(incoming)
  }

/** Empty, `.` and `..` segments, backslashes, and anything percent-encoded that would change the structure of the path. */
const ambiguous = /\/\/|\/\.{1,2}(?:\/|$)|\\|%(?:2f|5c|2e|[01][0-9a-f]|7f)/i
const unreadable = /%(?![0-9a-f]{2})|[^\x21-\x7e]|#/i
/** The usual target: nothing to look at twice. */
const plain = /^(?:\/[\w-]+(?:\.[\w-]+)*)+(?:\?[\w=&.,~:-]*)?$/

function checkTarget(url: string): void {
  if (plain.test(url)) return
  const end = url.indexOf('?')
  const path = end < 0 ? url : url.slice(0, end)
  if (!path.startsWith('/')) throw new Problem('malformed-request', 'the request target is no path')
  if (unreadable.test(url))
    throw new Problem('malformed-request', 'the request target has characters a URL cannot have')
  if (ambiguous.test(path)) throw new Problem('ambiguous-path', 'the path is ambiguous')
  try {
    decodeURIComponent(path)
  } catch (cause) {
    throw new Problem('malformed-request', 'the path is not UTF-8', { cause })
  }
}

/** Node keeps the first of these and drops the others; somebody before us may have looked at another one. */
const single = new Set(['host', 'authorization', 'content-type', 'origin'])
/** Their lengths tell most names apart from these, and from Connection. */
const lengths = new Set([...single, 'connection'].map(({ length }) => length))

function checkHeaders(rawHeaders: readonly string[]): void {
  const found: string[] = []
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] as string
    if (!lengths.has(name.length)) continue
    const lower = name.toLowerCase()
    if (lower === 'connection') checkConnection(rawHeaders[index + 1] as string)
    if (!single.has(lower)) continue
    if (found.includes(lower)) throw new Problem('malformed-request', `more than one header ${lower}`)
    found.push(lower)
  }
}

/** Who is named there belongs to one connection, and would be taken off by a proxy that follows RFC 9110 (7.6.1). */
const ofConnection =
  /^[\s,]*(?:(?:close|keep-alive|upgrade|te|trailers?|transfer-encoding|proxy-[\w-]+|http2-settings)[\s,]*)*$/i

function checkConnection(value: string): void {
  if (value !== 'keep-alive' && value !== 'close' && !ofConnection.test(value))
    throw new Problem('malformed-request', 'Connection names a header that concerns us')
}

/** Whoever checks the health of a process calls it by its address. */
const forAll = new Set(['/livez', '/readyz'])

function checkHost(host: string, url: string, hosts: ReadonlySet<string>): void {
  const name = host.replace(/:\d*$/, '').toLowerCase()
  if (!hosts.has(name) && !forAll.has(url)) throw new Problem('misdirected-request', 'another host')
}
