/** Who did what to this deployment through its admin API: written down before it is done, and how it ended after. */

import type { Register } from '../store/register/register.ts'
import { newToken } from '../store/store.ts'

export interface AuditEntry {
  readonly id: string
  readonly at: string
  readonly operator: string
  /** The operation of the admin contract. */
  readonly action: string
  /** What it was done to. */
  readonly target: Readonly<Record<string, string>>
  /** What was asked, without what nobody should read. */
  readonly request?: Readonly<Record<string, unknown>>
  /** How it ended; absent when the process ended before. */
  readonly status?: number
}

const LOG = 'audit'

type Written = AuditEntry | Pick<AuditEntry, 'id' | 'status'>

export class Audit {
  readonly #register: Register

  constructor(register: Register) {
    this.#register = register
  }

  /** @throws StoreUnavailable: what cannot be written down must not be done */
  async begin(entry: Omit<AuditEntry, 'id' | 'at' | 'status'>): Promise<string> {
    const id = newToken()
    await this.#append({ id, at: new Date().toISOString(), ...entry })
    return id
  }

  end(id: string, status: number): Promise<void> {
    return this.#append({ id, status })
  }

  /** The newest first. */
  async latest(limit: number): Promise<readonly AuditEntry[]> {
    // Each entry has a second one for its end.
    const written = (await this.#register.latest(LOG, 2 * limit)).map((data) => JSON.parse(data) as Written)
    const statusOf = new Map(written.flatMap((one) => ('at' in one ? [] : [[one.id, one.status]])))
    return written
      .filter((one) => 'at' in one)
      .slice(0, limit)
      .map((entry) => {
        const status = statusOf.get(entry.id)
        return status === undefined ? entry : { ...entry, status }
      })
  }

  #append(entry: Written): Promise<void> {
    return this.#register.append(LOG, JSON.stringify(entry))
  }
}
