/** A closed loop: a fixed number of connections, each sending its next request when the last is answered. */
import { Pool } from 'undici'

export interface Load {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly requests: number
  readonly connections: number
}

/** @throws when an answer is not 200 */
export async function send({ url, headers, requests, connections }: Load): Promise<void> {
  const { origin, pathname, search } = new URL(url)
  const pool = new Pool(origin, { connections, pipelining: 1 })
  let left = requests
  const loop = async () => {
    while (left-- > 0) {
      const { statusCode, body } = await pool.request({ method: 'GET', path: pathname + search, headers })
      if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}: ${await body.text()}`)
      await body.dump()
    }
  }
  await Promise.all(Array.from({ length: connections }, loop))
  await pool.close()
}
