/** A failure on its way to the caller: the slug and what may be said in public; message and cause are for the log. */
import type { Owner, Reply } from '../contracts/contract.ts'
import { type ProblemSlug, problemBody, problems } from '../contracts/problems.ts'

/** One place of the request that broke the contract. */
export interface ProblemError {
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'body'
  /** JSON Pointer as a URI fragment, such as `#/lines/0/sku`; for parameters `#/<name>`. */
  readonly pointer: string
  readonly detail: string
}

/** What a failed attempt says about the system that was asked, for those who decide whether to ask again. */
export interface Failure {
  /** `none`: the attempt changed nothing, for sure. `unknown`: it may have. */
  readonly effect: 'none' | 'unknown'
  /** Whether it speaks against the health of the system; a refusal does not. */
  readonly unhealthy: boolean
  /** There was no connection at all. */
  readonly unreachable?: boolean
  /** The other side had closed the idle connection: no matter of health, and worth another try at once. */
  readonly stale?: boolean
  /** The system asked not to be called before. */
  readonly retryAfterMs?: number
}

export interface ProblemOptions {
  /** Public. Our own words: never text of an upstream. */
  readonly detail?: string
  readonly errors?: readonly ProblemError[]
  readonly headers?: Readonly<Record<string, string>>
  /** Who answers for the system that failed. */
  readonly owner?: Owner | undefined
  /** The system behind it, as `erp`. */
  readonly upstream?: string | undefined
  readonly cause?: unknown
  /** Absent: asking again would fail in the same way. */
  readonly failure?: Failure
}

export class Problem extends Error {
  override readonly name = 'Problem'
  readonly slug: ProblemSlug
  readonly detail: string | undefined
  readonly errors: readonly ProblemError[] | undefined
  readonly headers: Readonly<Record<string, string>> | undefined
  readonly owner: Owner | undefined
  readonly failure: Failure | undefined
  /** The system behind it, as `erp`; noted where calls leave for that system. */
  upstream: string | undefined

  /** @param message for the log: what happened, with the names of the parts involved */
  constructor(slug: ProblemSlug, message: string, options: ProblemOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.slug = slug
    this.detail = options.detail
    this.errors = options.errors
    this.headers = options.headers
    this.owner = options.owner
    this.failure = options.failure
    this.upstream = options.upstream
  }

  get status(): number {
    return problems[this.slug].status
  }

  /** Anything thrown: what is no problem yet is a mistake of ours. */
  static from(error: unknown): Problem {
    if (error instanceof Problem) return error
    return new Problem('internal-error', error instanceof Error ? error.message : String(error), {
      cause: error,
    })
  }
}

/** The RFC 9457 reply to a problem. */
export function problemReply(problem: Problem, traceId: string | undefined): Reply {
  return {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', ...problem.headers },
    body: {
      ...problemBody(problem.slug, problem.detail),
      ...(traceId === undefined ? {} : { traceId }),
      ...(problem.owner ? { owner: problem.owner.team } : {}),
      ...(problem.upstream === undefined ? {} : { upstream: problem.upstream }),
      ...(problem.errors?.length ? { errors: problem.errors } : {}),
    },
  }
}
