/** Keeps the register as long as the process lives: for tests, and to try things out. */
import type { Entry, Register } from './register.ts'

export class MemoryRegister implements Register {
  readonly #kinds = new Map<string, Map<string, string>>()
  readonly #logs = new Map<string, string[]>()
  #revision = 0

  async revision(): Promise<string> {
    return String(this.#revision)
  }

  async entries(kind: string): Promise<readonly Entry[]> {
    return [...this.#kindOf(kind)].map(([id, data]) => ({ id, data }))
  }

  async put(kind: string, { id, data }: Entry, expected: string | undefined): Promise<boolean> {
    const entries = this.#kindOf(kind)
    if (entries.get(id) !== expected) return false
    entries.set(id, data)
    this.#revision++
    return true
  }

  async append(log: string, data: string): Promise<void> {
    this.#logOf(log).push(data)
  }

  async latest(log: string, limit: number): Promise<readonly string[]> {
    return this.#logOf(log).slice(-limit).reverse()
  }

  async close(): Promise<void> {}

  #kindOf(kind: string): Map<string, string> {
    const entries = this.#kinds.get(kind) ?? new Map<string, string>()
    this.#kinds.set(kind, entries)
    return entries
  }

  #logOf(name: string): string[] {
    const log = this.#logs.get(name) ?? []
    this.#logs.set(name, log)
    return log
  }
}
