/** A connection of a pool that can tell whether the other side may have closed it before a request got there. */
import type { Socket } from 'node:net'
import { type buildConnector, Client, type Dispatcher } from 'undici'

/** Rides on a connection and wants to know on which. */
export interface Rider extends Dispatcher.DispatchHandler {
  connection: Connection | undefined
}

type Options = Client.Options & { readonly connect: buildConnector.connector }

export class Connection extends Client {
  /** Whether a reply has come over it: it was idle since, and may be closed on the other side. */
  answered = false
  #socket: Socket | undefined

  constructor(origin: URL, { connect, ...options }: Options) {
    super(origin, {
      ...options,
      connect: (target: buildConnector.Options, done: buildConnector.Callback) =>
        connect(target, (...outcome) => {
          this.answered = false
          this.#socket = outcome[1] ?? undefined
          done(...outcome)
        }),
    })
  }

  get bytesRead(): number {
    return this.#socket?.bytesRead ?? 0
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    ;(handler as Rider).connection = this
    return super.dispatch(options, handler)
  }
}
