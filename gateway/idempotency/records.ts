/**
 * At most one effect for each wish, and the same answer for everybody who repeats it. Stands between the check of a
 * request and its handler: what is refused before uses no key.
 */
import type { Reply } from '../../contracts/contract.ts'
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import type { Call } from '../call.ts'
import type { OperationRequest, Send } from '../hop/policy.ts'
import { Problem } from '../problem.ts'
import { HeldRecord } from './held-record.ts'
import type { Ledger } from './ledger.ts'
import { isFinal } from './outcome.ts'
import type { Handle } from './saga.ts'
import { Sagas } from './sagas.ts'
import { replayed } from './saved-reply.ts'
import type { Wish } from './wish.ts'

export class Records {
  readonly sagas: Sagas
  readonly #ledger: Ledger

  constructor(ledger: Ledger) {
    this.#ledger = ledger
    this.sagas = new Sagas(ledger)
  }

  /** Decides once, at start-up: what takes no key costs nothing. */
  keep(contract: ContractData, operation: OperationData, handle: Handle): Send {
    if (operation.saga) return this.sagas.keep(contract, operation, handle)
    if (operation.idempotency === 'none') return handle
    const keep = async (request: OperationRequest, call: Call, wish: Wish): Promise<Reply> => {
      const begun = await this.#ledger.begin(wish, call, operation)
      return begun instanceof HeldRecord ? settle(begun, call, handle(request, call)) : replayed(begun)
    }
    return function kept(request, call) {
      return call.wish ? keep(request, call, call.wish) : handle(request, call)
    }
  }
}

/** Writes the answer down before it is given. */
async function settle(record: HeldRecord, call: Call, answer: Promise<Reply>): Promise<Reply> {
  let reply: Reply
  try {
    reply = await answer
  } catch (error) {
    await record.release(call.hasChanged || Problem.from(error).slug === 'outcome-unknown')
    throw error
  }
  if (isFinal(reply)) return record.complete(reply)
  await record.release(true)
  return reply
}
