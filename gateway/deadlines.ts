/** Ends calls whose deadline passed, or whose client went away for good. */
import type { ServerResponse } from 'node:http'
import type { Call } from './call.ts'
import { Problem } from './problem.ts'
import { release, Watched, watch } from './sweep.ts'

/** How long a handler may take to end after its call did; what it knows of the outcome is better than what we know. */
const GRACE_MS = 250

/** Answers in place of whatever does not come to an end. */
export type GiveUp = (live: Live) => void

/** A call that is being answered. */
export class Live extends Watched {
  readonly call: Call
  readonly outgoing: ServerResponse | undefined
  readonly giveUp: GiveUp | undefined
  /** Whether the answer has been given by `giveUp`. */
  abandoned = false
  #stoppedAt = 0

  constructor(call: Call, outgoing: ServerResponse | undefined, giveUp: GiveUp | undefined) {
    super()
    this.call = call
    this.outgoing = outgoing
    this.giveUp = giveUp
  }

  override look(now: number): void {
    if (this.#stoppedAt) this.#abandon(now)
    else if (this.call.expiresAt <= now) this.#stop('the deadline passed', now)
    // What is done under a key goes on: who repeats the request gets the answer.
    else if (this.outgoing?.destroyed && this.call.key === undefined)
      this.#stop('the client closed the connection', now)
  }

  #stop(reason: string, now: number): void {
    this.#stoppedAt = now
    this.call.stop(new Problem('deadline-exceeded', reason))
  }

  #abandon(now: number): void {
    if (!this.giveUp || now - this.#stoppedAt < GRACE_MS) return
    release(this)
    this.abandoned = true
    this.giveUp(this)
  }
}

export class Deadlines {
  enter(call: Call, outgoing: ServerResponse | undefined, giveUp?: GiveUp): Live {
    const live = new Live(call, outgoing, giveUp)
    watch(live)
    return live
  }

  leave(live: Live): void {
    release(live)
  }
}
