/** What can be asked of the record of a wish, and what is answered; `reducer.ts` has the rules. */
import type { About, Accepted, StepRecord } from './record.ts'

export type Command =
  /** Somebody asks for it, with the key. */
  | ({
      readonly kind: 'begin'
      readonly fingerprint: string
      readonly about?: About | undefined
      readonly accepted?: Accepted | undefined
    } & Hold)
  /** Somebody wants to go on with it, without being asked. */
  | ({ readonly kind: 'claim' } & Hold)
  | ({ readonly kind: 'renew' } & Hold)
  /** Writes down how far it got. */
  | ({ readonly kind: 'note' } & Held)
  /** A step did not act after all. */
  | ({ readonly kind: 'withdraw'; readonly step: string } & Held)
  | ({ readonly kind: 'complete'; readonly reply: string; readonly retentionMs: number } & Held)
  /** Somebody goes on with it later. */
  | ({ readonly kind: 'postpone'; readonly delayMs: number; readonly reason: string } & Held)
  /** Gives it up. What did not act is forgotten, so that another request may have the key. */
  | ({ readonly kind: 'release'; readonly keep: boolean } & Held)
  | ({ readonly kind: 'park'; readonly reason: string } & Held)
  | Decree

/** An operator knows more. */
export type Decree =
  /** Somebody goes on with it now: what was sent did not act, or nobody minds if it acts again. */
  | ({ readonly kind: 'retry' } & Patient)
  /** Somebody takes back what was done, as when its time is over. */
  | ({ readonly kind: 'abandon' } & Patient)
  /** From now on everybody who asks gets this answer. */
  | ({ readonly kind: 'settle'; readonly reply: string; readonly retentionMs: number } & Patient)

interface Patient {
  /** How long after its lease somebody who is in doubt may still send. */
  readonly quietMs?: number
}

export interface Held {
  readonly token: string
  /** Steps that have got further. */
  readonly notes?: Readonly<Record<string, StepRecord>>
}

export interface Hold extends Held {
  readonly leaseMs: number
}

export type Answer =
  /** Yours, to begin or to go on with. */
  | 'held'
  /** The command took effect. */
  | 'done'
  /** Somebody else works on it, or may still send. */
  | 'busy'
  /** The key stands for something else. */
  | 'mismatch'
  | 'completed'
  | 'parked'
  /** Not yours, or not there: nothing was changed. */
  | 'lost'

/** What only the holder may do. */
export type Write = Exclude<Command, Decree | { kind: 'begin' | 'claim' }>
