/** The names an object has, in their order, with the fields they are: objects of one kind mostly look the same. */
import type { Field } from './field.ts'

export interface Layout {
  readonly names: readonly string[]
  /** What is at each name; `undefined`: nothing the contract knows. */
  readonly fields: readonly (Field | undefined)[]
  /** Places of fields in which there may be more names. */
  readonly nested: readonly number[]
  /** Fields that are not there. */
  readonly missing: readonly Field[]
  /** Names that are in no field. */
  readonly extras: readonly string[]
}

const LAYOUTS_MAX = 8

/** Remembers the layouts of the objects at one place. */
export class Layouts {
  readonly #field: Field
  #last: Layout
  readonly #known: Layout[] = []

  constructor(field: Field) {
    this.#field = field
    this.#last = layoutOf(field, [])
  }

  of(value: object): Layout {
    if (isOf(this.#last, value)) return this.#last
    const found = this.#known.find((layout) => isOf(layout, value)) ?? this.#add(Object.keys(value))
    this.#last = found
    return found
  }

  #add(names: readonly string[]): Layout {
    const layout = layoutOf(this.#field, names)
    if (this.#known.length === LAYOUTS_MAX) this.#known.shift()
    this.#known.push(layout)
    return layout
  }
}

function isOf({ names }: Layout, value: object): boolean {
  let index = 0
  for (const name in value) if (names[index++] !== name) return false
  return index === names.length
}

function layoutOf({ fields, others }: Field, names: readonly string[]): Layout {
  const found = names.map((name) => fields.find(({ plan }) => plan.name === name) ?? others)
  return {
    names,
    fields: found,
    nested: found.flatMap((field, index) => (field?.isNested ? [index] : [])),
    missing: fields.filter((field) => !found.includes(field)),
    extras: names.filter((_, index) => found[index] === undefined),
  }
}
