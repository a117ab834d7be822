/** A connection of a pool that can tell whether the other side may have closed it before a request got there. */
import type { Socket } from 'node:net'
import { type buildConnector, Client, type Dispatcher } from 'undici'

/** Rides on a connection and wants to know on which. */
export interface Rider extends Dispatcher.DispatchHandler {
  connection: Connection | undefined
}

/** What the connections of one pool know together. */
export class Trust {
  /** How often one of them was found closed: those that were idle then may be closed as well. */
  lost = 0
}

type Options = Client.Options & { readonly connect: buildConnector.connector }

export class Connection extends Client {
  readonly #trust: Trust
  #socket: Socket | undefined
  #answered = false
  /** What was lost when it last proved to be open. */
  #lostBefore = 0

  constructor(origin: URL, { connect, ...options }: Options, trust: Trust) {
    super(origin, {
      ...options,
      connect: (target: buildConnector.Options, done: buildConnector.Callback) =>
        connect(target, (...outcome) => {
          this.answered = false
          this.#socket = outcome[1] ?? undefined
          done(...outcome)
        }),
    })
    this.#trust = trust
  }

  /** Whether a reply has come over it: it was idle since, and may be closed on the other side. */
  get answered(): boolean {
    return this.#answered
  }

  set answered(answered: boolean) {
    this.#answered = answered
    this.#lostBefore = this.#trust.lost
  }

  get bytesRead(): number {
    return this.#socket?.bytesRead ?? 0
  }

  /** It was closed on the other side, and a request found out. The next one must not meet with the same. */
  lost(): void {
    this.#trust.lost++
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    ;(handler as Rider).connection = this
    // Nothing is under way on it: a pool gives it one request at a time. The client connects anew.
    if (this.#answered && this.#lostBefore !== this.#trust.lost) this.#socket?.destroy()
    return super.dispatch(options, handler)
  }
}
