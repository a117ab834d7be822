/** What can be done to a record, and what the store answers: the transitions T1 to T10 of the idempotency protocol. */
import type { Step, StoredEvent } from './record.ts'

/** Who takes a write up, and for how long. */
export interface Holder {
  /** 128 random bits, new for every attempt; the same again only when the command itself is repeated. */
  readonly token: string
  readonly owner: string
  readonly leaseMs: number
  /** Renewing ends so long after the beginning: the operation's deadline and some grace. */
  readonly renewableMs: number
}

export interface Begin extends Holder {
  readonly operation: string
  readonly traceId: string
  readonly fingerprint: string
  /** It should come to an end within. */
  readonly windowMs: number
  /** Sealed; needed if another process shall be able to finish the work. */
  readonly request?: Uint8Array | undefined
}

interface Fenced {
  readonly token: string
}

interface OfStep extends Fenced {
  readonly step: string
}

interface Ending {
  /** Sealed. */
  readonly reply: Uint8Array
  readonly retentionMs: number
  /** Published in the same write. */
  readonly events?: readonly StoredEvent[] | undefined
}

export type Resolution =
  | ({ readonly outcome: 'completed'; readonly by: string } & Ending)
  /** It never happened: open intents are cleared (or only that of `step`) and the work goes on. */
  | {
      readonly outcome: 'absent'
      readonly by: string
      readonly step?: string | undefined
      readonly windowMs: number
    }

export interface Commands {
  /** T1, T2. */
  readonly begin: Begin
  /** T1 for whoever finishes the work of others: it makes no record, and needs no fingerprint. */
  readonly claim: Holder
  /** T3. */
  readonly renew: Fenced & { readonly leaseMs: number }
  /** T4: only when this is taken may the call be sent. */
  readonly intent: OfStep & { readonly key: string }
  /** T4u: only when the call provably was not sent. */
  readonly undo: OfStep
  /** T5. A step without intent is recorded as done. */
  readonly done: OfStep & { readonly key: string; readonly result?: Uint8Array | undefined }
  /** T6. */
  readonly complete: Fenced & Ending
  /** Gives the lease up and asks for another attempt later. */
  readonly defer: Fenced & { readonly afterMs: number; readonly reason: string }
  /** T7: forgets a write that had no effect, else lets anybody go on at once. */
  readonly release: Fenced
  /** T8. */
  readonly park: Fenced & {
    readonly reason: string
    /** Longest attempt and the backend's processing bound together: until then a call may still arrive. */
    readonly settleMs: number
    readonly retentionMs: number
  }
  /** T9. */
  readonly resolve: Resolution
}

export type CommandName = keyof Commands
export type Command<Name extends CommandName = CommandName> = {
  readonly [N in Name]: { readonly name: N } & Commands[N]
}[Name]

/** The caller holds the write now. */
interface Held {
  readonly leaseMs: number
  readonly attempt: number
  readonly createdAt: number
  /** The window is over: compensate or park. */
  readonly overdue: boolean
  readonly deferred: boolean
  readonly operation: string
  readonly traceId: string
  readonly steps: readonly Step[]
  readonly request: Uint8Array | undefined
}

export type Taken =
  /** A repeated command found itself. */
  | ({ readonly kind: 'own' } & Held)
  /** Somebody began and did not finish: go on after `steps`. */
  | ({ readonly kind: 'resume' } & Held)
  /** Somebody works on it, or it waits for its next attempt. */
  | { readonly kind: 'busy'; readonly retryAfterMs: number; readonly deferred: boolean }
  | {
      readonly kind: 'replay'
      readonly reply: Uint8Array
      readonly completedAt: number
      readonly expiresAt: number
    }
  | { readonly kind: 'parked'; readonly reason: string; readonly parkedAt: number }

export type BeginAnswer =
  | Taken
  | { readonly kind: 'new'; readonly leaseMs: number }
  | { readonly kind: 'mismatch' }
export type ClaimAnswer = Taken | { readonly kind: 'absent' }
export type ResolveAnswer =
  | { readonly kind: 'resolved' }
  | { readonly kind: 'not-parked' }
  /** A call may still be under way. */
  | { readonly kind: 'too-early'; readonly retryAfterMs: number }

/** Of the fenced commands: `false` means that the token is not the holder’s, and that nothing was written. */
export interface Answers {
  readonly begin: BeginAnswer
  readonly claim: ClaimAnswer
  /** Milliseconds of lease; 0: the lease is lost. */
  readonly renew: number
  readonly intent: boolean
  readonly undo: boolean
  readonly done: boolean
  readonly complete: boolean
  readonly defer: boolean
  readonly release: boolean
  readonly park: boolean
  readonly resolve: ResolveAnswer
}
