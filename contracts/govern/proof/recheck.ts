/** The second opinion on every example: ajv, which had no part in finding it. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Json } from '../../runtime/document.ts'
import { expressionOf } from './accepts.ts'

export class Recheck {
  readonly #ajv: Ajv2020
  readonly #compiled = new Map<string, ValidateFunction | undefined>()

  /** @param root a projected document */
  constructor(root: unknown) {
    this.#ajv = new Ajv2020({
      strict: false,
      logger: false,
      multipleOfPrecision: 9,
      ownProperties: true,
      inlineRefs: false,
      code: { regExp, optimize: false },
    })
    ;(addFormats as unknown as typeof addFormats.default)(this.#ajv)
    this.#ajv.addFormat('int32', { type: 'number', validate: within(-(2 ** 31), 2 ** 31) })
    this.#ajv.addFormat('int64', { type: 'number', validate: within(-(2 ** 63), 2 ** 63) })
    this.#ajv.addSchema({ ...(root as object), $id: 'document:' })
  }

  /** @returns `undefined` when ajv cannot work with the schema, as when it refers to itself without end */
  accepts(pointer: string, value: Json): boolean | undefined {
    if (!this.#compiled.has(pointer)) this.#compiled.set(pointer, this.#compile(pointer))
    try {
      return this.#compiled.get(pointer)?.(value)
    } catch {
      return undefined
    }
  }

  #compile(pointer: string): ValidateFunction | undefined {
    try {
      return this.#ajv.compile({ $ref: `document:${pointer}` })
    } catch {
      return undefined
    }
  }
}

const within = (from: number, to: number) => (value: number) =>
  Number.isInteger(value) && value >= from && value < to

/** Patterns that are none with the `u` flag are tried without, as other validators do. */
function regExp(pattern: string, flags: string): RegExp {
  const expression = expressionOf(pattern)
  if (!expression) throw new Error(`no pattern: ${pattern} ${flags}`)
  return expression
}
regExp.code = 'new RegExp'
