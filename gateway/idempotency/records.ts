/**
 * At most one effect for each wish, and the same answer for everybody who repeats it. Stands between the check of a
 * request and its handler: what is refused before uses no key.
 */
import type { Reply } from '../../contracts/contract.ts'
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import type { Call } from '../call.ts'
import type { OperationRequest, Send } from '../hop/policy.ts'
import { Problem } from '../problem.ts'
import { newToken } from '../store/store.ts'
import { HeldRecord } from './held-record.ts'
import type { Ledger } from './ledger.ts'
import { isFinal } from './outcome.ts'
import type { Handle } from './saga.ts'
import { Sagas } from './sagas.ts'
import { replayed } from './saved-reply.ts'
import { innerWishOf, type Wish } from './wish.ts'

export interface KeepOptions {
  /** Whether wishes of layers in other processes are remembered here as well: what is sent from here can be sent once. */
  readonly ofLayers: boolean
}

export class Records {
  readonly sagas: Sagas
  readonly #ledger: Ledger

  constructor(ledger: Ledger) {
    this.#ledger = ledger
    this.sagas = new Sagas(ledger)
  }

  /** Decides once, at start-up: what takes no key costs nothing. */
  keep(contract: ContractData, operation: OperationData, handle: Handle, { ofLayers }: KeepOptions): Send {
    if (operation.saga) return this.sagas.keep(contract, operation, handle)
    if (operation.idempotency === 'none') return handle
    const keep = async (request: OperationRequest, call: Call, wish: Wish): Promise<Reply> => {
      const begun = await this.#ledger.begin(wish, call, operation)
      if (!(begun instanceof HeldRecord)) return call.wish ? replayed(begun) : begun
      call.record = begun
      return settle(begun, call, handle(request, call), contract)
    }
    if (operation.publishes.length)
      // What it tells goes with its own answer, whatever becomes of those above.
      return (request, call) => {
        call.key ??= newToken()
        return keep(request, call, call.wish ?? innerWishOf(call.key, contract, operation))
      }
    const wishOf = ({ wish, key, caller }: Call): Wish | undefined =>
      wish ?? (ofLayers && key && caller.kind === 'layer' ? innerWishOf(key, contract, operation) : undefined)
    return function kept(request, call) {
      const wish = call.record ? undefined : wishOf(call)
      return wish ? keep(request, call, wish) : handle(request, call)
    }
  }
}

/** Writes the answer down before it is given. */
async function settle(
  record: HeldRecord,
  call: Call,
  answer: Promise<Reply>,
  { owner }: ContractData,
): Promise<Reply> {
  let reply: Reply
  try {
    reply = await answer
  } catch (error) {
    const problem = Problem.from(error)
    if (record.isInDoubt) throw await record.park(problem.message, problem.owner ?? owner)
    await record.release(call.hasChanged || isOpen(problem))
    throw error
  }
  if (isFinal(reply)) return record.complete(reply)
  if (record.isInDoubt) throw await record.park(`answered ${reply.status}`, owner)
  await record.release(true)
  return reply
}

/** Whether something may have been done, here or in a layer below. */
const isOpen = ({ slug }: Problem): boolean => slug === 'outcome-unknown' || slug.startsWith('idempotency-')
