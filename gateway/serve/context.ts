/** What a handler is given: the clients of its contract's `x-uses`, and who is asking. */
import type { AcceptedOperation, Context, StepOptions } from '../../contracts/contract.ts'
import { type Call, type Caller, derive } from '../call.ts'
import type { ClientClass } from '../hop/client.ts'
import type { Publish } from '../hub/publisher.ts'
import type { Journal } from '../idempotency/journal.ts'
import { Problem } from '../problem.ts'
import type { Observation } from '../usage/observation.ts'
import { newUlid, ulidOf } from './ulid.ts'

/**
 * @param journal of the saga the handler takes the steps of, if it is one
 * @param observation of this run of the handler, when it is looked at
 */
export type ContextClass = new (call: Call, journal?: Journal, observation?: Observation) => Context

/** What became of a request that was accepted. */
export type FindOperation = (operationId: string, caller: Caller) => Promise<AcceptedOperation | undefined>

/** A class with one property for each client; a client is made when a handler asks for it. */
export function contextClass(
  clients: Readonly<Record<string, ClientClass>>,
  findOperation: FindOperation,
  publish: Publish,
): ContextClass {
  class HandlerContext implements Context {
    readonly #call: Call
    readonly #journal: Journal | undefined
    readonly #observation: Observation | undefined

    constructor(call: Call, journal?: Journal, observation?: Observation) {
      this.#call = call
      this.#journal = journal
      this.#observation = observation
    }

    static client(Client: ClientClass, context: HandlerContext): object {
      return new Client(context.#call, context.#observation)
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

    operation(operationId: string): Promise<AcceptedOperation | undefined> {
      return findOperation(operationId, this.#call.caller)
    }

    step<Result>(
      name: string,
      act: (context: HandlerContext) => Promise<Result>,
      options: StepOptions<HandlerContext, Result> = {},
    ): Promise<Result> {
      if (!this.#journal) throw new Error(`The step ${name} is taken by an operation without x-saga`)
      const observation = this.#observation
      const contextOf = (call: Call) => new HandlerContext(call, undefined, observation)
      if (!observation) return this.#journal.step(name, contextOf, act, options)
      // What is written down is what the step gave, not what watches it.
      const settled = (context: HandlerContext) => act(context).then((result) => observation.settle(result))
      return this.#journal.step(name, contextOf, settled, options).then((result) => observation.watch(result))
    }

    publish(event: string, data: unknown): void {
      publish(this.#call, event, data)
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
        return HandlerContext.client(Client, this)
      },
    })
  return HandlerContext
}
