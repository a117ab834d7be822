/** Clients as handlers see them: one function for each operation of the contract. Made per API, not per request. */
import type { ContractData } from '../../contracts/runtime/load.ts'
import type { Call } from '../call.ts'
import type { Observation } from '../usage/observation.ts'
import type { OperationRequest, Send } from './policy.ts'

/** @param observation of the run of the handler, when it is looked at */
export type ClientClass = new (call: Call, observation?: Observation) => object

/** A class whose objects call the given operations on behalf of one call. */
export function clientClass(contract: ContractData, operations: Readonly<Record<string, Send>>): ClientClass {
  class Client {
    readonly call: Call
    readonly observation: Observation | undefined

    constructor(call: Call, observation?: Observation) {
      this.call = call
      this.observation = observation
    }
  }
  for (const [operation, send] of Object.entries(operations))
    Object.defineProperty(Client.prototype, operation, {
      value(this: Client, request: OperationRequest = {}) {
        return this.observation
          ? this.observation.through(send, contract, operation, request, this.call)
          : send(request, this.call)
      },
    })
  return Client
}
