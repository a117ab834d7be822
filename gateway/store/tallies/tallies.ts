/** What processes count and collect together, besides wishes: sums by name, and the newest of what was seen. */

/** How often something happened, and when first and last; in ms since 1970. */
export interface Tally {
  readonly name: string
  readonly count: number
  readonly firstAt: number
  readonly lastAt: number
}

/** A group of names that are counted, or a list of items. */
export interface Kept {
  readonly id: string
  /** Forgotten so long after the last addition. */
  readonly keepMs: number
}

export interface Tallies {
  /**
   * Adds to the counts of a group.
   *
   * @param batch sent again under the same name it adds nothing: for who does not know whether it came through
   */
  add(group: Kept, batch: string, tallies: readonly Tally[]): Promise<void>
  counts(groupId: string): Promise<readonly Tally[]>
  /** Appends items to a list, of which the newest are kept. */
  collect(list: Kept, items: readonly string[], itemsMax: number): Promise<void>
  /** The newest first. */
  collected(listId: string): Promise<readonly string[]>
  close(): Promise<void>
}

/** Two counts of the same as one. */
export const sumOf = (a: Tally, b: Tally): Tally => ({
  name: a.name,
  count: a.count + b.count,
  firstAt: Math.min(a.firstAt, b.firstAt),
  lastAt: Math.max(a.lastAt, b.lastAt),
})
