/**
 * An operation of several steps in several systems. Once a step has acted the saga is either completed, however long
 * that takes, or taken back: after a refusal, or when its time is over. The record of its wish is its journal.
 */
import type { Reply } from '../../contracts/contract.ts'
import type { ProblemSlug } from '../../contracts/problems.ts'
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import type { Call } from '../call.ts'
import type { OperationRequest } from '../hop/policy.ts'
import { Problem, problemReply } from '../problem.ts'
import type { HeldRecord } from './held-record.ts'
import { EndOfJournal, Journal } from './journal.ts'
import { acceptedReply, undoOf } from './operation-view.ts'
import { isFinal, isRefusal } from './outcome.ts'

/** A handler; with a journal, where it takes steps. */
export type Handle = (request: OperationRequest, call: Call, journal?: Journal) => Promise<Reply>

export class Saga {
  readonly contract: ContractData
  readonly operation: OperationData
  readonly #handle: Handle

  constructor(contract: ContractData, operation: OperationData, handle: Handle) {
    this.contract = contract
    this.operation = operation
    this.#handle = handle
  }

  /** Goes on from where the record says it stopped. Rejects only when nothing has been done, and nothing will be. */
  async run(record: HeldRecord, request: OperationRequest, call: Call): Promise<Reply> {
    call.record = record
    try {
      const refusal =
        refusalOf(record) ?? (record.isOverdue ? await refuse(record, abandoned(call)) : undefined)
      return refusal
        ? await this.#takeBack(record, refusal, request, call)
        : await this.#forward(record, request, call)
    } catch (error) {
      return this.#later(record, Problem.from(error))
    }
  }

  async #forward(record: HeldRecord, request: OperationRequest, call: Call): Promise<Reply> {
    const journal = new Journal(record, call)
    const reply = await this.#handle(request, call, journal)
    if (isRefusal(reply) && journal.undos.length + journal.lasting.length > 0) {
      await refuse(record, reply)
      return this.#undo(record, reply, journal)
    }
    if (isFinal(reply)) return record.complete(reply)
    throw new Problem(
      'internal-error',
      `${this.operation.id} ended in ${reply.status}, which settles nothing`,
    )
  }

  /** The handler runs over its journal once more: only it knows how its steps are taken back. */
  async #takeBack(record: HeldRecord, refusal: Reply, request: OperationRequest, call: Call): Promise<Reply> {
    const journal = new Journal(record, call, { isReadOnly: true })
    try {
      await this.#handle(request, call, journal)
    } catch (error) {
      if (!(error instanceof EndOfJournal)) throw error
    }
    return this.#undo(record, refusal, journal)
  }

  async #undo(record: HeldRecord, refusal: Reply, journal: Journal): Promise<Reply> {
    if (record.isInDoubt) throw await this.#park(record, 'nobody knows what there is to take back')
    const [lasting] = journal.lasting
    if (lasting) throw await this.#park(record, `${lasting} cannot be taken back`)
    for (const { step, compensate } of journal.undos) {
      if (record.steps.has(undoOf(step))) continue
      const { status = 200 } = ((await compensate()) ?? {}) as Partial<Reply>
      if (status >= 400 && status !== 404)
        throw await this.#park(record, `${step} cannot be taken back: ${status}`)
      record.done(undoOf(step), status)
      await record.save()
    }
    return record.complete(refusal)
  }

  #park(record: HeldRecord, reason: string): Promise<Problem> {
    return record.park(reason, this.contract.owner)
  }

  async #later(record: HeldRecord, problem: Problem): Promise<Reply> {
    const isGivenUp = problem.slug === 'operation-abandoned'
    // Of this saga, or of a layer below.
    if (record.isInDoubt || beyondUs.has(problem.slug) || (isGivenUp && refusalOf(record)))
      throw await record.park(problem.message, problem.owner ?? this.contract.owner)
    if (isGivenUp) record.done(REFUSAL, problemReply(problem, undefined), false)
    if (!record.hasActed) {
      await record.release(false)
      throw problem
    }
    try {
      await record.postpone(problem)
    } catch (cause) {
      // Somebody else goes on with it now.
      if (cause instanceof Problem && cause.slug === 'idempotency-in-progress') throw cause
      const message = `${record.id} could not be postponed after: ${problem.message}`
      throw new Problem('outcome-unknown', message, { owner: this.contract.owner, cause })
    }
    return acceptedReply(record, this.operation)
  }
}

/** What was sent to a layer below may have acted, and will never be answered. */
const beyondUs: ReadonlySet<ProblemSlug> = new Set([
  'idempotency-outcome-unknown',
  'idempotency-body-not-retained',
])

/** The note in the journal that says that the saga is taken back, and why. */
export const REFUSAL = '.refusal'

const refusalOf = ({ steps }: HeldRecord): Reply | undefined =>
  steps.get(REFUSAL)?.result as Reply | undefined

/** From now on there is only one way: back. */
async function refuse(record: HeldRecord, reply: Reply): Promise<Reply> {
  record.done(REFUSAL, reply)
  await record.save()
  return reply
}

const abandoned = (call: Call): Reply =>
  problemReply(new Problem('operation-abandoned', 'the time of the saga is over'), call.trace.traceId)

/** To layers above it is a problem that the saga was given up, as no contract of theirs knows it. */
export function passedUp(reply: Reply): Reply {
  const { type } = (reply.body ?? {}) as { readonly type?: unknown }
  if (type === '/problems/operation-abandoned')
    throw new Problem('operation-abandoned', 'the saga below was given up')
  return reply
}
