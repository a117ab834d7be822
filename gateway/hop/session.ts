/**
 * Being logged in to a backend: one login at a time for all calls, renewed once when a call finds it expired.
 * Refused credentials are not tried again for a while: a login storm locks accounts.
 */
import { type Call, waitFor } from '../call.ts'
import { Problem } from '../problem.ts'
import type { WireReply } from './exchange.ts'

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

  /** Makes a call under the login; once more under a new one when the backend says 401. */
  use(call: Call, attempt: (login: Login) => Promise<WireReply>): Promise<WireReply> {
    const login = this.#current
    if (login === undefined) return waitFor(this.#renew(), call).then(attempt)
    return attempt(login).then((reply) => (reply.status === 401 ? this.#again(login, call, attempt) : reply))
  }

  #again(stale: Login, call: Call, attempt: (login: Login) => Promise<WireReply>): Promise<WireReply> {
    if (this.#current === stale) this.#current = undefined
    const login = this.#current
    return login === undefined ? waitFor(this.#renew(), call).then(attempt) : attempt(login)
  }

  #renew(): Promise<Login> {
    if (this.#refusal && performance.now() < this.#refusal.until) return Promise.reject(this.#refusal.problem)
    this.#pending ??= this.#login()
      .then((login) => {
        this.#current = login
        return login
      })
      .catch((error: unknown) => {
        const problem = Problem.from(error)
        if (problem.slug === 'upstream-auth-failed')
          this.#refusal = { problem, until: performance.now() + REFUSED_MS }
        throw problem
      })
      .finally(() => {
        this.#pending = undefined
      })
    return this.#pending
  }
}
