/**
 * Remembers keyed writes so that each has at most one effect, and finds those that nobody finished. A call either
 * answers within the time its driver promises or throws `StoreUnavailable`.
 */
import type { Answers, CommandName, Commands } from './commands.ts'
import type { OutboxEntry, RecordState, WriteRecord } from './record.ts'

export interface Store extends Readonly<StoreCommands> {
  /** For operators, and for whoever asks how far a write has come. */
  get(id: string): Promise<Listed | undefined>
  /** Writes whose next attempt is due or whose lease is over, oldest first. */
  due(limit: number): Promise<readonly string[]>
  /** Writes an operator must decide on; those that are forgotten soonest first. */
  parked(limit: number): Promise<readonly Listed[]>
  /** Events published with completed writes, oldest first within a partition. */
  readonly outbox: Outbox
  /** Whether acknowledged writes may have been lost lately: the store came back, or another took its place. */
  suspect(): boolean
  /** What keeps the store from being used, one sentence each. Empty: it is ready. */
  readiness(): Promise<readonly string[]>
  close(): Promise<void>
}

/** One function per command, each atomic. `@throws StoreUnavailable` */
export type StoreCommands = {
  [Name in CommandName]: (id: string, command: Commands[Name]) => Promise<Answers[Name]>
}

/** A record as others may see it: without the token, which only its holder may know. */
export interface Listed extends Omit<WriteRecord, 'token'> {
  readonly id: string
  readonly held: boolean
}

export interface Outbox {
  readonly partitions: number
  /** @param after position to go on from; empty: from the beginning */
  read(partition: number, after: string, limit: number): Promise<readonly OutboxEntry[]>
  /** Forgets everything up to and with `position`. */
  trim(partition: number, position: string): Promise<void>
}

/** What a driver must do; everything else is the same for all of them. */
export interface Driver extends Omit<Store, CommandName | 'get' | 'parked'> {
  /** Reads, decides, writes and publishes in one step that happens wholly or not at all. */
  apply<Name extends CommandName>(id: string, name: Name, command: Commands[Name]): Promise<Answers[Name]>
  read(id: string): Promise<WriteRecord | undefined>
  /** Ids, in the same order. */
  parked(limit: number): Promise<readonly string[]>
}

export type { RecordState }
