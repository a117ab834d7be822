/** `/sobjects`: lists the objects, describes one, and hands over to its records. */
import type { CrmContext } from './context.ts'
import { describe, summary } from './describe.ts'
import { type CrmReply, type CrmRequest, methodNotAllowed, notFound, ok } from './exchange.ts'
import { externalIdRoute } from './external-id-routes.ts'
import { recordPath } from './record.ts'
import { recordRoute } from './record-routes.ts'
import { objectNamed, objectTypes } from './schema.ts'
import { checkedValues } from './validation.ts'

export function sobjectRoute(context: CrmContext, request: CrmRequest, path: readonly string[]): CrmReply {
  const [objectName, second, third] = path
  if (objectName === undefined) {
    const sobjects = Object.values(objectTypes).map((object) => summary(object, context.dataPath))
    return ok({ encoding: 'UTF-8', maxBatchSize: 200, sobjects })
  }
  const object = objectNamed(objectName)
  if (!object) throw notFound()
  if (second === undefined) {
    if (request.method !== 'POST') throw methodNotAllowed(request.method, 'POST')
    const row = context.store.insert(object, checkedValues(context.store, object, request.body))
    const headers = { location: recordPath(row, context.dataPath) }
    return { status: 201, headers, body: { id: row.id, success: true, errors: [] } }
  }
  if (second === 'describe') return ok(describe(object, context.dataPath))
  if (third !== undefined) return externalIdRoute(context, request, object, second, third)
  return recordRoute(context, request, object, second)
}
