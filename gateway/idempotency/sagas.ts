/** The sagas of this process: begun by a request, found again by their caller, and gone on with when they wait. */
import type { AcceptedOperation, Reply } from '../../contracts/contract.ts'
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import type { Call, Caller } from '../call.ts'
import type { OperationRequest } from '../hop/policy.ts'
import type { Accepted } from '../store/record.ts'
import { newToken } from '../store/store.ts'
import type { Trace } from '../telemetry/trace.ts'
import { firstVersionOf } from './first-version.ts'
import { HeldRecord } from './held-record.ts'
import type { Ledger } from './ledger.ts'
import { recordIdOf, viewOf } from './operation-view.ts'
import { type Handle, passedUp, Saga } from './saga.ts'
import { replayed } from './saved-reply.ts'
import { innerWishOf } from './wish.ts'

/** What it takes to go on with a saga without its caller. */
export interface AcceptedRequest {
  readonly operation: string
  readonly request: OperationRequest
  readonly caller: Caller
  readonly key: string
  readonly trace: Trace
}

/** A saga to go on with. */
export interface Waiting {
  readonly saga: Saga
  readonly accepted: AcceptedRequest
  /** Nothing when somebody else was faster. */
  claim(call: Call): Promise<HeldRecord | undefined>
}

export class Sagas {
  readonly #ledger: Ledger
  readonly #sagas = new Map<string, Saga>()

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  /** A function that begins a saga, or goes on with it. */
  keep(contract: ContractData, operation: OperationData, handle: Handle) {
    const saga = new Saga(contract, operation, handle)
    this.#sagas.set(nameOf(contract.id, operation.id), saga)
    return async (request: OperationRequest, call: Call): Promise<Reply> => {
      call.key ??= newToken()
      const wish = call.wish ?? innerWishOf(call.key, contract, operation)
      const begun = await this.#ledger.begin(
        wish,
        call,
        operation,
        this.#accept(wish.id, saga, request, call),
      )
      const isReplay = !(begun instanceof HeldRecord)
      const reply = isReplay ? begun : await saga.run(begun, request, call)
      if (!call.wish) return passedUp(reply)
      return isReplay ? replayed(reply) : reply
    }
  }

  /** What became of a request that was accepted, by any version of the API; nobody but its caller is told. */
  async find(operationId: string, api: string, caller: Caller): Promise<AcceptedOperation | undefined> {
    const id = recordIdOf(operationId)
    const { record } = id === undefined ? {} : await this.#ledger.load(id)
    if (id === undefined || !record?.accepted) return undefined
    const { queue } = record.accepted
    if (firstVersionOf(queue) !== firstVersionOf(api)) return undefined
    const accepted = this.#open(id, record.accepted)
    const saga = this.#sagas.get(nameOf(queue, accepted.operation))
    const { consumer, customerId } = accepted.caller
    if (!saga || consumer !== caller.consumer || customerId !== caller.customerId) return undefined
    return viewOf(id, saga.operation, record, this.#ledger.outlineOf(id, record))
  }

  /** Ids of sagas that somebody should go on with. */
  async due(limit: number): Promise<readonly string[]> {
    const queues = new Set([...this.#sagas.values()].map(({ contract }) => contract.id))
    const due = await Promise.all([...queues].map((queue) => this.#ledger.due(queue, limit)))
    // In turn: a long queue does not keep the others waiting.
    return Array.from({ length: limit }, (_, index) => due.flatMap((ids) => ids[index] ?? []))
      .flat()
      .slice(0, limit)
  }

  async waiting(id: string): Promise<Waiting | undefined> {
    const known = await this.#ledger.load(id)
    const sealed = known.record?.accepted
    if (!sealed) return undefined
    const accepted = this.#open(id, sealed)
    const saga = this.#sagas.get(nameOf(sealed.queue, accepted.operation))
    return saga && { saga, accepted, claim: (call) => this.#ledger.claim(id, known, call, saga.operation) }
  }

  #accept(id: string, { contract, operation }: Saga, request: OperationRequest, call: Call): Accepted {
    const { caller, key = '', trace } = call
    const accepted: AcceptedRequest = { operation: operation.id, request, caller, key, trace }
    return {
      queue: contract.id,
      request: this.#ledger.seal(id, 'request', JSON.stringify(accepted)),
      completeBy: this.#ledger.now() + (operation.saga?.completeWithin ?? 0) * 1000,
    }
  }

  #open(id: string, { request }: Accepted): AcceptedRequest {
    return JSON.parse(this.#ledger.unseal(id, 'request', request)) as AcceptedRequest
  }
}

const nameOf = (contractId: string, operationId: string) => `${contractId} ${operationId}`
