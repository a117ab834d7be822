/** What one port serves: the APIs, their docs, and whether they can be used right now. */
import { Hono } from 'hono'
import type { EventContract } from '../../contracts/runtime/event.ts'
import type { ContractData } from '../../contracts/runtime/load.ts'
import { apiCatalog, catalogLink, catalogType } from '../docs/catalog.ts'
import { asyncApi, asyncApiType, schemaOf, schemaType } from '../docs/events.ts'
import { homePage } from '../docs/home.ts'
import { html } from '../docs/page.ts'
import { problemPage, problemsPage } from '../docs/problems.ts'
import { swaggerFile, swaggerFiles, swaggerPage, swaggerPolicy, swaggerStart } from '../docs/swagger.ts'
import { schemaPath } from '../hub/cloud-event.ts'
import type { Service } from '../layers.ts'
import { announced, announcementOf } from '../lifecycle/announcement.ts'
import { Problem, problemReply } from '../problem.ts'
import { EXPOSITION_TYPE } from '../telemetry/metrics/exposition.ts'
import { readTrace } from '../telemetry/trace.ts'
import { type ConsoleOptions, serveConsole } from './console.ts'
import type { CheckRequest } from './door.ts'
import type { EdgeEnv, EdgeOptions } from './edge.ts'
import { publishAt } from './methods.ts'
import { respondPlain } from './respond.ts'
import { createService } from './service.ts'

export interface HostOptions extends EdgeOptions {
  readonly services: readonly Service[]
  readonly checkRequest: CheckRequest
  /** Why requests cannot be served now; empty means ready. Only the internal port tells. */
  readonly notReady?: () => readonly string[]
  /** What can be published. Only the internal port tells. */
  readonly events?: readonly EventContract[]
  /** Figures as Prometheus reads them. Only the internal port tells. */
  readonly metrics?: () => Promise<string>
  /** Only the internal port has it. */
  readonly console?: ConsoleOptions
}

export type Fetch = (request: Request, env: EdgeEnv['Bindings']) => Response | Promise<Response>

export function createHost(all: HostOptions): Fetch {
  const { services, checkRequest, notReady, metrics, events, console, ...options } = all
  const host = new Hono<EdgeEnv>()
  for (const service of services) host.route(`/${service.api.contract.id}`, createService(service, options))
  documents(
    host,
    services.map(({ api }) => api.contract),
  )
  publishAt(host, '/livez', (c) => c.text('ok'))
  if (notReady)
    publishAt(host, '/readyz', (c) => {
      const reasons = notReady()
      return c.json({ ready: reasons.length === 0, reasons }, reasons.length ? 503 : 200)
    })
  if (events) describe(host, events)
  if (metrics)
    publishAt(
      host,
      '/metrics',
      async () => new Response(await metrics(), { headers: { 'content-type': EXPOSITION_TYPE } }),
    )
  if (console) serveConsole(host, console, options.authorise)
  const answer = answerer(services.map(({ api }) => api.contract))
  host.notFound((c) =>
    answer(new Problem(implemented.has(c.req.method) ? 'not-found' : 'not-implemented', c.req.path), c.env),
  )
  host.onError((error, c) => answer(Problem.from(error), c.env))

  return function fetch(request, env) {
    try {
      checkRequest(env.incoming)
    } catch (error) {
      return answer(Problem.from(error), env)
    }
    return host.fetch(request, env)
  }
}

const implemented = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])

/** Replies to what belongs to no operation; below the prefix of a deprecated version they say so, too. */
function answerer(contracts: readonly ContractData[]) {
  const announcements = new Map(contracts.map((contract) => [`/${contract.id}`, announcementOf(contract)]))
  return (problem: Problem, { incoming: { headers, url = '' } }: EdgeEnv['Bindings']): Response => {
    const reply = problemReply(problem, readTrace(headers.traceparent as string | undefined).traceId)
    const [prefix = ''] = /^(?:\/[\w-]+){3}(?![^/?])/.exec(url) ?? []
    return respondPlain(announced(reply, announcements.get(prefix)))
  }
}

function describe(host: Hono<EdgeEnv>, events: readonly EventContract[]): void {
  const all = JSON.stringify(asyncApi(events))
  publishAt(host, '/asyncapi.json', () => new Response(all, { headers: { 'content-type': asyncApiType } }))
  for (const event of events) {
    const schema = JSON.stringify(schemaOf(event))
    publishAt(
      host,
      schemaPath(event.id),
      () => new Response(schema, { headers: { 'content-type': schemaType } }),
    )
  }
}

function documents(host: Hono<EdgeEnv>, contracts: readonly ContractData[]): void {
  const home = homePage(contracts)
  const catalog = JSON.stringify(apiCatalog(contracts))
  const start = swaggerStart(contracts)
  publishAt(host, '/', () => html(home))
  publishAt(host, '/problems', () => html(problemsPage()))
  publishAt(host, '/problems/:slug', (c) => {
    const found = problemPage(c.req.param('slug'))
    return found ? html(found) : c.notFound()
  })
  publishAt(
    host,
    '/.well-known/api-catalog',
    () => new Response(catalog, { headers: { 'content-type': catalogType, link: catalogLink } }),
  )
  publishAt(host, '/docs', () => html(swaggerPage, swaggerPolicy))
  publishAt(
    host,
    '/docs/start.js',
    () => new Response(start, { headers: { 'content-type': 'text/javascript' } }),
  )
  // Each by its name: a parameter beside literal names would take the fast router away from every route.
  for (const name of swaggerFiles) publishAt(host, `/docs/${name}`, () => swaggerFile(name))
}
