/** Ends calls whose deadline passed or whose client went away: one timer for all of them, none per request. */
import type { ServerResponse } from 'node:http'
import type { Reply } from '../contracts/contract.ts'
import type { Call } from './call.ts'
import { Problem } from './problem.ts'

const SWEEP_MS = 20
/** How long a handler may take to end after its call did; what it knows of the outcome is better than what we know. */
const GRACE_MS = 250

/** A call that is being answered. Linked into a list, because adding and removing must cost nothing. */
export class Live {
  readonly call: Call
  readonly outgoing: ServerResponse | undefined
  previous: Live = this
  next: Live = this
  #abandon: (() => void) | undefined
  #abandonAt = Number.POSITIVE_INFINITY

  constructor(call: Call, outgoing: ServerResponse | undefined) {
    this.call = call
    this.outgoing = outgoing
  }

  /**
   * The answer, or the problem that ended the call when the handler does not end with it.
   * @param changes whether nobody can say what the handler did
   */
  until(answer: Promise<Reply>, changes: boolean): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.#abandon = () => reject(late(this.call.stopped as Problem, changes))
      answer.then(resolve, reject)
    })
  }

  stop(problem: Problem, now: number): void {
    this.#abandonAt = now + GRACE_MS
    this.call.stop(problem)
  }

  abandonIfLate(now: number): void {
    if (now >= this.#abandonAt) this.#abandon?.()
  }
}

const late = (cause: Problem, changes: boolean) =>
  new Problem(changes ? 'outcome-unknown' : cause.slug, `the handler had not ended when ${cause.message}`, {
    cause,
  })

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
      if (live.call.stopped) live.abandonIfLate(now)
      else if (live.call.expiresAt <= now)
        live.stop(new Problem('deadline-exceeded', 'the deadline passed'), now)
      else if (live.outgoing?.destroyed)
        live.stop(new Problem('deadline-exceeded', 'the client closed the connection'), now)
    }
  }
}
