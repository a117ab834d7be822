/**
 * What a database has to do for the hub: keep events in order, partition by partition, and know of each subscription
 * how far it got. Of all processes, one at a time reads a lane; what another one writes about it does not count.
 */
import type { Letter, LetterState } from '../letter.ts'
import type { Parcel } from '../parcel.ts'

/** One partition as one subscription reads it. */
export interface Lane {
  readonly subscription: string
  readonly topic: string
  readonly partition: number
}

export interface Delivery {
  /** In the order of the partition. */
  readonly position: string
  readonly id: string
  readonly data: string
  /** When it was written down, in milliseconds since 1970. */
  readonly at: number
  /** How often somebody had it before who did not say what became of it. */
  readonly deliveries: number
}

/** How a subscription fares. */
export interface Backlog {
  /** Events that are not settled. */
  readonly waiting: number
  /** When the oldest of them was written down. */
  readonly oldestAt: number | undefined
}

export interface LogDriver {
  /** Durable when this resolves. What is there already is not added again. */
  append(parcels: readonly Parcel[]): Promise<void>
  /** Takes events out of the outbox of the store and appends them. @returns where they went */
  relay(limit: number): Promise<readonly Pick<Parcel, 'topic' | 'partition'>[]>
  /** From now on, events of the topic are for this subscription too. */
  enlist(subscription: string, topic: string): Promise<void>

  /** Takes a lane, or keeps it. @returns whether it is held with this token now */
  hold(lane: Lane, token: string, leaseMs: number): Promise<boolean>
  /** Gives a lane back. @param untouched positions nobody began with */
  leave(lane: Lane, token: string, untouched: readonly string[]): Promise<void>
  /** What was read before and is not settled. `undefined`: the lane is not held any more; so with all that follow. */
  leftovers(lane: Lane, token: string): Promise<readonly Delivery[] | undefined>
  /** What nobody read before. */
  read(lane: Lane, token: string, limit: number): Promise<readonly Delivery[] | undefined>
  /** Notes how often it was delivered, for whoever finds it later. */
  mark(lane: Lane, token: string, position: string, deliveries: number): Promise<boolean>
  /** Says that nothing is left to do about some events, and keeps those that could not be delivered. */
  settle(
    lane: Lane,
    token: string,
    positions: readonly string[],
    letters: readonly Letter[],
  ): Promise<boolean>

  /** Forgets events of before, as far as these subscriptions have settled them. */
  trim(topic: string, before: number, subscriptions: readonly string[]): Promise<void>
  backlog(subscription: string, topic: string): Promise<Backlog>
  /** Events with the ids, as far as they are kept. */
  history(topic: string, partition: number, from: number, to: number): Promise<readonly Delivery[]>

  letter(id: string): Promise<Letter | undefined>
  /** The oldest first. */
  letters(state: LetterState, limit: number): Promise<readonly Letter[]>
  /** Replaces a letter when it is the one expected. @param expected its revision; empty when there is none */
  swapLetter(expected: string, next: Letter): Promise<boolean>
  /** Forgets those that ended before. */
  forgetLetters(before: number): Promise<void>
  close(): Promise<void>
}

/** Positions as they stand in the log: numbers, or the ids of entries of a stream. */
export function inOrder(a: string, b: string): number {
  const [left = 0, leftSequence = 0] = a.split('-').map(Number)
  const [right = 0, rightSequence = 0] = b.split('-').map(Number)
  return left - right || leftSequence - rightSequence
}
