/** A session with an ERP that writes down each exchange as one line. */
import { type Masking, normaliseAnswer } from './normalise.ts'

export interface ErpTarget {
  url: string
  database: string
  user: string
  password: string
  /** @default `/<database>/` */
  rpcPath?: string
}

export interface ExchangeOptions extends Masking {
  /** The keys of the request: exactly those of the RPC style, or not. @default 'rpc' */
  style?: 'rpc' | 'no-id' | 'extra-key'
  /** Sent as the body in place of an RPC message. */
  raw?: string | ReadableStream
  path?: string
  httpMethod?: string
  headers?: Record<string, string>
  /** Added to the context of the call. */
  context?: Record<string, unknown>
  /** Leaves no line. */
  isQuiet?: boolean
}

export interface Answer {
  result?: unknown
  error?: unknown[]
}

const ANSWER_TIMEOUT_MS = 30_000

export class Transcript {
  readonly lines: string[] = []
  readonly target: ErpTarget
  #authorization: string | undefined

  constructor(target: ErpTarget) {
    this.target = target
  }

  /** Sends this session with every exchange that follows. */
  useSession(userId: number, key: string): void {
    this.#authorization = `Session ${btoa(`${this.target.user}:${userId}:${key}`)}`
  }

  note(name: string, value: unknown): void {
    this.lines.push(`${name} ${JSON.stringify(value)}`)
  }

  /** Calls a method of the ERP with the usual context, and answers the bare result. */
  async call<Result>(
    name: string,
    method: string,
    args: readonly unknown[],
    options: ExchangeOptions = {},
  ): Promise<Result> {
    const context = { language: 'en', company: 1, ...options.context }
    return (await this.exchange(name, method, [...args, context], options)).result as Result
  }

  /** A call that answers ids. */
  ids(name: string, method: string, args: readonly unknown[]): Promise<[number, ...number[]]> {
    return this.call(name, method, args, { ids: true })
  }

  quietly<Result>(method: string, args: readonly unknown[]): Promise<Result> {
    return this.call('', method, args, { isQuiet: true })
  }

  async exchange(
    name: string,
    method: string,
    params: readonly unknown[],
    options: ExchangeOptions = {},
  ): Promise<Answer> {
    const { url, database, rpcPath = `/${database}/` } = this.target
    const response = await fetch(url + (options.path ?? rpcPath), this.#request(method, params, options))
    const text = await response.text()
    if (!options.isQuiet) {
      this.lines.push(`${name} ${response.status} ${JSON.stringify(normaliseAnswer(text, options))}`)
    }
    try {
      return JSON.parse(text) as Answer
    } catch {
      return {}
    }
  }

  #request(method: string, params: readonly unknown[], options: ExchangeOptions): RequestInit {
    const { style = 'rpc', raw, httpMethod = 'POST', headers } = options
    const message = {
      ...(style !== 'no-id' && { id: 1 }),
      ...(style === 'extra-key' && { jsonrpc: '2.0' }),
      method,
      params,
    }
    return {
      method: httpMethod,
      headers: {
        'content-type': 'application/json',
        ...(this.#authorization && { authorization: this.#authorization }),
        ...headers,
      },
      ...(httpMethod === 'POST' && { body: raw ?? JSON.stringify(message), duplex: 'half' }),
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    }
  }
}
