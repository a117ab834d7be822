/** A listening port: Node's HTTP server with limits that hold, and an end that breaks no request. */
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  ServerResponse,
} from 'node:http'
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https'
import { type AddressInfo, isIPv6, Server as NetServer } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Problem, problemReply } from '../problem.ts'
import { type Certificates, contextOf, readCertificates, type TlsFiles, watchCertificates } from '../tls.ts'
import { limitConnections } from './connections.ts'
import type { Fetch } from './host.ts'
import { respondPlain } from './respond.ts'
import { answerConnect, answerUnreadable } from './unreadable.ts'

export interface Listening {
  readonly url: string
  /** Takes no new connections, and resolves when the requests in flight are answered or the time is up. */
  close(limitMs: number): Promise<void>
}

/** After the start of `close`, a client may already have sent a request on a connection that looks idle from here. */
const LAST_REQUEST_MS = 500

export interface ListenOptions {
  readonly port: number
  readonly address: string
  readonly connectionsMax: number
  readonly tls: TlsFiles | undefined
  /** Whether clients had better come by another connection next time. */
  isBehind(): boolean
}

/** For a year: browsers come back encrypted, whatever they are told. */
const ENCRYPTED_ONLY = 'max-age=31536000'

export async function listen(fetch: Fetch, options: ListenOptions): Promise<Listening> {
  const { port, address, connectionsMax, tls, isBehind } = options
  let closing = false
  /** Whatever is answered once the end has begun ends its connection. */
  class LastResponse extends ServerResponse<IncomingMessage> {
    override writeHead(status: number, reason?: unknown, headers?: unknown): this {
      if (closing || isBehind()) this.shouldKeepAlive = false
      if (tls) this.setHeader('strict-transport-security', ENCRYPTED_ONLY)
      return super.writeHead(status, reason as string, headers as OutgoingHttpHeaders)
    }
  }
  const serve = getRequestListener(fetch as never, { errorHandler: answerUnusable })
  const limits = {
    ServerResponse: LastResponse,
    // Clients between layers close idle connections after 4 s: the server must never be first.
    keepAliveTimeout: 65_000,
    headersTimeout: 5_000,
    requestTimeout: 10_000,
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: 16 * 1024,
    // Its own refusal would be no problem document; the listener refuses too.
    requireHostHeader: false,
  }
  const server = tls
    ? createSecureServer({ ...limits, ...secured(readCertificates(tls)) }, serve)
    : createServer(limits, serve)
  const unwatch = tls
    ? watchCertificates(tls, (now) => (server as SecureServer).setSecureContext(contextOf(now)))
    : undefined
  limitConnections(server, connectionsMax)
  server.on('clientError', answerUnreadable)
  server.on('connect', (_, socket) => answerConnect(socket as never))
  // Who waits for `100 Continue` gets it when the body is read, not before the request is known to be welcome.
  server.on('checkContinue', serve)
  server.on('checkExpectation', serve)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, address, resolve)
  })
  const { port: actual } = server.address() as AddressInfo
  return {
    url: `${tls ? 'https' : 'http'}://${hostOf(address)}:${actual}`,
    close(limitMs) {
      closing = true
      unwatch?.()
      return drain(server, limitMs)
    },
  }
}

const HANDSHAKE_MS = 5_000

/** Who has to show a certificate is told so before any request is read. */
const secured = (certificates: Certificates) => ({
  ...contextOf(certificates),
  handshakeTimeout: HANDSHAKE_MS,
  ...(certificates.clientCa && { requestCert: true, rejectUnauthorized: true }),
})

function hostOf(address: string): string {
  if (address === '0.0.0.0' || address === '::') return 'localhost'
  return isIPv6(address) ? `[${address}]` : address
}

/** One sentence for who can change it. @param setting the port's */
export function whyNotListening(error: unknown, setting: string, port: number, address: string): string {
  const { code, message } = error as NodeJS.ErrnoException
  switch (code) {
    case 'EADDRINUSE':
      return `${setting}: port ${port} is taken: stop what listens there, or choose another`
    case 'EACCES':
      return `${setting}: this user may not open port ${port}: choose one from 1024`
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EINVAL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `BIND_ADDRESS: ${address} is no address of this machine`
    default:
      return `${setting}: port ${port} of ${address} cannot be opened: ${message}`
  }
}

function drain(server: Server, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const idle = setTimeout(() => server.closeIdleConnections(), Math.min(LAST_REQUEST_MS, limitMs))
    const late = setTimeout(() => server.closeAllConnections(), limitMs)
    const closed = () => {
      clearTimeout(idle)
      clearTimeout(late)
      resolve()
    }
    // Not `server.close`: that would cut connections that look idle at once, and the requests on their way with them.
    NetServer.prototype.close.call(server, closed)
  })
}

/** A request without a usable host or target never becomes one. */
const answerUnusable = (error: unknown): Response =>
  respondPlain(problemReply(new Problem('malformed-request', String(error)), undefined))
