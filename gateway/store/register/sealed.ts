/**
 * A register whose entries nobody reads who only has the store: what is watched holds values of replies. Logs stay as they
 * are; the audit log is masked before.
 */
import { SealBroken, type Sealer } from '../seal.ts'
import type { Entry, Register } from './register.ts'

interface Known {
  readonly sealed: string
  /** `undefined`: no key that is known opens it. */
  readonly data: string | undefined
}

export class SealedRegister implements Register {
  readonly #inner: Register
  readonly #sealer: Sealer
  /** Sealing the same twice does not look the same: what is expected is compared as it was stored. */
  readonly #known = new Map<string, Known>()

  constructor(inner: Register, sealer: Sealer) {
    this.#inner = inner
    this.#sealer = sealer
  }

  revision(kind: string): Promise<string> {
    return this.#inner.revision(kind)
  }

  /** What was sealed by a key that is not known any more is not there, and makes room for what is written. */
  async entries(kind: string): Promise<readonly Entry[]> {
    const entries = await this.#inner.entries(kind)
    return entries.flatMap(({ id, data: sealed }) => {
      const data = this.#open(kind, id, sealed)
      this.#known.set(nameOf(kind, id), { sealed, data })
      return data === undefined ? [] : [{ id, data }]
    })
  }

  async put(kind: string, { id, data }: Entry, expected: string | undefined): Promise<boolean> {
    const known = this.#known.get(nameOf(kind, id))
    if (expected !== undefined && known?.data !== expected) return false
    const sealed = Buffer.from(this.#sealer.seal(Buffer.from(data), { id, part: kind })).toString('base64')
    const isThere = expected !== undefined || (known !== undefined && known.data === undefined)
    const isPut = await this.#inner.put(kind, { id, data: sealed }, isThere ? known?.sealed : undefined)
    if (isPut) this.#known.set(nameOf(kind, id), { sealed, data })
    return isPut
  }

  append(log: string, data: string): Promise<void> {
    return this.#inner.append(log, data)
  }

  latest(log: string, limit: number): Promise<readonly string[]> {
    return this.#inner.latest(log, limit)
  }

  close(): Promise<void> {
    return this.#inner.close()
  }

  #open(kind: string, id: string, sealed: string): string | undefined {
    const known = this.#known.get(nameOf(kind, id))
    if (known?.sealed === sealed) return known.data
    try {
      return Buffer.from(this.#sealer.open(Buffer.from(sealed, 'base64'), { id, part: kind })).toString()
    } catch (error) {
      if (error instanceof SealBroken) return undefined
      throw error
    }
  }
}

const nameOf = (kind: string, id: string): string => `${kind}\u0000${id}`
