/** Who is hit when something of an API goes away, and how that is known. */
import type { Read, UsedOperation } from '#contracts/admin'
import type { ContractId } from '../../contracts/contract.ts'

/**
 * What is known of one API:
 * - `reads`, `copies`: seen
 * - `unused`: calls with the field were seen, and did nothing with it
 * - `behind`: does not touch it, and calls something that does
 * - `unseen`: may use it by its contract; no call was seen
 */
export type Verdict = 'reads' | 'copies' | 'unused' | 'behind' | 'unseen'

export interface AffectedApi {
  readonly api: ContractId
  readonly owner: string
  readonly verdict: Verdict
  /** Its operations that would break, or are made with what would. */
  readonly operations: readonly string[]
  /** Calls that were looked at. */
  readonly looked: number
  readonly lastSeen?: string
}

export interface AffectedConsumer {
  readonly consumer: string
  readonly callsPerDay: number
  readonly calls: number
  readonly lastSeen: string
}

export interface Impact {
  readonly api: ContractId
  readonly field?: string
  /** Operations whose replies have it; all, when the version as a whole goes away. */
  readonly carriers: readonly { readonly operation: string; readonly pointer: string }[]
  readonly apis: readonly AffectedApi[]
  readonly consumers: readonly AffectedConsumer[]
  /** Days the calls of consumers are counted over; absent: no gateway was asked. */
  readonly days?: number
}

/** What was seen; `undefined` when nobody could be asked. */
export interface Seen {
  reads(api: string): Promise<readonly Read[]>
  usage(api: string): Promise<readonly UsedOperation[]>
  readonly days: number
}

/** The worst first. */
export const verdicts: readonly Verdict[] = ['reads', 'copies', 'behind', 'unused', 'unseen']

/** From the systems up. */
export const layers = ['system', 'process', 'experience']
