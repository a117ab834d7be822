/**
 * Being logged in to a backend: one login at a time for all calls, renewed once when a call finds it expired.
 * Refused credentials are not tried again for a while: a login storm locks accounts.
 */
import { type Call, waitFor } from '../call.ts'
import { Problem } from '../problem.ts'
import type { WireReply } from './exchange.ts'

type Read<Result> = (reply: WireReply) => Result | Promise<Result>

const REFUSED_MS = 60_000

export class Session<Login> {
  readonly #login: () => Promise<Login>
  #current: Login | undefined
  #pending: Promise<Login> | undefined
  #refusal: { readonly problem: Problem; readonly until: number } | undefined

  /** @param login rejects with the problem `upstream-auth-failed` when the credentials are refused */
  constructor(login: () => Promise<Login>) {
    this.#login = login
  }

  /**
   * Makes a call under the login; under a new one, once, when the backend says 401.
   * @param finish rejects with the problem `upstream-auth-failed` when that does not help
   */
  run<Result>(
    call: Call,
    attempt: (login: Login, read: Read<Result>) => Promise<Result>,
    finish: (reply: WireReply) => Result,
  ): Promise<Result> {
    const again = (login: Login) =>
      attempt(login, (reply) => {
        if (reply.status !== 401) return finish(reply)
        this.#forget(login)
        return this.#refuse(() => finish(reply))
      })
    const first = (login: Login) =>
      attempt(login, (reply) => {
        if (reply.status !== 401) return finish(reply)
        this.#forget(login)
        return Promise.resolve(this.#get(call)).then(again)
      })
    const login = this.#get(call)
    return login instanceof Promise ? login.then(first) : first(login)
  }

  #get(call: Call): Login | Promise<Login> {
    return this.#current ?? waitFor(this.#renew(), call)
  }

  #forget(login: Login): void {
    if (this.#current === login) this.#current = undefined
  }

  /** Credentials that get a login which is worth nothing are refused as well. */
  #refuse<Result>(finish: () => Result): Result {
    try {
      return finish()
    } catch (error) {
      throw this.#remember(Problem.from(error))
    }
  }

  #renew(): Promise<Login> {
    if (this.#refusal && performance.now() < this.#refusal.until) return Promise.reject(this.#refusal.problem)
    this.#pending ??= this.#login()
      .then((login) => {
        this.#current = login
        return login
      })
      .catch((error: unknown) => {
        throw this.#remember(notLoggedIn(Problem.from(error)))
      })
      .finally(() => {
        this.#pending = undefined
      })
    return this.#pending
  }

  #remember(problem: Problem): Problem {
    if (problem.slug === 'upstream-auth-failed')
      this.#refusal = { problem, until: performance.now() + REFUSED_MS }
    return problem
  }
}

/** What a login that failed means for the call that needed it: it was not sent, and the system is not well. */
function notLoggedIn(problem: Problem): Problem {
  const { slug, message, failure, owner, headers = { 'retry-after': '1' } } = problem
  if (!failure && slug !== 'deadline-exceeded') return problem
  return new Problem('upstream-unavailable', message, {
    owner,
    headers,
    cause: problem,
    failure: { unhealthy: true, ...failure, effect: 'none' },
  })
}
