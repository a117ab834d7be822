/** What a handler is given: the clients of its contract's `x-uses`, and who is asking. */
import type { Context } from '../../contracts/contract.ts'
import { type Call, derive } from '../call.ts'
import type { ClientClass } from '../hop/client.ts'
import { Problem } from '../problem.ts'
import { newUlid, ulidOf } from './ulid.ts'

export type ContextClass = new (call: Call) => Context

/** A class with one property for each client; a client is made when a handler asks for it. */
export function contextClass(clients: Readonly<Record<string, ClientClass>>): ContextClass {
  class HandlerContext implements Context {
    readonly #call: Call

    constructor(call: Call) {
      this.#call = call
    }

    static call(context: HandlerContext): Call {
      return context.#call
    }

    get customerId(): string {
      const { customerId } = this.#call.caller
      if (customerId === undefined)
        throw new Problem('forbidden', 'the token has no claim customer_id', {
          detail: 'The operation is about the signed-in customer, and the token proves none.',
        })
      return customerId
    }

    get consumer(): string {
      return this.#call.caller.consumer
    }

    get signal(): AbortSignal {
      return this.#call.signal
    }

    mint(prefix: string): string {
      const { key } = this.#call
      const name = `mint ${prefix}`
      return `${prefix}-${key === undefined ? newUlid() : ulidOf(derive(key, name, this.#call.nextOrdinal(name)))}`
    }
  }
  for (const [name, Client] of Object.entries(clients))
    Object.defineProperty(HandlerContext.prototype, name, {
      get(this: HandlerContext) {
        return new Client(HandlerContext.call(this))
      },
    })
  return HandlerContext
}
