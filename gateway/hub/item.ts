/** An event on its way to a subscriber, in this process. */
import type { CloudEvent } from './cloud-event.ts'
import type { Attempt } from './letter.ts'
import type { Delivery } from './log/driver.ts'

export interface Item {
  readonly delivery: Delivery
  /** `undefined`: it cannot be read. */
  readonly event: CloudEvent | undefined
  readonly key: string
  /** Somebody had it before and did not say what became of it: it may have been the reason. */
  isSuspect: boolean
  /** The latest. */
  readonly attempts: Attempt[]
  failures: number
  /** Attempts that failed while others had success. */
  counted: number
  /** Of the pace, when it failed last. */
  successesSeen: number
}

/** The events of a lane by key: of each key one is under way, and the others wait behind it. */
export class KeyQueues {
  readonly #queues = new Map<string, Item[]>()
  readonly #positions = new Set<string>()

  get size(): number {
    return this.#positions.size
  }

  get keys(): number {
    return this.#queues.size
  }

  get positions(): ReadonlySet<string> {
    return this.#positions
  }

  /** @returns whether nothing is before it */
  add(item: Item): boolean {
    this.#positions.add(item.delivery.position)
    const queue = this.#queues.get(item.key)
    if (queue) queue.push(item)
    else this.#queues.set(item.key, [item])
    return !queue
  }

  isFirst(item: Item): boolean {
    return this.#queues.get(item.key)?.[0] === item
  }

  /** Takes away the first of its key. @returns what comes next */
  remove(item: Item): Item | undefined {
    const queue = this.#queues.get(item.key) as Item[]
    this.#positions.delete(item.delivery.position)
    queue.shift()
    if (queue.length === 0) this.#queues.delete(item.key)
    return queue[0]
  }

  clear(): void {
    this.#queues.clear()
    this.#positions.clear()
  }
}
