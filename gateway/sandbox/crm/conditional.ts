/** Conditional requests on a record: read it only if it changed, change it only if nobody else did. */
import { createHash } from 'node:crypto'
import { type CrmReply, type CrmRequest, header, Refusal } from './exchange.ts'
import { fieldValue, type Row } from './store.ts'

const notModified: CrmReply = { status: 304 }

/** The only object with entity tags. Others go by the date of their last change. */
const taggedObject = 'Account'

export function versionHeaders(row: Row): Record<string, string> {
  const tag = entityTag(row)
  return { 'last-modified': lastModified(row).toUTCString(), ...(tag && { etag: tag }) }
}

/** The reply to a read whose reader already has this version. */
export function unlessModified(request: CrmRequest, row: Row): CrmReply | undefined {
  const known = header(request, 'if-none-match')
  if (known !== undefined && hasTag(row, known)) return { ...notModified, headers: versionHeaders(row) }
  if (known !== undefined && entityTag(row)) return undefined
  const since = dateHeader(request, 'if-modified-since')
  return since && lastModified(row) <= since ? notModified : undefined
}

export function refuseIfStale(request: CrmRequest, row: Row): void {
  const wanted = header(request, 'if-match')
  const unwanted = header(request, 'if-none-match')
  const unmodifiedSince = validDateHeader(request, 'if-unmodified-since')
  const modifiedSince = validDateHeader(request, 'if-modified-since')
  const stale =
    (wanted !== undefined && entityTag(row) && !hasTag(row, wanted)) ||
    (unwanted !== undefined && hasTag(row, unwanted)) ||
    (unmodifiedSince && lastModified(row) > unmodifiedSince) ||
    (modifiedSince && lastModified(row) <= modifiedSince)
  if (stale) throw new Refusal(412, 'PRECONDITION_FAILED', 'Precondition failed')
}

function entityTag({ object, id, revision }: Row): string | undefined {
  if (object.name !== taggedObject) return undefined
  const hash = createHash('sha1').update(`${id}/${revision}`).digest('base64')
  return `"${hash}-gzip"`
}

function hasTag(row: Row, list: string): boolean {
  const tag = entityTag(row)
  return tag !== undefined && list.split(',').some((item) => ['*', tag].includes(item.trim()))
}

function lastModified(row: Row): Date {
  return new Date(Number(fieldValue(row, 'LastModifiedDate')))
}

function dateHeader(request: CrmRequest, name: string): Date | undefined {
  const date = new Date(header(request, name) ?? Number.NaN)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** On a write a date nobody can read is an error: ignoring it would drop the caller's safeguard. */
function validDateHeader(request: CrmRequest, name: string): Date | undefined {
  const date = dateHeader(request, name)
  if (date || header(request, name) === undefined) return date
  throw new Refusal(400, 'INVALID_HEADER', `Invalid value of header ${name}`)
}
