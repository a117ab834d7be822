/** Connections to what lives elsewhere: one undici pool for each origin. */
import type { SecureContextOptions } from 'node:tls'
import { Pool } from 'undici'
import { Connection, Trust } from './connection.ts'

const REPLY_BYTES_MAX = 1 << 20

export class Pools {
  readonly #pools = new Map<string, Pool>()
  readonly #known = new Map<string, Pool>()

  /**
   * The pool for the origin of a URL.
   *
   * @param tls what is shown there, and who is believed; of the first who asks
   */
  of(url: string, tls: SecureContextOptions = {}): Pool {
    const known = this.#known.get(url) ?? this.#open(new URL(url).origin, tls)
    this.#known.set(url, known)
    return known
  }

  #open(origin: string, tls: SecureContextOptions): Pool {
    let pool = this.#pools.get(origin)
    if (!pool) {
      const trust = new Trust()
      pool = new Pool(origin, {
        connections: 128,
        pipelining: 1,
        // Well below what servers keep: the side that closes first must be ours, or requests get lost in the race.
        keepAliveTimeout: 4_000,
        keepAliveMaxTimeout: 4_000,
        connect: { timeout: 1_000, ...tls },
        factory: (url, options) =>
          new Connection(url, options as ConstructorParameters<typeof Connection>[1], trust),
        maxResponseSize: REPLY_BYTES_MAX,
      })
      this.#pools.set(origin, pool)
    }
    return pool
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.destroy()))
  }
}
