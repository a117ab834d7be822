/** Logins and sessions, with the lock-out that follows too many wrong passwords. */
import { randomBytes } from 'node:crypto'
import { HttpError } from './errors.ts'

const USER_ID = 2
const MAX_FAILURES = 5
const LOCK_MS = 300_000

export class Sessions {
  readonly #user: string
  readonly #password: string
  readonly #keys = new Set<string>()
  #failuresAt: number[] = []

  constructor(user: string, password: string) {
    this.#user = user
    this.#password = password
  }

  /** Answers `[userId, sessionKey]`. */
  login(user: unknown, parameters: unknown): [number, string] {
    const earliest = Date.now() - LOCK_MS
    this.#failuresAt = this.#failuresAt.filter((at) => at > earliest)
    if (this.#failuresAt.length > MAX_FAILURES) throw new HttpError(429, 'Too Many Requests')
    const { password } = (parameters ?? {}) as { password?: unknown }
    if (user !== this.#user || password !== this.#password) {
      this.#failuresAt.push(Date.now())
      throw new HttpError(401, 'The server could not verify that you are authorized.')
    }
    this.#failuresAt = []
    const key = randomBytes(32).toString('hex')
    this.#keys.add(key)
    return [USER_ID, key]
  }

  /** The key in a header `Session base64(login:userId:key)`, when that session is open. */
  keyIn(authorization: string | undefined): string | undefined {
    const [, encoded = ''] = /^Session (.+)$/i.exec(authorization ?? '') ?? []
    const [user, , key = ''] = Buffer.from(encoded, 'base64').toString().split(':')
    return user === this.#user && this.#keys.has(key) ? key : undefined
  }

  end(key: string): void {
    this.#keys.delete(key)
  }

  endAll(): void {
    this.#keys.clear()
  }
}
