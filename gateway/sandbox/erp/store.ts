/** The tables of the ERP in memory: indexed lookups, and calls that succeed or leave no trace. */
import type { ModelName, Stored, SystemFields, Tables } from './records.ts'
import { dateTimeValue } from './values.ts'

type Row = SystemFields & Record<string, unknown>
type Index = Map<unknown, Set<number>>

export class Store {
  readonly #rows = new Map<ModelName, Map<number, Row>>()
  readonly #indexes = new Map<ModelName, Map<string, Index>>()
  readonly #counters = new Map<string, number>()
  #undo: (() => void)[] = []
  #stoppedClock: Date | undefined
  #lastStamp = 0

  constructor(indexes: Record<ModelName, readonly string[]>) {
    for (const [model, fields] of Object.entries(indexes) as [ModelName, readonly string[]][]) {
      this.#rows.set(model, new Map())
      this.#indexes.set(model, new Map(fields.map((field) => [field, new Map()])))
    }
  }

  get now(): Date {
    return this.#stoppedClock ?? new Date()
  }

  /** Carries something out as if it were that day: how the history of the demonstration data is made. */
  at(date: Date, act: () => void): void {
    this.#stoppedClock = date
    try {
      act()
    } finally {
      this.#stoppedClock = undefined
    }
  }

  /** One call is one transaction: when it fails, everything it did is taken back. */
  transaction<Result>(act: () => Result): Result {
    this.#undo = []
    try {
      return act()
    } catch (error) {
      for (const undo of this.#undo.reverse()) undo()
      throw error
    } finally {
      this.#undo = []
    }
  }

  get<M extends ModelName>(model: M, id: number): Stored<M> | undefined {
    return this.#table(model).get(id) as Stored<M> | undefined
  }

  /** A record another record refers to, which therefore exists. */
  must<M extends ModelName>(model: M, id: number): Stored<M> {
    const row = this.get(model, id)
    if (!row) throw new Error(`${model} ${id} is gone`)
    return row
  }

  all<M extends ModelName>(model: M): Stored<M>[] {
    return [...this.#table(model).values()] as unknown as Stored<M>[]
  }

  /** Records by the value of a field, in the order of their ids; undefined when that field has no index. */
  find<M extends ModelName>(model: M, field: string, value: unknown): Stored<M>[] | undefined {
    const ids = this.#indexes.get(model)?.get(field)
    if (!ids) return undefined
    return [...(ids.get(value) ?? [])].sort((a, b) => a - b).map((id) => this.must(model, id))
  }

  insert<M extends ModelName>(model: M, values: Tables[M]): number {
    const id = this.#next(`id of ${model}`)
    this.#put(model, id, { ...values, id, write_date: null, ...this.#created() })
    return id
  }

  /** A write as the ERP counts it: it moves the date and the version of the record. */
  update<M extends ModelName>(model: M, id: number, values: Partial<Tables[M]>): void {
    const { create_date: writeDate, _timestamp } = this.#created()
    this.#change(model, id, { ...values, write_date: writeDate, _timestamp })
  }

  /** A change that leaves date and version alone, such as the stock of a product. */
  adjust<M extends ModelName>(model: M, id: number, values: Partial<Tables[M]>): void {
    this.#change(model, id, values)
  }

  remove(model: ModelName, id: number): void {
    this.#put(model, id, undefined)
  }

  /** The next number of a sequence, such as that of the invoices. */
  nextNumber(sequence: string): string {
    return String(this.#next(sequence))
  }

  #created() {
    // As PostgreSQL does, versions tell two changes of one second apart.
    this.#lastStamp = Math.max(this.#lastStamp + 1, this.now.getTime() * 1000)
    return {
      create_date: dateTimeValue(this.now),
      _timestamp: (this.#lastStamp / 1_000_000).toFixed(6),
    }
  }

  #table(model: ModelName): Map<number, Row> {
    const rows = this.#rows.get(model)
    if (!rows) throw new Error(`no table for ${model}`)
    return rows
  }

  #change(model: ModelName, id: number, values: object): void {
    this.#put(model, id, { ...(this.must(model, id) as unknown as Row), ...values })
  }

  #put(model: ModelName, id: number, row: Row | undefined): void {
    const rows = this.#table(model)
    const previous = rows.get(id)
    this.#undo.push(() => this.#replace(model, id, previous))
    this.#replace(model, id, row)
  }

  #replace(model: ModelName, id: number, row: Row | undefined): void {
    const rows = this.#table(model)
    const previous = rows.get(id)
    for (const [field, index] of this.#indexes.get(model) ?? []) {
      if (previous) index.get(previous[field])?.delete(id)
      if (row) index.set(row[field], (index.get(row[field]) ?? new Set()).add(id))
    }
    if (row) rows.set(id, row)
    else rows.delete(id)
  }

  #next(counter: string): number {
    const value = (this.#counters.get(counter) ?? 0) + 1
    this.#counters.set(counter, value)
    return value
  }
}
