/** Records of one kind in the register, as this process knows them: read again when somebody changed one. */
import type { Register } from './register.ts'

interface Known<Value> {
  readonly data: string
  readonly value: Value
}

export class Collection<Value> {
  readonly #register: Register
  readonly #kind: string
  #known: ReadonlyMap<string, Known<Value>> = new Map()
  #revision: string | undefined

  constructor(register: Register, kind: string) {
    this.#register = register
    this.#kind = kind
  }

  /** As it was when last looked at. */
  get(id: string): Value | undefined {
    return this.#known.get(id)?.value
  }

  get ids(): readonly string[] {
    return [...this.#known.keys()]
  }

  /** As they were when last looked at. */
  get values(): readonly Value[] {
    return [...this.#known.values()].map(({ value }) => value)
  }

  /**
   * Looks for changes, of this process too.
   *
   * @returns whether there are any
   * @throws StoreUnavailable
   */
  async look(): Promise<boolean> {
    const revision = await this.#register.revision(this.#kind)
    if (revision === this.#revision) return false
    const entries = await this.#register.entries(this.#kind)
    this.#known = new Map(
      entries.map(({ id, data }) => {
        const known = this.#known.get(id)
        return [id, known?.data === data ? known : { data, value: JSON.parse(data) as Value }]
      }),
    )
    this.#revision = revision
    return true
  }

  /**
   * Writes what becomes of a record, whoever else changes it at the same time.
   *
   * @param change gives `undefined` when the record should stay as it is
   * @returns the record as it is stored now
   * @throws StoreUnavailable
   */
  async change(
    id: string,
    change: (value: Value | undefined) => Value | undefined,
  ): Promise<Value | undefined> {
    for (;;) {
      const known = this.#known.get(id)
      const value = change(known?.value)
      if (value === undefined) return known?.value
      const data = JSON.stringify(value)
      if (await this.#register.put(this.#kind, { id, data }, known?.data)) {
        this.#known = new Map(this.#known).set(id, { data, value })
        return value
      }
      this.#revision = undefined
      await this.look()
    }
  }
}
