/**
 * Being logged in to a backend: one login at a time for all calls, renewed once when a call finds it expired.
 * Refused credentials are not tried again for a while: a login storm locks accounts.
 */
import { type Call, waitFor } from '../call.ts'
import { Problem } from '../problem.ts'

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

  /** The login to use now, or a wait for one that lasts no longer than the call. */
  get(call: Call): Login | Promise<Login> {
    return this.#current ?? waitFor(this.#renew(), call)
  }

  /** Another login than the one that was refused. */
  after(refused: Login, call: Call): Promise<Login> {
    if (this.#current === refused) this.#current = undefined
    return Promise.resolve(this.get(call))
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
