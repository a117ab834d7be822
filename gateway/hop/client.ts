/** Clients as handlers see them: one function for each operation of the contract. Made per API, not per request. */
import type { Call } from '../call.ts'
import type { OperationRequest, Send } from './policy.ts'

export type ClientClass = new (call: Call) => object

/** A class whose objects call the given operations on behalf of one call. */
export function clientClass(operations: Readonly<Record<string, Send>>): ClientClass {
  class Client {
    readonly call: Call

    constructor(call: Call) {
      this.call = call
    }
  }
  for (const [operation, send] of Object.entries(operations))
    Object.defineProperty(Client.prototype, operation, {
      value(this: Client, request: OperationRequest = {}) {
        return send(request, this.call)
      },
    })
  return Client
}
