/** One HTTP exchange over an undici pool: a whole request out, a whole reply in, or one reason why not. */
import type { Dispatcher, Pool } from 'undici'
import type { Call, Stoppable } from '../call.ts'
import { type Failure, Problem } from '../problem.ts'
import type { Target } from './policy.ts'

export interface WireRequest {
  readonly method: Dispatcher.HttpMethod
  /** Path and query, as sent. */
  readonly path: string
  /** Names and values in turn. */
  readonly headers: string[]
  readonly body: string | Uint8Array | null
}

export interface WireReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** What was asked, for messages, and whether an answer that is lost leaves the outcome open. */
export interface Purpose {
  /** As `backend/erp/v1 findSales`. */
  readonly name: string
  readonly owner: Problem['owner']
  readonly changes: boolean
  /** How long one attempt may stay silent; the deadline of the call ends it earlier. */
  readonly silentMs: number
}

/** What an exchange with one operation is for. */
export const purposeOf = ({ contract, operation }: Target): Purpose => ({
  name: `${contract.id} ${operation.id}`,
  owner: contract.owner,
  changes: contract.layer === 'backend' ? operation.effect !== 'read' : operation.method !== 'GET',
  silentMs: operation.deadlineMs,
})

/**
 * Sends, waits for the end of the body, and reads the reply; `read` may ask for another exchange instead.
 * Rejects with a `Problem` only.
 */
export const exchange = <Result>(
  pool: Pool,
  { method, path, headers, body }: WireRequest,
  purpose: Purpose,
  call: Call,
  read: (reply: WireReply) => Result | Promise<Result>,
): Promise<Result> =>
  new Promise((resolve, reject) => {
    const { silentMs } = purpose
    pool.dispatch(
      { method, path, headers, body, headersTimeout: silentMs, bodyTimeout: silentMs },
      new Exchange(purpose, call, read, resolve, reject),
    )
  })

class Exchange<Result> implements Dispatcher.DispatchHandler, Stoppable {
  readonly #purpose: Purpose
  readonly #call: Call
  readonly #read: (reply: WireReply) => Result | Promise<Result>
  readonly #resolve: (result: Result | Promise<Result>) => void
  readonly #reject: (error: unknown) => void
  #controller: Dispatcher.DispatchController | undefined
  #stopped: Problem | undefined
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
    this.#purpose = purpose
    this.#call = call
    this.#read = read
    this.#resolve = resolve
    this.#reject = reject
    call.begin(this)
  }

  stop(problem: Problem): void {
    this.#stopped = problem
    if (this.#controller) this.#controller.abort(problem)
    // Still waiting for a connection: nothing was sent, and nobody has to wait for its turn.
    else this.#reject(this.#late(problem))
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#stopped) controller.abort(this.#stopped)
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: WireReply['headers']): void {
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
    this.#call.end(this)
    const body = this.#rest ? Buffer.concat(this.#rest) : this.#first
    try {
      this.#resolve(
        this.#read({ status: this.#status, headers: this.#headers, text: body ? body.toString() : '' }),
      )
    } catch (error) {
      this.#reject(error)
    }
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#call.end(this)
    this.#reject(this.#stopped ? this.#late(this.#stopped) : failureOf(error, this.#purpose))
  }

  #late(problem: Problem): Problem {
    const { name, owner, changes } = this.#purpose
    const slug = changes && this.#controller ? 'outcome-unknown' : problem.slug
    return new Problem(slug, `${name} had not answered when ${problem.message}`, { owner, cause: problem })
  }
}

/** Failures that leave no doubt: nothing was sent. */
const notSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])
/** Replies that are no HTTP, or more than the contract allows. */
const unreadable = /^(HPE_|UND_ERR_RES_|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RESPONSE)/

function failureOf(cause: Error & { code?: string }, { name, owner, changes }: Purpose): Problem {
  const code = cause.code ?? cause.name
  if (unreadable.test(code))
    return new Problem('contract-broken', `${name} sent an unreadable reply: ${code}`, { owner, cause })
  const unreachable = notSent.has(code)
  const failure: Failure = { effect: unreachable ? 'none' : 'unknown', unhealthy: true, unreachable }
  if (unreachable || !changes)
    return new Problem('upstream-unavailable', `${name} did not answer: ${code}`, {
      owner,
      cause,
      failure,
      headers: { 'retry-after': '1' },
    })
  return new Problem('outcome-unknown', `the answer of ${name} was lost: ${code}`, { owner, cause, failure })
}
