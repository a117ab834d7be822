/** The leanest way by hand: one node:http server that makes both calls with undici.request. No checks, policies or logs. */
import { createServer } from 'node:http'
import { Pool } from 'undici'
import { recorded } from './calls.ts'
import { serveMeasured } from './child.ts'
import { type Account, type Sale, toCard, toName, toSources } from './home.ts'
import type { Exchange } from './recording.ts'

const { crm, erp } = recorded()
const pool = new Pool(process.env.BACKEND_URL ?? '', { connections: 128 })

const wanted = JSON.parse(erp.requestBody) as object

async function call({ method, path, requestHeaders }: Exchange, content?: unknown): Promise<unknown> {
  const { body } = await pool.request({
    method: method as 'GET',
    path,
    headers: requestHeaders,
    body: content === undefined ? null : JSON.stringify(content),
  })
  return body.json()
}

serveMeasured(
  createServer(async (_, response) => {
    const [account, { result }] = (await Promise.all([call(crm), call(erp, wanted)])) as [
      Account,
      { result: Sale[] },
    ]
    const body = JSON.stringify({
      name: toName(account),
      orders: result.slice(0, 5).map(toCard),
      missing: [],
      sources: toSources(),
    })
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    response.end(body)
  }),
)
