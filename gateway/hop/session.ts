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

  /** Makes a call under the login; under a new one, once, when the backend says 401. */
  run<Result>(
    call: Call,
    attempt: (login: Login, read: Read<Result>) => Promise<Result>,
    finish: (reply: WireReply) => Result,
  ): Promise<Result> {
    const again = (login: Login) =>
      attempt(login, (reply) => {
        if (reply.status === 401) this.#forget(login)
        return finish(reply)
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
