/** A listening port: Node's HTTP server with limits that hold, and an end that breaks no request. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Problem, problemReply } from '../problem.ts'
import type { Fetch } from './host.ts'

export interface Listening {
  readonly url: string
  /** Takes no new connections, and resolves when the requests in flight are answered or the time is up. */
  close(limitMs: number): Promise<void>
}

export async function listen(fetch: Fetch, port: number, address: string): Promise<Listening> {
  const server = createServer(
    {
      // Clients between layers close idle connections after 4 s: the server must never be first.
      keepAliveTimeout: 65_000,
      headersTimeout: 5_000,
      requestTimeout: 10_000,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: 16 * 1024,
    },
    getRequestListener(fetch as never),
  )
  server.on('clientError', answerUnreadable)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, address, resolve)
  })
  const { port: actual } = server.address() as AddressInfo
  const host = address === '0.0.0.0' || address === '::' ? 'localhost' : address
  return { url: `http://${host}:${actual}`, close: (limitMs) => drain(server, limitMs) }
}

function drain(server: Server, limitMs: number): Promise<void> {
  // Whatever is answered from now on ends its connection.
  server.prependListener('request', (_, response) => response.setHeader('connection', 'close'))
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), limitMs)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}

const slugOf: Readonly<Record<string, 'request-timeout' | 'header-too-large'>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_HEADER_OVERFLOW: 'header-too-large',
}

/** What the HTTP parser refuses is a problem document too; the connection ends with it. */
function answerUnreadable(
  error: Error & { code?: string; bytesParsed?: number; rawPacket?: Buffer },
  socket: Socket,
): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const long = error.code === 'HPE_HEADER_OVERFLOW' && !error.rawPacket?.includes('\r\n')
  const slug = long ? 'uri-too-long' : (slugOf[error.code ?? ''] ?? 'malformed-request')
  const { status, body } = problemReply(new Problem(slug, error.message), undefined)
  const text = JSON.stringify(body)
  socket.end(
    `HTTP/1.1 ${status} ${slug}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
  )
}
