/** An API as a Hono service: one route for each operation, its other methods refused, its contract published. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { stringify } from 'yaml'
import type { ContractData } from '../../contracts/runtime/load.ts'
import { docsOf } from '../docs/catalog.ts'
import { lifecyclePage } from '../docs/lifecycle.ts'
import { html } from '../docs/page.ts'
import type { Service } from '../layers.ts'
import { announcementOf } from '../lifecycle/announcement.ts'
import { crossOriginOf } from './cross-origin.ts'
import { type EdgeEnv, type EdgeOptions, edge } from './edge.ts'
import { publishAt, refuseOtherMethods } from './methods.ts'

export function createService({ api, operations }: Service, options: EdgeOptions): OpenAPIHono<EdgeEnv> {
  const { contract } = api
  const service = new OpenAPIHono<EdgeEnv>()
  const byPath = Map.groupBy(Object.values(contract.operations), ({ path }) => path)
  const crossing = crossOriginOf(contract, options.consumers)
  for (const [template, own] of [...byPath].sort(literalFirst)) {
    const path = template.replaceAll(/\{([^}]+)\}/g, (_, name: string) => `:${name.replaceAll('-', '_')}`)
    const allowed = own.map(({ method }) => method as string)
    for (const operation of own)
      service.on(
        operation.method,
        path,
        edge(contract, operation, operations[operation.id] as never, options),
      )
    refuseOtherMethods(service, path, allowed, announcementOf(contract), crossing)
  }
  publish(service, contract)
  return service
}

/** Where two templates match, the one with the earlier literal segment wins (OpenAPI 3.1, path templating). */
const literalFirst = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => {
  const [left, right] = [a, b].map((path) => path.replaceAll(/\{[^}]+\}/g, '\uffff')) as [string, string]
  return left < right ? -1 : 1
}

/** The contract itself, word for word, so that what is promised is what is served. */
function publish(service: OpenAPIHono<EdgeEnv>, contract: ContractData): void {
  const { id, document } = contract
  const announcement = announcementOf(contract)
  const docs = docsOf(id)
  const json = JSON.stringify(document)
  let yaml: string | undefined
  // For who follows the catalog, or types the prefix.
  publishAt(service, '/', (c) => c.redirect(docs))
  publishAt(
    service,
    '/openapi.json',
    () => new Response(json, { headers: { 'content-type': 'application/json', ...announcement } }),
  )
  publishAt(service, '/openapi.yaml', () => {
    yaml ??= stringify(document, { aliasDuplicateObjects: false })
    return new Response(yaml, { headers: { 'content-type': 'application/yaml', ...announcement } })
  })
  if (announcement) publishAt(service, '/lifecycle', () => html(lifecyclePage(contract)))
}
