/** What is refused before anything is routed: targets that router and reader could understand differently. */
import type { IncomingMessage } from 'node:http'
import { Problem } from '../problem.ts'

/** Empty, `.` and `..` segments, backslashes, and anything percent-encoded that would change the structure of the path. */
const ambiguous = /\/\/|\/\.{1,2}(?:\/|$)|\\|%(?:2f|5c|2e|[01][0-9a-f]|7f)/i
const unreadable = /%(?![0-9a-f]{2})|[^\x21-\x7e]|#/i

/** @throws Problem `ambiguous-path` or `malformed-request` */
export function checkTarget({ url = '' }: IncomingMessage): void {
  const end = url.indexOf('?')
  const path = end < 0 ? url : url.slice(0, end)
  if (!path.startsWith('/')) throw new Problem('malformed-request', 'the request target is no path')
  if (plain.test(url)) return
  if (unreadable.test(url))
    throw new Problem('malformed-request', 'the request target has characters a URL cannot have')
  if (ambiguous.test(path)) throw new Problem('ambiguous-path', 'the path is ambiguous')
  try {
    decodeURIComponent(path)
  } catch (cause) {
    throw new Problem('malformed-request', 'the path is not UTF-8', { cause })
  }
}

/** The usual target: nothing to look at twice. */
const plain = /^(?:\/[\w-]+(?:\.[\w-]+)*)+(?:\?[\w=&.,~:-]*)?$/
