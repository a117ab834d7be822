/** The REST API of the CRM: finds the resource a call is about. */
import { compositeRoute } from './composite.ts'
import type { CrmContext } from './context.ts'
import { type CrmReply, type CrmRequest, notFound, ok } from './exchange.ts'
import { queryRoutes } from './query-routes.ts'
import { sobjectRoute } from './sobject-routes.ts'

export type CrmApi = (method: string, url: string, headers: CrmRequest['headers'], body: unknown) => CrmReply

const resources = ['sobjects', 'query', 'composite', 'limits']

/** @param limits what `/limits` shows. */
export function crmApi(context: CrmContext, limits: () => unknown): CrmApi {
  const { dataPath } = context
  const queryRoute = queryRoutes(context)

  return function perform(method, url, headers, body) {
    const { pathname, searchParams } = new URL(url, 'http://sandbox')
    if (!pathname.startsWith(`${dataPath}/`)) throw notFound()
    const segments = pathname.slice(dataPath.length).split('/').filter(Boolean).map(decodeURIComponent)
    const request: CrmRequest = { method, parameters: searchParams, headers, body }
    const [resource, ...rest] = segments
    switch (resource) {
      case undefined:
        return ok(Object.fromEntries(resources.map((name) => [name, `${dataPath}/${name}`])))
      case 'sobjects':
        return sobjectRoute(context, request, rest)
      case 'query':
        return queryRoute(request, rest[0])
      case 'composite':
        return compositeRoute(context, request, perform)
      case 'limits':
        return ok(limits())
      default:
        throw notFound()
    }
  }
}
