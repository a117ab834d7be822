/** Walks along the answers of one operation with one status: learns what they are like, or sees what has changed. */

import type { Baseline, Learned } from './baseline.ts'
import { printOf } from './distinct.ts'
import { Field, takeLearned, watchFields } from './field.ts'
import { typeOf } from './measures.ts'
import type { Monitor } from './monitor.ts'
import type { FieldPlan } from './plan.ts'
import { Profile } from './profile.ts'
import { shown } from './shown.ts'

/** Who hears of it. */
export interface ObserverEvents {
  /** An event of a field has become more frequent. */
  drifted(field: Field, monitor: Monitor): void
  /** There is a name beyond the contract that was not there before. */
  unknownField(pointer: string): void
}

/** Of a list, so many items say what the others are like. */
const ITEMS_MAX = 32

interface Pending {
  readonly field: Field
  readonly monitor: Monitor
  readonly value: unknown
}

export class Observer {
  readonly root: Field
  readonly #events: ObserverEvents
  #observations = 0
  #answers = 0
  #values = 0
  #isLearning = true
  /** What happened in the record that is looked at now. */
  readonly #pending: Pending[] = []
  #field: Field
  readonly #happened = (monitor: Monitor, value: unknown): void => {
    this.#pending.push({ field: this.#field, monitor, value })
  }

  constructor(plan: FieldPlan, events: ObserverEvents) {
    this.root = new Field(plan)
    this.#field = this.root
    this.#events = events
  }

  get isLearning(): boolean {
    return this.#isLearning
  }

  /** Answers that were learned from since the last `take`. */
  get observations(): number {
    return this.#observations
  }

  /** @returns how many values it looked at */
  observe(body: unknown): number {
    if (this.#isLearning) this.#observations++
    this.#answers++
    this.#values = 0
    this.#see(this.root, body)
    this.#settle(0, body)
    return this.#values
  }

  /** Looks for names that are new, and at nothing else: that is quick, and has to be done with every answer. */
  observeNames(body: unknown): void {
    if (typeof body === 'object' && body !== null) this.#seeNames(this.root, body)
  }

  take(): Learned {
    const taken = takeLearned(this.root, this.#observations)
    this.#observations = 0
    return taken
  }

  watch(baseline: Baseline): void {
    watchFields(this.root, baseline)
    this.#isLearning = false
    this.#observations = 0
  }

  #see(field: Field, value: unknown): void {
    this.#values++
    const type = typeOf(value)
    if (type === OBJECT) {
      this.#seeObject(field.variants.length ? field.variantOf(value as object) : field, value as Members)
      return
    }
    this.#count(field, value, type)
    if (type === LIST && field.items) this.#seeList(field.items, value as readonly unknown[])
  }

  #count(field: Field, value: unknown, type: number): void {
    if (field.watch) {
      this.#field = field
      field.watch.see(value, type, this.#happened)
      field.profile?.add(value, type, field.plan.hidden === undefined)
    } else if (this.#isLearning) field.learn(value, type)
  }

  #seeList(items: Field, list: readonly unknown[]): void {
    for (let index = 0; index < list.length && index < ITEMS_MAX; index++) this.#see(items, list[index])
  }

  #seeObject(field: Field, value: Members): void {
    this.#count(field, value, OBJECT)
    const before = this.#pending.length
    const { names, fields, missing, extras } = field.layoutOf(value)
    for (let index = 0; index < fields.length; index++) {
      const own = fields[index]
      if (own) this.#see(own, value[names[index] as string])
    }
    for (const own of missing) this.#miss(own)
    if (extras.length) this.#seeExtras(field, extras)
    if (!field.isRecord) return
    if (this.#isLearning) field.learnRecord(printOf(value))
    this.#settle(before, value)
  }

  #miss(field: Field): void {
    if (field.watch) {
      this.#field = field
      field.watch.missing(this.#happened)
      field.profile?.addMissing()
    } else if (this.#isLearning) field.learnMissing()
  }

  /** What the contract does not name. */
  #seeExtras(field: Field, names: readonly string[]): void {
    for (const name of names)
      if (field.extra(name)) this.#events.unknownField(`${field.plan.pointer}/${escaped(name)}`)
  }

  #settle(from: number, record: unknown): void {
    if (this.#pending.length === from) return
    const print = printOf(record)
    for (const { field, monitor, value } of this.#pending.splice(from))
      if (monitor.happened(this.#answers, print, () => shown(field.plan, value))) {
        field.profile ??= new Profile()
        this.#events.drifted(field, monitor)
      }
  }

  #seeNames(found: Field, value: object): void {
    if (Array.isArray(value)) {
      const { items } = found
      if (items?.isNested)
        for (const item of value) if (typeof item === 'object' && item !== null) this.#seeNames(items, item)
      return
    }
    const field = found.variants.length ? found.variantOf(value) : found
    const { names, fields, nested, extras } = field.layoutOf(value)
    if (extras.length) this.#seeExtras(field, extras)
    for (const index of nested) {
      const part = (value as Members)[names[index] as string]
      if (typeof part === 'object' && part !== null) this.#seeNames(fields[index] as Field, part)
    }
  }
}

type Members = Readonly<Record<string, unknown>>

/** As `typeOf` has them. */
const LIST = 5
const OBJECT = 6

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')
