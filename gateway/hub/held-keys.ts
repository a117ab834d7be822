/** Keys of a lane whose events wait for somebody to look at a letter about an earlier one. */
import type { Letter } from './letter.ts'

export class HeldKeys {
  /** By key, its open letters, with when they were known to be in the store. */
  readonly #letters = new Map<string, Map<string, number>>()

  get size(): number {
    return this.#letters.size
  }

  has(key: string): boolean {
    return this.#letters.has(key)
  }

  /** A letter is about to be stored. */
  hold(key: string, letter: string): void {
    this.#set(key, letter, Infinity)
  }

  /** Letters are stored. */
  stored(letters: readonly Letter[]): void {
    for (const { key, id } of letters) this.#set(key, id, performance.now())
  }

  /**
   * What the store knew at a time: keys without an open letter are free.
   *
   * @param askedAt letters stored later are no matter of this answer
   */
  review(open: readonly Letter[], askedAt: number): void {
    const found = new Set(open.map(({ id }) => id))
    for (const [key, letters] of this.#letters) {
      for (const [id, storedAt] of letters) if (!found.has(id) && storedAt < askedAt) letters.delete(id)
      if (letters.size === 0) this.#letters.delete(key)
    }
    for (const { key, id } of open) if (!this.#letters.get(key)?.has(id)) this.#set(key, id, 0)
  }

  clear(): void {
    this.#letters.clear()
  }

  #set(key: string, letter: string, storedAt: number): void {
    const letters = this.#letters.get(key) ?? new Map<string, number>()
    this.#letters.set(key, letters.set(letter, storedAt))
  }
}
