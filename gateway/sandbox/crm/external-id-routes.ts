/** `/sobjects/{object}/{field}/{value}`: one record by the id another system gave it. PATCH creates it when it is missing. */
import type { CrmContext } from './context.ts'
import { type CrmReply, type CrmRequest, methodNotAllowed, notFound, ok, Refusal } from './exchange.ts'
import { recordPath } from './record.ts'
import { recordRoute, shown } from './record-routes.ts'
import { fieldNamed, type ObjectType } from './schema.ts'
import { asObject, checkedValues } from './validation.ts'

export function externalIdRoute(
  context: CrmContext,
  request: CrmRequest,
  object: ObjectType,
  fieldInPath: string,
  value: string,
): CrmReply {
  const [name, field] = fieldNamed(object, fieldInPath) ?? []
  if (name === 'Id') return recordRoute(context, request, object, value)
  if (!name || !field?.externalId) {
    throw notFound(`Provided external ID field does not exist or is not accessible: ${fieldInPath}`)
  }
  const row = context.store.byExternalId(object, value)
  switch (request.method) {
    case 'GET':
    case 'HEAD':
      if (!row) throw notFound()
      return ok(shown(request, row, context.dataPath))
    case 'PATCH':
      return upsert(context, request, object, name, value)
    case 'DELETE':
      if (!row) throw notFound()
      context.store.remove(row)
      return { status: 204 }
    default:
      throw methodNotAllowed(request.method, 'HEAD,GET,PATCH,DELETE')
  }
}

function upsert(
  { store, dataPath }: CrmContext,
  { body, parameters }: CrmRequest,
  object: ObjectType,
  key: string,
  value: string,
): CrmReply {
  if (Object.keys(asObject(body)).some((name) => fieldNamed(object, name)?.[0] === key)) {
    const message = `The ${key} field should not be specified in the sobject data.`
    throw new Refusal(400, 'INVALID_FIELD', message, [key])
  }
  const row = store.byExternalId(object, value)
  if (row) {
    store.update(row, checkedValues(store, object, body, row))
    return ok({ id: row.id, success: true, errors: [], created: false })
  }
  if (parameters.get('updateOnly') === 'true') throw notFound()
  const made = store.insert(object, checkedValues(store, object, { ...asObject(body), [key]: value }))
  const headers = { location: recordPath(made, dataPath) }
  return { status: 201, headers, body: { id: made.id, success: true, errors: [], created: true } }
}
