/** Ends calls whose deadline passed or whose client went away: one timer for all of them, none per request. */
import type { ServerResponse } from 'node:http'
import type { Call } from './call.ts'
import { Problem } from './problem.ts'

const SWEEP_MS = 20

/** A call that is being answered. Linked into a list, because adding and removing must cost nothing. */
export class Live {
  readonly call: Call
  readonly outgoing: ServerResponse | undefined
  previous: Live = this
  next: Live = this

  constructor(call: Call, outgoing: ServerResponse | undefined) {
    this.call = call
    this.outgoing = outgoing
  }
}

export class Deadlines {
  readonly #list = new Live(undefined as never, undefined)
  readonly #timer = setInterval(() => this.#sweep(), SWEEP_MS).unref()
  #size = 0

  /** Requests being answered right now. */
  get size(): number {
    return this.#size
  }

  enter(call: Call, outgoing: ServerResponse | undefined): Live {
    const live = new Live(call, outgoing)
    live.previous = this.#list.previous
    live.next = this.#list
    this.#list.previous.next = live
    this.#list.previous = live
    this.#size++
    return live
  }

  leave(live: Live): void {
    live.previous.next = live.next
    live.next.previous = live.previous
    this.#size--
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #sweep(): void {
    const now = performance.now()
    for (let live = this.#list.next; live !== this.#list; live = live.next) {
      if (live.call.stopped) continue
      if (live.call.expiresAt <= now) live.call.stop(new Problem('deadline-exceeded', 'the deadline passed'))
      else if (live.outgoing?.destroyed)
        live.call.stop(new Problem('deadline-exceeded', 'the client closed the connection'))
    }
  }
}
