/** One HTTP exchange over an undici pool: a whole request out, a whole reply in, or one reason why not. */
import type { Dispatcher, Pool } from 'undici'
import type { Call, Stoppable } from '../call.ts'
import { type Failure, Problem } from '../problem.ts'
import { release, Watched, watch } from '../sweep.ts'
import type { Connection, Rider } from './connection.ts'
import type { Target } from './policy.ts'

export interface WireRequest {
  readonly method: Dispatcher.HttpMethod
  /** Path and query, as sent. */
  readonly path: string
  /** Names and values in turn. */
  readonly headers: string[]
  readonly body: string | Uint8Array | null
}

export class WireReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly bytes: Buffer

  constructor(status: number, headers: WireReply['headers'], bytes: Buffer) {
    this.status = status
    this.headers = headers
    this.bytes = bytes
  }

  get text(): string {
    return this.bytes.toString()
  }
}

/** What was asked, for messages, and whether an answer that is lost leaves the outcome open. */
export interface Purpose {
  /** As `backend/erp/v1 findSales`. */
  readonly name: string
  readonly owner: Problem['owner']
  readonly changes: boolean
  /** How long one attempt may take, to the last byte of its reply; the deadline of the call ends it earlier. */
  readonly limitMs: number
}

/** What an exchange with one operation is for. */
export const purposeOf = ({ contract, operation }: Target): Purpose => ({
  name: `${contract.id} ${operation.id}`,
  owner: contract.owner,
  changes: contract.layer === 'backend' ? operation.effect !== 'read' : operation.method !== 'GET',
  limitMs: operation.deadlineMs,
})

/**
 * Sends, waits for the end of the body, and reads the reply; `read` may ask for another exchange instead.
 * Rejects with a `Problem` only.
 */
export const exchange = <Result extends { readonly status: number }>(
  pool: Pool,
  { method, path, headers, body }: WireRequest,
  purpose: Purpose,
  call: Call,
  read: (reply: WireReply) => Result | Promise<Result>,
): Promise<Result> =>
  new Promise((resolve, reject) => {
    // Time is kept by the exchange: undici's timers are coarse, and restart with every byte.
    pool.dispatch(
      { method, path, headers, body, headersTimeout: 0, bodyTimeout: 0 },
      new Exchange(purpose, call, read, resolve, reject),
    )
  })

class Exchange<Result extends { readonly status: number }> extends Watched implements Rider, Stoppable {
  connection: Connection | undefined
  readonly #purpose: Purpose
  readonly #call: Call
  readonly #read: (reply: WireReply) => Result | Promise<Result>
  readonly #resolve: (result: Result | Promise<Result>) => void
  readonly #reject: (error: unknown) => void
  readonly #endsAt: number
  #controller: Dispatcher.DispatchController | undefined
  #givenUp: Problem | undefined
  /** What the connection had read when the request went out; -1 on a new connection. */
  #bytesBefore = -1
  #status = 0
  #headers: WireReply['headers'] = {}
  #first: Buffer | undefined
  #rest: Buffer[] | undefined

  constructor(
    purpose: Purpose,
    call: Call,
    read: (reply: WireReply) => Result | Promise<Result>,
    resolve: (result: Result | Promise<Result>) => void,
    reject: (error: unknown) => void,
  ) {
    super()
    this.#purpose = purpose
    this.#call = call
    this.#read = read
    this.#resolve = resolve
    this.#reject = reject
    this.#endsAt = performance.now() + purpose.limitMs
    watch(this)
    call.begin(this)
  }

  override look(now: number): void {
    const { limitMs } = this.#purpose
    if (this.#call.expiresAt <= now) this.stop(new Problem('deadline-exceeded', 'the deadline passed'))
    else if (this.#endsAt <= now)
      this.#giveUp(this.#failure(`nothing within ${limitMs} ms`, this.#controller === undefined))
  }

  stop(problem: Problem): void {
    const { name, owner, changes } = this.#purpose
    const slug = changes && this.#controller ? 'outcome-unknown' : problem.slug
    this.#giveUp(
      new Problem(slug, `${name} had not answered when ${problem.message}`, { owner, cause: problem }),
    )
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#givenUp) controller.abort(this.#givenUp)
    else if (this.connection?.answered) this.#bytesBefore = this.connection.bytesRead
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: WireReply['headers']): void {
    if (this.connection) this.connection.answered = true
    this.#status = status
    this.#headers = headers
    this.#first = this.#rest = undefined
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#first === undefined) this.#first = chunk
    else {
      this.#rest ??= [this.#first]
      this.#rest.push(chunk)
    }
  }

  onResponseEnd(): void {
    this.#end()
    const bytes = this.#rest ? Buffer.concat(this.#rest) : (this.#first ?? nothing)
    try {
      const result = this.#read(new WireReply(this.#status, this.#headers, bytes))
      if (this.#purpose.changes && !(result instanceof Promise) && result.status < 300)
        this.#call.markChanged()
      this.#resolve(result)
    } catch (error) {
      if (this.#purpose.changes && this.#status < 300) this.#call.markChanged()
      this.#reject(error)
    }
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error & { code?: string }): void {
    if (this.#givenUp) return
    this.#end()
    const { name, owner } = this.#purpose
    const code = error.code ?? error.name
    const isUnreadable = unreadable.test(code)
    if (isUnreadable && this.#purpose.changes) this.#call.markChanged()
    this.#reject(
      isUnreadable
        ? new Problem('contract-broken', `${name} sent an unreadable reply: ${code}`, { owner, cause: error })
        : this.#failure(code, this.#controller === undefined, error),
    )
  }

  /** Nobody waits for undici to notice: what is not sent yet never will be, what is open is torn down. */
  #giveUp(problem: Problem): void {
    this.#givenUp = problem
    this.#end()
    this.#reject(problem)
    this.#controller?.abort(problem)
  }

  #end(): void {
    release(this)
    this.#call.end(this)
  }

  #failure(reason: string, nothingSent: boolean, cause?: Error): Problem {
    const { name, owner, changes } = this.#purpose
    const stale =
      closedUnnoticed.has(reason) &&
      this.#bytesBefore >= 0 &&
      this.#bytesBefore === this.connection?.bytesRead
    if (stale) this.connection?.lost()
    const failure: Failure = {
      effect: nothingSent ? 'none' : 'unknown',
      unhealthy: !stale,
      unreachable: nothingSent && cause !== undefined,
      ...(stale ? { stale } : {}),
    }
    const options = { owner, cause, failure }
    if (changes && !nothingSent)
      return new Problem('outcome-unknown', `the answer of ${name} was lost: ${reason}`, options)
    const headers = { 'retry-after': '1' }
    return new Problem('upstream-unavailable', `${name} did not answer: ${reason}`, { ...options, headers })
  }
}

const nothing = Buffer.alloc(0)

/** What a request meets on a connection that the other side has closed while it was idle. */
const closedUnnoticed = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'])
/** Replies that are no HTTP, or more than the contract allows. */
const unreadable = /^(HPE_|HTTPParserError|UND_ERR_RES_|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RESPONSE)/
