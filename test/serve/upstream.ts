/** A backend that accepts every request and answers only when told to. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

export interface Upstream {
  readonly url: string
  /** Requests that have come in so far. */
  readonly received: readonly string[]
  /** Resolves when a request has come in and its connection is gone again. */
  gone(): Promise<void>
  /** Sends this as the reply of every request from now on; `undefined` lets them hang. */
  reply: object | undefined
}

export async function startUpstream(): Promise<Upstream> {
  const received: string[] = []
  const waiting: (() => void)[] = []
  const upstream: Upstream = {
    get url() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    },
    received,
    gone: () => new Promise((resolve) => waiting.push(resolve)),
    reply: undefined,
  }
  const server = createServer((incoming, outgoing) => {
    received.push(`${incoming.method} ${incoming.url}`)
    outgoing.on('close', () => {
      if (!outgoing.writableFinished) for (const resolve of waiting.splice(0)) resolve()
    })
    if (upstream.reply)
      outgoing.setHeader('content-type', 'application/json').end(JSON.stringify(upstream.reply))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return upstream
}
