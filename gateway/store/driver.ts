/** What a database has to do for a store: keep one record a wish, and replace it only when it is the one expected. */
import type { WishRecord } from './record.ts'

/** A record as it is stored now. */
export interface Stored {
  /** Changes with each write; empty when there is no record. */
  readonly revision: string
  readonly record: WishRecord | undefined
}

/** What follows from a wish in the same write. */
export interface Event {
  readonly id: string
  /** Sealed. */
  readonly data: string
}

export interface Driver {
  /** By the clock all processes of a deployment share; never ahead of it. */
  now(): number
  load(id: string): Promise<Stored>
  /**
   * Replaces a record, with its entries in the lists of what is due and what is parked, and adds the events: all, or
   * nothing. Answers with what is stored when its revision is not the expected one.
   */
  swap(id: string, expected: Stored, next: Stored, events: readonly Event[]): Promise<Stored | undefined>
  /** Ids of wishes that somebody of the queue should go on with, the longest waiting first. */
  due(queue: string, limit: number): Promise<readonly string[]>
  /** Ids of wishes that wait for an operator, or go on without their caller. */
  list(state: 'parked' | 'pending', limit: number): Promise<readonly string[]>
  /** Why what is written may be lost; empty when all is well. */
  concerns(): Promise<readonly string[]>
  close(): Promise<void>
}

/** Nothing can be read or written now. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}
