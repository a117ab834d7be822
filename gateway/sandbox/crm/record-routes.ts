/** `/sobjects/{object}/{id}`: one record by the CRM's own id. */
import { refuseIfStale, unlessModified, versionHeaders } from './conditional.ts'
import type { CrmContext } from './context.ts'
import { type CrmReply, type CrmRequest, methodNotAllowed, notFound, ok } from './exchange.ts'
import { listedFields, toRecord } from './record.ts'
import type { ObjectType } from './schema.ts'
import type { Row } from './store.ts'
import { checkedValues } from './validation.ts'

const noContent: CrmReply = { status: 204 }

export function recordRoute(
  { store, dataPath }: CrmContext,
  request: CrmRequest,
  object: ObjectType,
  id: string,
): CrmReply {
  const row = store.byId(object, id)
  if (!row) throw notFound(`Provided external ID field does not exist or is not accessible: ${id}`)
  switch (request.method) {
    case 'GET':
    case 'HEAD':
      return unlessModified(request, row) ?? ok(shown(request, row, dataPath), versionHeaders(row))
    case 'PATCH':
      refuseIfStale(request, row)
      store.update(row, checkedValues(store, object, request.body, row))
      return noContent
    case 'DELETE':
      store.remove(row)
      return noContent
    default:
      throw methodNotAllowed(request.method, 'HEAD,GET,PATCH,DELETE')
  }
}

/** The whole record, or the fields asked for. */
export function shown({ parameters }: CrmRequest, row: Row, dataPath: string) {
  const list = parameters.get('fields')
  return toRecord(row, dataPath, list === null ? undefined : listedFields(row.object, list))
}
