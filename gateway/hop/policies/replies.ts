/** Replies within a bounded size. Those nobody asked for lately make room (second chance: a look-up moves nothing). */
import type { Reply } from '../../../contracts/contract.ts'

export interface StoredReply {
  readonly reply: Reply
  /** On the clock of `performance.now()`. */
  readonly bornAt: number
}

interface Entry extends StoredReply {
  readonly size: number
  asked: boolean
}

/** A reply larger than this share of the whole is not worth what it drives out. */
const LARGEST_SHARE = 1 / 8

export class Replies {
  readonly #sizeMax: number
  readonly #entries = new Map<string, Entry>()
  #size = 0

  constructor(sizeMax: number) {
    this.#sizeMax = sizeMax
  }

  get count(): number {
    return this.#entries.size
  }

  get size(): number {
    return this.#size
  }

  get(key: string): StoredReply | undefined {
    const entry = this.#entries.get(key)
    if (entry) entry.asked = true
    return entry
  }

  set(key: string, reply: Reply, bornAt: number): void {
    this.#drop(key)
    const size = key.length + sizeOf(reply.body)
    if (size > this.#sizeMax * LARGEST_SHARE) return
    this.#entries.set(key, { reply, bornAt, size, asked: false })
    this.#size += size
    for (const [oldest, entry] of this.#entries) {
      if (this.#size <= this.#sizeMax) break
      this.#drop(oldest)
      if (!entry.asked) continue
      entry.asked = false
      this.#entries.set(oldest, entry)
      this.#size += entry.size
    }
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key)
    if (!entry) return
    this.#entries.delete(key)
    this.#size -= entry.size
  }
}

const sizeOf = (body: unknown): number =>
  body instanceof Uint8Array ? body.length : (JSON.stringify(body)?.length ?? 0)
