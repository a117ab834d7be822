/** The body of a request: read up to its limit, in the media type the contract takes, and decoded without loss. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BodyData, MediaData } from '../../contracts/runtime/load.ts'
import { type Shape, typed } from '../../contracts/runtime/parameters.ts'
import { isJson } from '../hop/http-json.ts'
import { Problem } from '../problem.ts'
import { parseJson, readText } from './read-json.ts'

export interface Body {
  /** `undefined` when there is none. */
  readonly value: unknown
  readonly mediaType: string | undefined
}

const absent: Body = { value: undefined, mediaType: undefined }

/** Reads and decodes; whether the value is allowed, the operation checks. */
export async function readBody(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { media }: BodyData,
  limitBytes: number,
): Promise<Body> {
  const { headers } = incoming
  const length = headers['content-length']
  if (headers['transfer-encoding'] === undefined && (length === undefined || length === '0')) return absent
  const mediaType = mediaTypeOf(incoming, media)
  if (Number(length ?? 0) > limitBytes) throw tooLarge(limitBytes)
  if (headers.expect?.toLowerCase() === '100-continue') outgoing.writeContinue()
  const bytes = await collect(incoming, limitBytes)
  if (bytes.length === 0) return absent
  return {
    value: await decode(bytes, mediaType, headers['content-type'] ?? '', media[mediaType] as MediaData),
    mediaType,
  }
}

function mediaTypeOf({ headers }: IncomingMessage, media: BodyData['media']): string {
  const coding = headers['content-encoding']
  const [essence = '', ...parameters] = (headers['content-type'] ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase())
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '')
  const known = Object.keys(media).find((type) => type === essence || (type === '*/*' && essence !== ''))
  if (
    known !== undefined &&
    (coding === undefined || coding === 'identity') &&
    (charset === undefined || charset === 'utf-8' || charset === 'utf8')
  )
    return known
  throw new Problem('unsupported-media-type', 'a media type or coding the operation does not take', {
    detail: `The operation takes ${Object.keys(media).join(', ')}, unencoded.`,
    headers: { accept: Object.keys(media).join(', '), connection: 'close' },
  })
}

/** @throws Problem `payload-too-large` once the limit is passed; the rest is not read */
function collect(incoming: IncomingMessage, limitBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limitBytes) {
        incoming.pause()
        reject(tooLarge(limitBytes))
      } else chunks.push(chunk)
    })
    incoming.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)))
    incoming.on('error', (cause) => reject(new Problem('request-timeout', 'the body was cut off', { cause })))
  })
}

const tooLarge = (limitBytes: number) =>
  new Problem('payload-too-large', `a body of more than ${limitBytes} bytes`, {
    detail: `The operation takes at most ${limitBytes} bytes.`,
    headers: { connection: 'close' },
  })

async function decode(
  bytes: Buffer,
  mediaType: string,
  contentType: string,
  { shape }: MediaData,
): Promise<unknown> {
  if (isJson(mediaType)) return parseJson(bytes)
  if (mediaType === 'application/x-www-form-urlencoded')
    return fromPairs(new URLSearchParams(readText(bytes)), shape)
  if (mediaType === 'multipart/form-data') {
    const form = await new Response(bytes, { headers: { 'content-type': contentType } })
      .formData()
      .catch((cause) => {
        throw new Problem('malformed-request', 'the multipart body cannot be read', { cause })
      })
    return fromPairs(
      await Promise.all([...form].map(async ([name, value]) => [name, await contentOf(value)] as const)),
      shape,
    )
  }
  return mediaType.startsWith('text/') ? readText(bytes) : bytes
}

/** A file arrives as its text: a contract says `type: string`. */
const contentOf = (value: string | Blob) => (typeof value === 'string' ? value : value.text())

/** Form fields as an object; a field whose schema is an array collects its values. */
function fromPairs(pairs: Iterable<readonly [string, string]>, shape: Shape): Record<string, unknown> {
  const object: Record<string, unknown> = Object.create(null)
  for (const [name, raw] of pairs) {
    const own =
      shape.kind === 'object' && Object.hasOwn(shape.properties, name) ? shape.properties[name] : undefined
    if (own?.kind === 'array') {
      object[name] ??= []
      ;(object[name] as unknown[]).push(typed(raw, own.items))
    } else if (name in object)
      throw new Problem('validation-failed', 'a form field twice', {
        errors: [{ in: 'body', pointer: `#/${name}`, detail: 'is given more than once' }],
      })
    else object[name] = own ? typed(raw, own) : raw
  }
  return { ...object }
}
