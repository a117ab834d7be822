/** What is remembered of a wish: that somebody works on it, how far that got, and how it ended. */

export interface WishRecord {
  readonly state: 'pending' | 'completed' | 'parked'
  /** Tells whether a repetition asks for the same: a mark of it, see `mark.ts`. */
  readonly fingerprint: string
  readonly about?: About
  /** Of who works on it, or did last. Random: a counter would start again after a loss, and match by chance. */
  readonly token: string
  /** Nobody else works on it until then; 0 when nobody does. Of what is parked: until when somebody did. */
  readonly leaseUntil: number
  readonly createdAt: number
  /** How often somebody began to work on it. */
  readonly attempts: number
  /** What it takes to go on without the caller; only of sagas. */
  readonly accepted?: Accepted
  /** When somebody should go on; only of sagas that wait. */
  readonly dueAt?: number
  readonly steps: Readonly<Record<string, StepRecord>>
  /** Sealed; once completed. */
  readonly reply?: string
  /** Why it waits, or is parked. */
  readonly reason?: string
  /** When it is forgotten; once completed. */
  readonly expiresAt?: number
}

/** Told to operators: nothing of what was asked. */
export interface About {
  /** Id of the contract. */
  readonly api: string
  readonly operation: string
  readonly consumer: string
}

export interface Accepted {
  /** Who can go on with it: the id of the API's contract. */
  readonly queue: string
  /** Sealed. */
  readonly request: string
  /** When it is taken back instead. */
  readonly completeBy: number
}

export interface StepRecord {
  /** `intent`: it may have acted, and can be taken again. `sent`: it may have acted, and must not be taken again. */
  readonly phase: 'intent' | 'sent' | 'done'
  /** Sealed; once done. */
  readonly result?: string
  /** It is done and was no more than a look. */
  readonly changedNothing?: true
}
