/** One of the four services: one route on @hono/zod-openapi, behind @hono/node-server. */

import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi'
import { serveMeasured } from '../child.ts'
import { arePromised, callerIsKnown, oneLogLine } from './promises.ts'
import { Customer } from './schemas.ts'

export function serveRoute(
  path: string,
  reply: z.ZodType,
  handle: (customerId: string) => Promise<unknown>,
): void {
  const app = new OpenAPIHono()
  if (arePromised) app.use(oneLogLine, callerIsKnown(path.startsWith('/home')))
  const route = createRoute({
    method: 'get',
    path,
    request: { params: Customer },
    responses: { 200: { description: 'ok', content: { 'application/json': { schema: reply } } } },
  })
  app.openapi(
    route,
    async (c) => c.json(reply.parse(await handle(c.req.valid('param').customerId)) as object, 200) as never,
  )
  serveMeasured(createAdaptorServer({ fetch: app.fetch }) as Server)
}
