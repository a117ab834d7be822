/** The OpenAPI document that the routes of a contract say of themselves; a test holds it equal to the contract. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { methods, type OpenApiDocument, type PathItem } from './document.ts'
import type { ContractData } from './load.ts'
import type { Route } from './route.ts'

type Registry = OpenAPIHono['openAPIRegistry']
type Component = Parameters<Registry['registerComponent']>

/** What the routes refer to: to be registered on every app that serves them and emits a document of its own. */
export function registerComponents(registry: Registry, { document }: ContractData): void {
  for (const [section, components] of Object.entries(document.components ?? {}))
    for (const [name, component] of Object.entries(components))
      registry.registerComponent(section as Component[0], name, component as Component[2])
}

/** @param routes those of the contract, from the `routes()` of its generated module */
export function emitDocument(
  contract: ContractData,
  routes: Readonly<Record<string, Route>>,
): OpenApiDocument {
  const app = new OpenAPIHono()
  registerComponents(app.openAPIRegistry, contract)
  for (const route of Object.values(routes)) app.openapi(route, (c) => c.body(null))
  const { paths, components: _, ...rest } = contract.document
  const emitted = app.getOpenAPI31Document(rest as never) as unknown as OpenApiDocument
  return { ...emitted, paths: withPathItems(emitted.paths, paths) }
}

/** Routes are operations: what a contract says of a whole path is not theirs to say. Its parameters are: they are in each. */
function withPathItems(emitted: OpenApiDocument['paths'], source: OpenApiDocument['paths']) {
  const items = Object.entries(emitted).map(([path, operations]) => {
    const shared = Object.entries(source[path] as PathItem).filter(([key]) => !ofOperations.has(key))
    return [path, { ...Object.fromEntries(shared), ...operations }]
  })
  return Object.fromEntries(items) as OpenApiDocument['paths']
}

const ofOperations = new Set<string>([...methods, 'parameters'])
