/** The loopback HTTP server every sandbox runs on: it reads a call, lets the faults interfere, writes the reply. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { controlFaults, FAULT_CONTROL_PATH } from './fault-control.ts'
import { type Drift, drifted, type Fault, type Faults } from './faults.ts'

export interface SandboxRequest {
  method: string
  /** Path and query. */
  path: string
  headers: IncomingHttpHeaders
  text: string
}

export interface SandboxReply {
  status: number
  headers?: Record<string, string>
  body?: string
}

/** What a sandbox knows about its own wire. */
export interface SandboxBackend {
  /** Names a call for the `match` of a fault, and carries it out when asked to. */
  receive(request: SandboxRequest): { name: string; answer(): SandboxReply }
  /** How this backend words an HTTP error that it did not cause by a rule of its own. */
  refuse(status: number): SandboxReply
  /** Makes every session or token given out so far invalid. */
  expireSessions(): void
}

export interface SandboxServer {
  url: string
  close(): Promise<void>
}

/** Listens on a free port of the loopback interface. */
export async function startSandboxServer(backend: SandboxBackend, faults: Faults): Promise<SandboxServer> {
  const server = createServer((request, response) => {
    serve(backend, faults, request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function serve(
  backend: SandboxBackend,
  faults: Faults,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = await readRequest(message)
  if (request.path === FAULT_CONTROL_PATH) return write(response, controlFaults(faults, request))

  const call = backend.receive(request)
  const hits = faults.take(call.name)
  const hit = <Kind extends Fault['kind']>(kind: Kind) =>
    hits.find((fault): fault is Extract<Fault, { kind: Kind }> => fault.kind === kind)

  if (hit('expireSession')) backend.expireSessions()
  const latency = hit('latency')
  if (latency) await delay(latency.ms)
  if (hit('hang')) return
  const throttle = hit('throttle')
  if (throttle) return write(response, throttled(backend.refuse(429), throttle.retryAfterSeconds))
  const failure = hit('status')
  if (failure) return write(response, backend.refuse(failure.status))

  const reply = call.answer()
  if (hit('dropAfterCommit')) message.socket.destroy()
  else
    write(
      response,
      withDrifts(
        reply,
        hits.filter((fault) => fault.kind === 'drift'),
      ),
    )
}

async function readRequest(message: IncomingMessage): Promise<SandboxRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  return {
    method: message.method ?? 'GET',
    path: message.url ?? '/',
    headers: message.headers,
    text: Buffer.concat(chunks).toString(),
  }
}

function throttled(reply: SandboxReply, retryAfterSeconds: number): SandboxReply {
  return { ...reply, headers: { ...reply.headers, 'retry-after': String(retryAfterSeconds) } }
}

function withDrifts(reply: SandboxReply, drifts: readonly Drift[]): SandboxReply {
  const isJson = reply.headers?.['content-type']?.startsWith('application/json')
  if (drifts.length === 0 || !isJson || reply.body === undefined) return reply
  return { ...reply, body: JSON.stringify(drifted(JSON.parse(reply.body), drifts)) }
}

function write(response: ServerResponse, { status, headers, body }: SandboxReply): void {
  const length = status === 204 ? {} : { 'content-length': Buffer.byteLength(body ?? '') }
  response.writeHead(status, { ...headers, ...length })
  response.end(body)
}
