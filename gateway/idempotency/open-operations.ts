/**
 * What goes on without its caller, or waits for somebody to say what became of it: found by operators, and decided by
 * them. They see what it is about, and nothing of what was asked or answered.
 */
import type { OperationData } from '../../contracts/runtime/load.ts'
import { Problem, problemReply } from '../problem.ts'
import type { Answer, Command } from '../store/command.ts'
import type { WishRecord } from '../store/record.ts'
import { parkedFrom } from '../store/reducer.ts'
import type { Ledger } from './ledger.ts'
import { operationIdOf, recordIdOf } from './operation-view.ts'
import { REFUSAL } from './saga.ts'
import { writeNotKept, writeReply } from './saved-reply.ts'

export interface OpenOperation {
  readonly operationId: string
  readonly state: WishRecord['state']
  readonly record: WishRecord
}

/** `completed`: what was to be done is done. */
export type Decision = 'retry' | 'abandon' | 'completed'

/** Of an operation nobody knows any more. */
const DEADLINE_MS = 60_000
const RETENTION_SECONDS = 3 * 86_400

export class OpenOperations {
  readonly #ledger: Ledger

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  /** Those that wait longest first. */
  async list(state: 'parked' | 'pending', limit: number): Promise<readonly OpenOperation[]> {
    const ids = await this.#ledger.list(state, limit)
    const found = await Promise.all(ids.map((id) => this.#find(id)))
    return found.filter((one) => one?.state === state) as OpenOperation[]
  }

  async find(operationId: string): Promise<OpenOperation | undefined> {
    const id = recordIdOf(operationId)
    return id === undefined ? undefined : this.#find(id)
  }

  /**
   * @param operation what it is about, where its contract is known
   * @returns `done`, or why it cannot be decided
   */
  async decide(
    { operationId, record }: OpenOperation,
    decision: Decision,
    operation: OperationData | undefined,
  ): Promise<Answer> {
    const id = recordIdOf(operationId) ?? ''
    const { answer } = await this.#ledger.apply(id, this.#commandFor(id, record, decision, operation))
    return answer
  }

  async #find(id: string): Promise<OpenOperation | undefined> {
    const { record } = await this.#ledger.load(id)
    if (!record) return undefined
    const state = parkedFrom(record) <= this.#ledger.now() ? 'parked' : record.state
    return { operationId: operationIdOf(id), state, record }
  }

  #commandFor(
    id: string,
    record: WishRecord,
    decision: Decision,
    operation: OperationData | undefined,
  ): Command {
    const quietMs = quietMsOf(operation)
    const settle = (reply: string, quietMs: number): Command => ({
      kind: 'settle',
      reply: this.#ledger.seal(id, 'reply', reply),
      retentionMs: (operation?.retentionSeconds ?? RETENTION_SECONDS) * 1000,
      quietMs,
    })
    switch (decision) {
      case 'retry':
        return { kind: 'retry', quietMs }
      case 'abandon':
        return record.accepted ? { kind: 'abandon', quietMs } : settle(writeReply(abandoned()), quietMs)
      case 'completed':
        return settle(this.#refusalOf(id, record) ?? writeNotKept(200), 0)
    }
  }

  /** Why a saga is being taken back: once that is done, it is the answer. */
  #refusalOf(id: string, { steps }: WishRecord): string | undefined {
    const sealed = steps[REFUSAL]?.result
    return sealed && writeReply(JSON.parse(this.#ledger.unseal(id, REFUSAL, sealed)).result)
  }
}

/** How long a process that was stopped may still send, once its lease is over. */
export const quietMsOf = (operation: OperationData | undefined): number =>
  operation?.deadlineMs ?? DEADLINE_MS

const abandoned = () => problemReply(new Problem('operation-abandoned', 'an operator ended it'), undefined)
