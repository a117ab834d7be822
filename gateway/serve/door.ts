/** What is refused before anything is routed: what router and reader, or a proxy and we, could understand differently. */
import type { IncomingMessage } from 'node:http'
import { Problem } from '../problem.ts'

/** @throws Problem `ambiguous-path` or `malformed-request` */
export function checkRequest({ url = '', rawHeaders }: IncomingMessage): void {
  checkTarget(url)
  checkHeaders(rawHeaders)
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
const single = new Set(['host', 'authorization'])

function checkHeaders(rawHeaders: readonly string[]): void {
  let hosts = 0
  let authorizations = 0
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] as string
    // Their lengths tell most names apart from these two.
    if (name.length !== 4 && name.length !== 13) continue
    const lower = name.toLowerCase()
    if (!single.has(lower)) continue
    if (lower === 'host' ? hosts++ : authorizations++)
      throw new Problem('malformed-request', `more than one header ${lower}`)
  }
}
