/** The wishes of all processes of a deployment, changed by the rules of `reducer.ts` whatever database keeps them. */
import { randomFillSync } from 'node:crypto'
import type { Answer, Command } from './command.ts'
import type { Driver, Event, Stored } from './driver.ts'
import type { WishRecord } from './record.ts'
import { decide } from './reducer.ts'

export interface Outcome {
  readonly answer: Answer
  readonly stored: Stored
}

export class Store {
  readonly driver: Driver

  constructor(driver: Driver) {
    this.driver = driver
  }

  /**
   * Applies a command to a wish, as one change.
   *
   * @param known what is stored, as far as the caller knows: mostly right, and then there is one exchange
   * @param events published in the same write
   * @throws StoreUnavailable
   */
  async apply(
    id: string,
    command: Command,
    known: Stored = nothing,
    events: readonly Event[] = [],
  ): Promise<Outcome> {
    let stored = known
    for (let isFresh = false; ; isFresh = true) {
      const { answer, record } = decide(stored.record, command, this.driver.now())
      if (record !== stored.record) {
        const next = { revision: record ? newToken() : '', record }
        const found = await this.driver.swap(id, stored, next, events)
        if (!found) return { answer, stored: next }
        stored = found
      } else if (isFresh) return { answer, stored }
      else stored = await this.driver.load(id)
    }
  }

  async find(id: string): Promise<WishRecord | undefined> {
    return (await this.driver.load(id)).record
  }
}

const nothing: Stored = { revision: '', record: undefined }

const TOKEN_BYTES = 16
/** Drawn for many tokens at once: each draw has its price. */
const drawn = Buffer.alloc(256 * TOKEN_BYTES)
let used = drawn.length

/** 128 random bits. */
export function newToken(): string {
  if (used === drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  used += TOKEN_BYTES
  return drawn.toString('base64url', used - TOKEN_BYTES, used)
}
