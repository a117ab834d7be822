/** A field as it is walked: what is learned of it, or how it is watched. */
import type { Baseline, FieldBaseline, Learned } from './baseline.ts'
import { Distinct } from './distinct.ts'
import { type Layout, Layouts } from './layout.ts'
import type { FieldPlan } from './plan.ts'
import { Profile } from './profile.ts'
import { Watch } from './watch.ts'

const EXTRAS_MAX = 300

export class Field {
  readonly plan: FieldPlan
  /** Whether an object here is something by itself: the whole answer, or an item of a list. */
  readonly isRecord: boolean
  readonly fields: readonly Field[]
  readonly items: Field | undefined
  readonly others: Field | undefined
  readonly variants: readonly {
    readonly path: readonly string[]
    readonly value: unknown
    readonly field: Field
  }[]
  /** While it is learned; and after something was reported, to know what is normal now. */
  profile: Profile | undefined
  watch: Watch | undefined
  /** Tells the records apart that are objects here; while they are learned. */
  records: Distinct | undefined
  /** Names beyond the contract: seen, or known to be there. */
  extras: Set<string> | undefined
  isLearning = true
  #layouts: Layouts | undefined

  constructor(plan: FieldPlan, isRecord = true) {
    this.plan = plan
    this.isRecord = isRecord
    this.fields = plan.fields.map((own) => new Field(own, false))
    this.items = plan.items && new Field(plan.items)
    this.others = plan.others && new Field(plan.others, false)
    this.variants = plan.variants.map(({ path, value, plan }) => ({
      path,
      value,
      field: new Field(plan, isRecord),
    }))
  }

  /** Whether there may be objects at it, or in it. */
  get isNested(): boolean {
    return !!(this.fields.length || this.items || this.others || this.variants.length)
  }

  layoutOf(value: object): Layout {
    this.#layouts ??= new Layouts(this)
    return this.#layouts.of(value)
  }

  get all(): readonly Field[] {
    const below = [...this.fields, this.items, this.others, ...this.variants.map(({ field }) => field)]
    return [this, ...below.flatMap((field) => field?.all ?? [])]
  }

  /** The kind of record a value is. */
  variantOf(value: object): Field {
    for (const { path, value: constant, field } of this.variants) {
      let found: unknown = value
      for (const name of path) found = (found as Record<string, unknown> | undefined)?.[name]
      if (found === constant) return field
    }
    return this
  }

  learn(value: unknown, type: number): void {
    this.profile ??= new Profile()
    this.profile.add(value, type, this.plan.hidden === undefined)
  }

  learnMissing(): void {
    this.profile ??= new Profile()
    this.profile.addMissing()
  }

  learnRecord(print: number): void {
    this.records ??= new Distinct()
    this.records.add(print)
  }

  /** A name beyond the contract. @returns whether it is news */
  extra(name: string): boolean {
    this.extras ??= new Set()
    if (this.extras.has(name) || this.extras.size >= EXTRAS_MAX) return false
    this.extras.add(name)
    return !this.isLearning
  }
}

/** What was learned since it was last asked. @param root of all fields of an answer */
export function takeLearned(root: Field, observations: number): Learned {
  const fields: Record<string, FieldBaseline> = {}
  const extras: Record<string, readonly string[]> = {}
  const take = (field: Field, above: Distinct | undefined): void => {
    const { pointer } = field.plan
    const records = field.records ?? above
    if (field.profile)
      fields[pointer] = { ...field.profile.toData(), records: (above ?? new Distinct()).toString() }
    if (field.extras?.size) extras[pointer] = [...field.extras].sort()
    for (const one of [...field.fields, field.items, field.others]) if (one) take(one, records)
    for (const { field: variant } of field.variants) take(variant, above)
  }
  take(root, root.records)
  for (const field of root.all) field.profile = field.records = undefined
  return { observations, fields, extras }
}

/** Watches from now on what a sealed baseline knows. */
export function watchFields(root: Field, { fields, extras }: Baseline): void {
  for (const field of root.all) {
    const data = fields[field.plan.pointer]
    field.isLearning = false
    field.profile = field.records = undefined
    field.extras = new Set(extras[field.plan.pointer])
    // A constant is held by the contract.
    const watch =
      data && !field.plan.isConstant ? new Watch(data, new Distinct(data.records).estimate) : undefined
    field.watch = watch?.monitors.length ? watch : undefined
  }
}
