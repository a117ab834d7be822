/** A gateway of fixture APIs for a test file, and ways to talk to it that are as rude as a test needs. */
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type Config, readConfig } from '../../gateway/config.ts'
import { type Gateway, startGateway } from '../../gateway/gateway.ts'
import type { Consumers } from '../../gateway/security/consumers.ts'
import { developmentIssuer } from '../../gateway/security/issuer.ts'
import { createLog } from '../../gateway/telemetry/log.ts'
import { type Calls, fixtureApis, fixtureBackends, fixtureConsumers } from './fixtures/apis.ts'

const log = createLog({ level: 'silent' })

export interface Fixture {
  readonly gateway: Gateway
  readonly publicUrl: string
  readonly internalUrl: string
  /** How often any handler was reached. */
  readonly calls: Calls
  token(consumer: string, customerId?: string): Promise<string>
}

export interface FixtureOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly config?: Partial<Config>
  readonly consumers?: Consumers
}

/** Closed when the test file ends. */
export async function startFixture({
  env = {},
  config = {},
  consumers = fixtureConsumers,
}: FixtureOptions = {}): Promise<Fixture> {
  const stateDirectory = mkdtempSync(join(tmpdir(), 'strata-serve-'))
  const calls: Calls = { count: 0 }
  const settings = {
    NODE_ENV: 'test',
    PUBLIC_PORT: '0',
    INTERNAL_PORT: '0',
    VAULT_URL: 'http://127.0.0.1:9',
    ...env,
  }
  const gateway = await startGateway({
    config: { ...readConfig(settings), stateDirectory, ...config },
    apis: fixtureApis(calls),
    backends: fixtureBackends(),
    events: [],
    consumers,
    log,
  })
  afterAll(async () => {
    await gateway.close()
    rmSync(stateDirectory, { recursive: true })
  })
  const issuer = await developmentIssuer(stateDirectory)
  return {
    gateway,
    publicUrl: gateway.publicUrl ?? '',
    internalUrl: gateway.internalUrl,
    calls,
    token: (consumer, customerId) =>
      issuer.issue({ consumer, ...(customerId === undefined ? {} : { customerId }) }, 'strata'),
  }
}

export interface Answer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into replies of every shape
  readonly json: any
}

export const dial = (url: string): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname, () => resolve(socket)).once('error', reject)
  })

/** Sends bytes as they are and reads until the server closes, or one reply is complete. */
export async function sendRaw(url: string, bytes: string | Uint8Array, limitMs = 15_000): Promise<Answer> {
  const socket = await dial(url)
  socket.on('error', () => {})
  socket.write(bytes)
  try {
    return await readAnswer(socket, limitMs)
  } finally {
    socket.destroy()
  }
}

/** The next reply on a connection. Rejects when the connection closes without one. */
export const readAnswer = (socket: Socket, limitMs = 15_000, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    let received = Buffer.alloc(0)
    const settle = (act: () => void) => {
      clearTimeout(timer)
      socket.off('data', onData).off('close', onClose)
      act()
    }
    const onData = (chunk: Buffer) => {
      received = Buffer.concat([received, chunk])
      const answer = parseAnswer(received, method === 'HEAD')
      if (answer) settle(() => resolve(answer))
    }
    const onClose = () => settle(() => reject(new Error(`closed after ${JSON.stringify(String(received))}`)))
    const timer = setTimeout(() => settle(() => reject(new Error('no answer in time'))), limitMs)
    socket.on('data', onData).on('close', onClose)
  })

function parseAnswer(bytes: Buffer, headOnly: boolean): Answer | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [start = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const status = Number(start.split(' ')[1])
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  )
  if (headers['transfer-encoding']) throw new Error('replies are sent whole, never chunked')
  const length = headOnly || status === 204 || status < 200 ? 0 : Number(headers['content-length'] ?? 0)
  if (bytes.length < end + 4 + length) return undefined
  const text = bytes.subarray(end + 4, end + 4 + length).toString()
  return {
    status,
    headers,
    text,
    get json() {
      return JSON.parse(text)
    },
  }
}

export interface RequestParts {
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body?: string | Uint8Array
}

/** The bytes of a request that says what a client should say, unless a header is given or taken away (`undefined`). */
export function request(
  line: string,
  { headers = {}, body }: RequestParts,
  defaults: Readonly<Record<string, string>> = {},
): Buffer {
  const all: RequestParts['headers'] = {
    host: 'gateway.example',
    ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    ...defaults,
    ...headers,
  }
  const lines = Object.entries(all).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => `${name}: ${one}\r\n`),
  )
  return Buffer.concat([
    Buffer.from(`${line} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1'),
    Buffer.from(body ?? ''),
  ])
}
