/** What a path answers to methods it does not have: OPTIONS tells which it has, others are refused with the list. */
import type { Handler, Hono } from 'hono'
import type { Announcement } from '../lifecycle/announcement.ts'
import { Problem } from '../problem.ts'
import type { CrossOrigin } from './cross-origin.ts'
import type { EdgeEnv } from './edge.ts'

/** Methods a resource can refuse with 405; any other is not implemented at all. */
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE']

export function refuseOtherMethods(
  app: Hono<EdgeEnv>,
  path: string,
  allowed: readonly string[],
  announcement: Announcement = {},
  crossing?: CrossOrigin,
): void {
  const allow = [...allowed, ...(allowed.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
  app.on('OPTIONS', path, ({ env: { incoming } }) => {
    const headers = { allow, ...announcement, ...crossing?.preflight(incoming, allow) }
    return new Response(null, { status: 204, headers })
  })
  const refused = methods.filter((method) => !allowed.includes(method))
  app.on(refused, path, () => {
    throw new Problem('method-not-allowed', 'another method', { headers: { allow } })
  })
}

/** Something to read, such as a page. */
export function publishAt<Path extends string>(
  app: Hono<EdgeEnv>,
  path: Path,
  handler: Handler<EdgeEnv, Path>,
): void {
  app.get(path, handler)
  refuseOtherMethods(app, path, ['GET'])
}
