/** Ends calls whose deadline passed, or whose client went away for good: one timer for all of them, none per request. */
import type { ServerResponse } from 'node:http'
import type { Call } from './call.ts'
import { Problem } from './problem.ts'

const SWEEP_MS = 10
/** How long a handler may take to end after its call did; what it knows of the outcome is better than what we know. */
const GRACE_MS = 250

/** Answers in place of whatever does not come to an end. */
export type GiveUp = (live: Live) => void

/** A call that is being answered. Linked into a list, because adding and removing must cost nothing. */
export class Live {
  readonly call: Call
  readonly outgoing: ServerResponse | undefined
  readonly giveUp: GiveUp | undefined
  previous: Live = this
  next: Live = this
  /** Whether the answer has been given by `giveUp`. */
  abandoned = false
  stoppedAt = 0

  constructor(call: Call, outgoing: ServerResponse | undefined, giveUp: GiveUp | undefined) {
    this.call = call
    this.outgoing = outgoing
    this.giveUp = giveUp
  }

  stop(problem: Problem, now: number): void {
    this.stoppedAt = now
    this.call.stop(problem)
  }
}

export class Deadlines {
  readonly #list = new Live(undefined as never, undefined, undefined)
  readonly #timer = setInterval(() => this.#sweep(), SWEEP_MS).unref()

  enter(call: Call, outgoing: ServerResponse | undefined, giveUp?: GiveUp): Live {
    const live = new Live(call, outgoing, giveUp)
    live.previous = this.#list.previous
    live.next = this.#list
    this.#list.previous.next = live
    this.#list.previous = live
    return live
  }

  leave(live: Live): void {
    live.previous.next = live.next
    live.next.previous = live.previous
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #sweep(): void {
    const now = performance.now()
    for (let live = this.#list.next; live !== this.#list; live = live.next) {
      if (live.stoppedAt) this.#abandon(live, now)
      else if (live.call.expiresAt <= now)
        live.stop(new Problem('deadline-exceeded', 'the deadline passed'), now)
      // What is done under a key goes on: who repeats the request gets the answer.
      else if (live.outgoing?.destroyed && live.call.key === undefined)
        live.stop(new Problem('deadline-exceeded', 'the client closed the connection'), now)
    }
  }

  #abandon(live: Live, now: number): void {
    if (!live.giveUp || now - live.stoppedAt < GRACE_MS) return
    this.leave(live)
    live.abandoned = true
    live.giveUp(live)
  }
}
