/** A dead letter: an event that could not be delivered to a subscription, with all it takes to find out why. */
import { derive } from '../call.ts'
import type { Lane } from './log/driver.ts'

/**
 * - `new`: somebody has to look at it
 * - `held`: nothing is wrong with it; it waits behind one with the same key
 * - `queued`: it is delivered again as soon as possible
 * - `replayed`, `discarded`: nothing is left to do
 */
export type LetterState = 'new' | 'held' | 'queued' | 'replayed' | 'discarded'

export const letterStates: readonly LetterState[] = ['new', 'held', 'queued', 'replayed', 'discarded']

export type Reason =
  | 'contract-violation'
  | 'mapping-error'
  | 'rejected'
  | 'retries-exhausted'
  | 'consumer-crashed'
  | 'undecodable'
  | 'outcome-unknown'
  | 'behind-another'

export type Stage = 'decode' | 'validate' | 'transform' | 'deliver'

/** Where an event and its contract part ways. */
export interface Difference {
  readonly pointer: string
  readonly expected: string
  readonly actual: string
}

export interface Attempt {
  readonly at: string
  readonly durationMs: number
  readonly status?: number
  readonly error: string
}

export interface Letter {
  readonly id: string
  readonly state: LetterState
  /** Changes with each write. */
  readonly revision: string
  readonly lane: Lane
  readonly key: string
  /** Where it was in the log: later ones of its key come after it. */
  readonly position: string
  readonly event: {
    readonly id: string
    readonly type: string
    readonly source: string
    readonly time: string
  }
  /** Of its parcel: what its content is sealed for. */
  readonly parcel: string
  /** When it became a letter, in milliseconds since 1970. */
  readonly at: number
  readonly owner: string
  readonly reason: Reason
  readonly stage: Stage
  /** In words for people. */
  readonly message: string
  readonly differences: readonly Difference[]
  readonly attempts: readonly Attempt[]
  readonly traceparent?: string
  readonly consumer: { readonly host: string; readonly pid: number }
  /** How often what it asks for was definitely refused, and may be asked anew. */
  readonly generation: number
  /** Sealed, as it came; never changed. */
  readonly original: string
  /** Sealed, as it is delivered from now on. */
  readonly corrected?: string
  readonly audit: readonly Entry[]
}

export interface Entry {
  readonly at: string
  readonly who: string
  readonly what: 'corrected' | 'queued' | 'replayed' | 'failed' | 'discarded' | 'released'
  readonly note?: string
}

/** One for each event and subscription; the first digit finds its partition. */
export const letterIdOf = ({ subscription, partition }: Lane, parcel: string): string =>
  `DL-${partition.toString(16)}${derive('letter', subscription, parcel).toString('base64url').slice(0, 21)}`

export const partitionOfLetter = (id: string): number => Number.parseInt(id.charAt(3), 16)
