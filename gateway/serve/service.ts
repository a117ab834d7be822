/** An API as a Hono service: one route for each operation, its other methods refused, its contract published. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { stringify } from 'yaml'
import type { Service } from '../layers.ts'
import { Problem, problemReply } from '../problem.ts'
import { type EdgeEnv, type EdgeOptions, edge } from './edge.ts'
import { respondPlain } from './respond.ts'

/** Methods a resource can refuse with 405; any other is not implemented at all. */
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE']

export function createService({ api, operations }: Service, options: EdgeOptions): OpenAPIHono<EdgeEnv> {
  const { contract } = api
  const service = new OpenAPIHono<EdgeEnv>()
  const allowed = new Map<string, string[]>()
  for (const operation of Object.values(contract.operations)) {
    const path = operation.path.replaceAll(
      /\{([^}]+)\}/g,
      (_, name: string) => `:${name.replaceAll('-', '_')}`,
    )
    service.on(operation.method, path, edge(contract, operation, operations[operation.id] as never, options))
    allowed.set(path, [...(allowed.get(path) ?? []), operation.method])
  }
  for (const [path, own] of allowed) {
    const allow = [...own, ...(own.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
    service.on('OPTIONS', path, () => new Response(null, { status: 204, headers: { allow } }))
    const refused = methods.filter((method) => !own.includes(method))
    service.on(refused, path, () =>
      respondPlain(
        problemReply(new Problem('method-not-allowed', 'another method', { headers: { allow } }), undefined),
      ),
    )
  }
  publish(service, contract.document)
  return service
}

/** The contract itself, word for word, so that what is promised is what is served. */
function publish(service: OpenAPIHono<EdgeEnv>, document: object): void {
  const json = JSON.stringify(document)
  let yaml: string | undefined
  service.get('/openapi.json', () => new Response(json, { headers: { 'content-type': 'application/json' } }))
  service.get('/openapi.yaml', () => {
    yaml ??= stringify(document, { aliasDuplicateObjects: false })
    return new Response(yaml, { headers: { 'content-type': 'application/yaml' } })
  })
}
