/** Writes, each with a key of its own: so many a second whatever becomes of them, or one after the other. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from 'undici'

export class Writes {
  /** A disk that stands still for a moment makes Redis too slow, and a gateway refuse. */
  refused = 0
  readonly #pool: Pool
  readonly #path: string
  readonly #headers: Readonly<Record<string, string>>

  constructor(url: string, path: string, headers: Readonly<Record<string, string>>) {
    this.#pool = new Pool(url, { connections: 64, pipelining: 1 })
    this.#path = path
    this.#headers = headers
  }

  /** @returns how long each took from when it should have been sent, in milliseconds */
  async steadily(perSecond: number, seconds: number): Promise<readonly number[]> {
    const beganAt = performance.now()
    const all: Promise<number>[] = []
    for (let count = 0; count < perSecond * seconds; count++) {
      const dueAt = beganAt + (count * 1_000) / perSecond
      const waitMs = dueAt - performance.now()
      if (waitMs > 0) await pause(waitMs)
      all.push(this.#write().then(() => performance.now() - dueAt))
    }
    return Promise.all(all)
  }

  /** The store is connected to after the gateway listens. */
  async untilTaken(): Promise<void> {
    do {
      this.refused = 0
      await this.#write()
      await pause(100)
    } while (this.refused > 0)
  }

  async busily(total: number, users: number): Promise<void> {
    let left = total
    const user = async () => {
      while (left-- > 0) await this.#write()
    }
    await Promise.all(Array.from({ length: users }, user))
  }

  close(): Promise<void> {
    return this.#pool.close()
  }

  async #write(): Promise<void> {
    const headers = { ...this.#headers, 'idempotency-key': randomUUID() }
    const { statusCode, body } = await this.#pool.request({ method: 'POST', path: this.#path, headers })
    if (statusCode === 503) this.refused++
    else if (statusCode !== 200) throw new Error(`answered ${statusCode}: ${await body.text()}`)
    await body.dump()
  }
}
