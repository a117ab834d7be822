/** How the four services call each other: undici.request on a pool, or fetch. */
import { Pool } from 'undici'
import { arePromised, protection, serviceToken } from './promises.ts'

export type Get = (
  path: string,
  init?: { method: string; headers: Record<string, string>; body: string | null },
) => Promise<unknown>

export async function client(url: string): Promise<Get> {
  if (!arePromised) return bareClient(url)
  const get = bareClient(url)
  const policies = protection()
  const authorization = `Bearer ${await serviceToken()}`
  return (path, { method = 'GET', headers = {}, body = null } = {} as never) =>
    policies.execute(() => get(path, { method, headers: { authorization, ...headers }, body }))
}

function bareClient(url: string): Get {
  if (process.env.CLIENT === 'fetch')
    return async (path, init) => (await fetch(url + path, init ?? {})).json()
  const pool = new Pool(url, { connections: 128 })
  return async (path, { method = 'GET', headers, body } = {} as never) => {
    const reply = await pool.request({
      method: method as 'GET',
      path,
      headers: headers ?? null,
      body: body ?? null,
    })
    return reply.body.json()
  }
}
