/** What all processes of a deployment have to know, besides wishes: entries by kind and id, and logs that only grow. */

export interface Entry {
  readonly id: string
  readonly data: string
}

export interface Register {
  /** Another one after each change of an entry of the kind: cheap to ask for, again and again. */
  revision(kind: string): Promise<string>
  entries(kind: string): Promise<readonly Entry[]>
  /**
   * Writes an entry, if there is still what is expected.
   *
   * @param expected `undefined`: that there is none
   */
  put(kind: string, entry: Entry, expected: string | undefined): Promise<boolean>
  append(log: string, data: string): Promise<void>
  /** The newest first. */
  latest(log: string, limit: number): Promise<readonly string[]>
  close(): Promise<void>
}
