/** The backend calls of one request, recorded between Strata and the sandboxes, so that every contender makes the same. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { request as send } from 'undici'

export interface Exchange {
  readonly key: string
  readonly method: string
  readonly path: string
  readonly requestHeaders: Readonly<Record<string, string>>
  readonly requestBody: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type Recording = readonly Exchange[]

/** The same for two requests that want the same answer. */
export const keyOf = (method: string | undefined, path: string | undefined, body: string): string =>
  `${method} ${path} ${body.startsWith('{"id"') ? (/"method":"([^"]+)"/.exec(body)?.[1] ?? '') : ''}`.trim()

export interface Recorder {
  readonly url: string
  readonly recording: Exchange[]
  close(): void
}

/** A proxy to one backend that remembers what passes. Logins answer with the proxy's own address. */
export async function record(backend: string): Promise<Recorder> {
  const recording: Exchange[] = []
  let url = ''
  const server = createServer(async (incoming, outgoing) => {
    const requestBody = await textOf(incoming)
    const { method = 'GET', url: path = '/' } = incoming
    const kept = ['content-type', 'accept', 'authorization'] as const
    const requestHeaders = Object.fromEntries(
      kept.flatMap((name) => (incoming.headers[name] ? [[name, incoming.headers[name]]] : [])),
    )
    const reply = await send(backend + path, {
      method: method as 'GET',
      headers: requestHeaders,
      body: requestBody || null,
    })
    const body = (await reply.body.text()).replaceAll(backend, url)
    const headers = { 'content-type': String(reply.headers['content-type'] ?? 'application/json') }
    recording.push({
      key: keyOf(method, path, requestBody),
      method,
      path,
      requestHeaders,
      requestBody,
      status: reply.statusCode,
      headers,
      body,
    })
    outgoing.writeHead(reply.statusCode, headers).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, recording, close: () => server.close() }
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
