/**
 * `/console`: a page that shows what the admin API tells, and asks it with the operator's token. All of it comes from
 * here; `npm run build:console` makes its files from `gateway/console`.
 */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import { html } from '../docs/page.ts'
import type { Authorise } from '../security/authorise.ts'
import { pages } from './console-pages.ts'
import type { EdgeEnv } from './edge.ts'
import type { Live } from './live.ts'
import { publishAt } from './methods.ts'

export interface ConsoleOptions {
  /** The admin API: who may ask for the overview may watch it. */
  readonly admin: ContractData
  readonly live: Live
}

const directory = join(import.meta.dirname, '../console/dist')

/** What its page may load and call: this host, and nothing else. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"

const files = { 'console.js': 'text/javascript', 'console.css': 'text/css' } as const

export function serveConsole(
  host: Hono<EdgeEnv>,
  { admin, live }: ConsoleOptions,
  authorise: Authorise,
): void {
  const page = readFileSync(join(directory, 'index.html'), 'utf8')
  for (const path of pages) publishAt(host, path, () => html(page, policy))
  for (const [name, type] of Object.entries(files)) publishAt(host, `/console/${name}`, fileAt(name, type))
  const overview = admin.operations.getOverview as OperationData
  publishAt(host, '/console/live', async ({ env: { incoming } }) => {
    await authorise(incoming, admin, overview)
    return live.open()
  })
}

/** Its name stays the same when it changes: browsers ask each time whether it has. */
function fileAt(name: string, type: string) {
  const content = readFileSync(join(directory, name))
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    etag: `"${hash('sha256', content, 'base64url')}"`,
  }
  return ({ env: { incoming } }: { env: EdgeEnv['Bindings'] }): Response =>
    incoming.headers['if-none-match'] === headers.etag
      ? new Response(null, { status: 304, headers })
      : new Response(content, { headers })
}
