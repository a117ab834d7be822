/**
 * The contract's own JSON Schemas as validators: ajv compiles what stands in the bundled document, so no keyword is
 * translated and none can get lost. Bodies are never coerced, defaulted or stripped.
 */
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { JsonSchema, OpenApiDocument } from './document.ts'
import { type Finding, findingsOf } from './findings.ts'
import { inlined, without } from './side.ts'
import { addUsualFormats, addUsualLengths } from './usual.ts'

/** A compiled schema. `matches` is the hot path; `findings` says why a value did not match. */
export interface Schema {
  readonly pointer: string
  matches(value: unknown): boolean
  findings(value: unknown): readonly Finding[]
}

/** Who sends the value: a required `readOnly` property binds replies only, a `writeOnly` one requests only. */
export type Direction = 'request' | 'reply'

export interface Schemas {
  /** The schema at a pointer of the document. */
  at(pointer: string, direction: Direction): Schema
  /** A schema made of pieces of the document; `$ref`s name its pointers, such as `#/components/schemas/Order`. */
  of(schema: JsonSchema, direction: Direction, name: string): Schema
}

/** Formats with a meaning for people only; `validators` of the others come from ajv-formats. */
export const annotationFormats = [
  'decimal',
  'int64',
  'int32',
  'float',
  'double',
  'binary',
  'byte',
  'password',
  'jwt',
]

const made = new WeakMap<OpenApiDocument, Schemas>()

/** The schemas of a document, each compiled once, when it is first asked for. */
export function schemasOf(document: OpenApiDocument): Schemas {
  const schemas = made.get(document) ?? createSchemas(document)
  made.set(document, schemas)
  return schemas
}

function createSchemas(document: OpenApiDocument): Schemas {
  const sides = {
    request: lazily(() => new Side(without(document, 'readOnly'))),
    reply: lazily(() => new Side(without(document, 'writeOnly'))),
  }
  return {
    at: (pointer, direction) => sides[direction]().schema({ $ref: pointer }, pointer),
    of: (schema, direction, name) => sides[direction]().schema(schema, name),
  }
}

const inheritedNames = new RegExp(`"(?:${Object.getOwnPropertyNames(Object.prototype).join('|')})"`)

class Side {
  readonly #document: OpenApiDocument
  /** Asking for own properties only is slower, and matters only for names that every object inherits. */
  readonly #inherited: boolean
  readonly #first = this.#lazyAjv(false)
  readonly #all = this.#lazyAjv(true)
  readonly #known = new Map<string, Schema>()

  constructor(document: OpenApiDocument) {
    this.#document = document
    this.#inherited = inheritedNames.test(JSON.stringify(document))
  }

  schema(schema: JsonSchema, name: string): Schema {
    const known = this.#known.get(name)
    if (known) return known
    const whole = inlined(this.#document, schema)
    const check = this.#first().compile(whole as object)
    const explain = lazily(() => this.#all().compile(whole as object))
    const made: Schema = {
      pointer: name,
      matches: (value) => check(value) as boolean,
      findings: (value) => findingsOf(value, check, explain),
    }
    this.#known.set(name, made)
    return made
  }

  #lazyAjv(allErrors: boolean) {
    return lazily(() => {
      const ajv = new Ajv2020({
        strict: false,
        // Was done when the code was generated; here it would be done for each contract at each start.
        validateSchema: false,
        allErrors,
        multipleOfPrecision: 9,
        ownProperties: this.#inherited,
        strictNumbers: true,
        logger: false,
        code: { process: askForOwnProperties },
        formats: Object.fromEntries(annotationFormats.map((format) => [format, true as const])),
      })
      ;(addFormats as unknown as typeof addFormats.default)(ajv)
      addUsualFormats(ajv)
      addUsualLengths(ajv)
      ajv.addSchema({ ...(this.#document as object), $id: 'contract:' })
      return ajv
    })
  }
}

/** ajv keeps evaluated properties in a plain object, in which `constructor` would always count as evaluated. */
const askForOwnProperties = (code: string) =>
  code.replace(/!(props\d+)\[(key\d+)\]/g, '!Object.hasOwn($1, $2)')

function lazily<Value>(make: () => Value): () => Value {
  let value: { made: Value } | undefined
  return () => {
    value ??= { made: make() }
    return value.made
  }
}
