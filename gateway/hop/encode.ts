/** A request body in the media type of its contract. */
import { randomUUID } from 'node:crypto'

interface Content {
  readonly type: string
  readonly body: string | Uint8Array
}

export function encode(value: unknown, mediaType: string): Content {
  if (value instanceof Uint8Array) return { type: mediaType, body: value }
  if (mediaType === 'application/x-www-form-urlencoded')
    return { type: mediaType, body: new URLSearchParams(pairsOf(value)).toString() }
  if (mediaType === 'multipart/form-data') return multipart(pairsOf(value))
  if (typeof value === 'string' && !mediaType.includes('json')) return { type: mediaType, body: value }
  return { type: mediaType, body: JSON.stringify(value) }
}

/** The fields of a form; an array is a field for each of its items. */
const pairsOf = (value: unknown): [string, string][] =>
  Object.entries(value as object).flatMap(([name, member]) =>
    [member].flat().map((item): [string, string] => [name, String(item)]),
  )

/** RFC 7578, for fields that are text. */
function multipart(pairs: readonly [string, string][]): Content {
  const boundary = `strata-${randomUUID()}`
  const parts = pairs.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name.replaceAll('"', '%22')}"\r\n\r\n${value}\r\n`,
  )
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${parts.join('')}--${boundary}--\r\n` }
}
