/** Reads projected JSON Schemas as formulas. */
import { at } from '../../runtime/document.ts'
import type { Formula } from './formula.ts'
import type { Formulas } from './formulas.ts'
import { readers } from './keywords.ts'
import { isNode } from './project.ts'

export type Schema = Readonly<Record<string, unknown>>

export class Translator {
  readonly formulas: Formulas
  readonly #root: unknown
  readonly #classOf: (pointer: string) => string
  readonly #targets = new Map<string, Formula>()

  /** @param classOf names a `$ref`: the same name for schemas that are the same throughout */
  constructor(formulas: Formulas, root: unknown, classOf: (pointer: string) => string) {
    this.formulas = formulas
    this.#root = root
    this.#classOf = classOf
  }

  /** The schema at a pointer, without the references that lead to it. */
  at(pointer: string): unknown {
    return at(this.#root as never, pointer)
  }

  /** What a schema says; anything that is no schema says something nobody understands. */
  read(schema: unknown): Formula {
    if (schema === undefined || schema === true) return this.formulas.always
    if (schema === false) return this.formulas.never
    if (!isNode(schema)) return this.formulas.opaque(JSON.stringify(schema))
    return this.formulas.all(Object.keys(schema).map((keyword) => this.keyword(schema, keyword)))
  }

  /** What one keyword of a schema says, with the help of those beside it. */
  keyword(schema: Schema, keyword: string): Formula {
    const read = readers[keyword]
    if (!read) return this.formulas.always
    return (
      read(this, schema[keyword], schema) ??
      this.formulas.opaque(`${keyword} ${JSON.stringify(schema[keyword])}`)
    )
  }

  reference($ref: string): Formula | undefined {
    if (!$ref.startsWith('#') || (!isNode(this.at($ref)) && typeof this.at($ref) !== 'boolean'))
      return undefined
    return this.formulas.reference(this.#classOf($ref), () => {
      const known = this.#targets.get($ref) ?? this.read(this.at($ref))
      this.#targets.set($ref, known)
      return known
    })
  }

  map(value: unknown, make: (name: string, schema: Formula) => Formula): Formula | undefined {
    if (!isNode(value)) return undefined
    return this.formulas.all(Object.entries(value).map(([name, schema]) => make(name, this.read(schema))))
  }

  list(value: unknown): readonly Formula[] | undefined {
    return Array.isArray(value) && value.length ? value.map((schema) => this.read(schema)) : undefined
  }
}
