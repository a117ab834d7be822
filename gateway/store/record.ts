/** What the store remembers of one keyed write: who works on it, which steps are done, what was answered. */

/**
 * `pending`: somebody works on it, or somebody will. `parked`: nobody can know what happened, an operator decides.
 * `completed`: the answer is final.
 */
export type RecordState = 'pending' | 'parked' | 'completed'

/** A call of a backend that has an effect. */
export interface Step {
  readonly name: string
  /** The key the backend was given. */
  readonly key: string
  /** `intent`: the call may have been sent. `done`: its outcome is known. */
  readonly phase: 'intent' | 'done'
  readonly at: number
  /** Sealed. Gone once the write is completed. */
  readonly result: Uint8Array | undefined
}

/** Idempotency record and saga journal in one. Times are the store's, in milliseconds since 1970. */
export interface WriteRecord {
  readonly state: RecordState
  /** Contract and operation, for operators and for whoever takes it up. */
  readonly operation: string
  readonly traceId: string
  /** Hash of what is asked for: the same key with another one is a mistake of the caller. */
  readonly fingerprint: string
  /** 128 random bits of the holder; every write must show them. Empty: nobody holds it. */
  readonly token: string
  /** The process that holds it, or held it last. */
  readonly owner: string
  /** From then on anybody may take it up. While it is held: the end of the lease. */
  readonly dueAt: number
  /** The lease is not renewed beyond. */
  readonly renewableUntil: number
  /** It should have come to an end by then. */
  readonly windowUntil: number
  readonly createdAt: number
  /** How often somebody took it up. */
  readonly attempts: number
  /** It outlived its call: the caller was told that it goes on. */
  readonly deferred: boolean
  /** In the order they were begun. */
  readonly steps: readonly Step[]
  /** Sealed; what has to be done. Gone once the write is completed. */
  readonly request: Uint8Array | undefined
  /** Why it was deferred or parked last. */
  readonly reason: string
  /** A parked write may be declared absent from then on: no call of it can still be under way. */
  readonly settledAt: number
  /** Sealed. */
  readonly reply: Uint8Array | undefined
  /** When it was parked or completed. 0: it goes on. */
  readonly endedAt: number
  /** Forgotten from then on. 0: never. */
  readonly expiresAt: number
  /** The operator who resolved it last. */
  readonly resolvedBy: string
}

/** What is published together with the end of a write, or not at all. */
export interface StoredEvent {
  /** Derived from the write, so that publishing twice can be told. */
  readonly id: string
  readonly topic: string
  /** Events of one key stay in order. */
  readonly key: string
  readonly body: Uint8Array
}

/** An event as the hub finds it. */
export interface OutboxEntry extends StoredEvent {
  /** Position within its partition. */
  readonly position: string
}
