/**
 * The contract's own JSON Schemas as validators: ajv compiles what stands in the bundled document, so no keyword is
 * translated and none can get lost. Bodies are never coerced, defaulted or stripped.
 */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { type JsonSchema, type OpenApiDocument, resolve } from './document.ts'
import { addUsualFormats, addUsualLengths } from './usual.ts'

/** One place where a value breaks its schema. `pointer` is a JSON Pointer into the value (`''` is the value itself). */
export interface Finding {
  readonly pointer: string
  readonly detail: string
  readonly keyword: string
}

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

const FINDINGS_MAX = 20
/** Listing every finding costs quadratic time in ajv: only for values whose JSON is at most this long. */
const EXPLAINED_LENGTH_MAX = 4096

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
    const absolute = absoluteReferences(schema)
    const check = this.#first().compile(absolute)
    const explain = lazily(() => this.#all().compile(absolute))
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
        allErrors,
        multipleOfPrecision: 9,
        ownProperties: this.#inherited,
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

function findingsOf(
  value: unknown,
  check: ValidateFunction,
  explain: () => ValidateFunction,
): readonly Finding[] {
  if (check(value)) return []
  let errors = check.errors ?? []
  if (JSON.stringify(value)?.length <= EXPLAINED_LENGTH_MAX) {
    explain()(value)
    errors = explain().errors ?? errors
  }
  const findings = new Map<string, Finding>()
  for (const error of errors) {
    const finding = toFinding(error)
    if (!composite.has(error.keyword) || errors.length === 1)
      findings.set(finding.pointer + finding.detail, finding)
    if (findings.size === FINDINGS_MAX) break
  }
  return [...findings.values()]
}

/** Keywords that only repeat what their parts already said. */
const composite = new Set(['if', 'allOf', 'propertyNames'])

function toFinding(error: ErrorObject): Finding {
  const { instancePath, keyword, params, propertyName, message = 'is not allowed' } = error
  const named = namedBy.map((param) => params[param]).find((name) => typeof name === 'string') ?? propertyName
  const pointer = named === undefined ? instancePath : `${instancePath}/${escapeSegment(named)}`
  return { pointer, keyword, detail: sentences[keyword]?.(params) ?? message }
}

/** Parameters of an ajv error that name a property the error is about. */
const namedBy = ['missingProperty', 'additionalProperty', 'unevaluatedProperty', 'propertyName']

const sentences: Readonly<Record<string, (params: Record<string, unknown>) => string>> = {
  maxLength: ({ limit }) => `must NOT have more than ${limit} characters`,
  minLength: ({ limit }) => `must NOT have fewer than ${limit} characters`,
  required: () => 'is required',
  dependentRequired: ({ property }) => `is required beside ${property}`,
  additionalProperties: () => 'is not a property the contract knows',
  unevaluatedProperties: () => 'is not a property the contract knows',
  enum: ({ allowedValues }) =>
    `must be one of ${(allowedValues as unknown[]).map((v) => JSON.stringify(v)).join(', ')}`,
  const: ({ allowedValue }) => `must be ${JSON.stringify(allowedValue)}`,
  type: ({ type }) => `must be of type ${Array.isArray(type) ? type.join(' or ') : type}`,
  format: ({ format }) => `must be a valid ${format}`,
}

/** The keys a finding's pointer is made of. */
export const keysOf = ({ pointer }: Finding): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))

const escapeSegment = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')

/** Keywords whose value is data, and keywords whose keys are names: neither is a schema, however it looks. */
const dataKeywords = new Set(['const', 'enum', 'default', 'example', 'examples'])
const keyedByName = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs', 'schemas'])

/** The document with the properties that do not bind one direction taken off `required`. */
function without(document: OpenApiDocument, marker: 'readOnly' | 'writeOnly'): OpenApiDocument {
  const relax = (node: unknown, byName = false): unknown => {
    if (Array.isArray(node)) return node.map((item) => relax(item))
    if (node === null || typeof node !== 'object') return node
    const copy: Record<string, unknown> = Object.fromEntries(
      Object.entries(node).map(([key, value]) =>
        !byName && dataKeywords.has(key)
          ? [key, value]
          : [key, relax(value, !byName && keyedByName.has(key))],
      ),
    )
    if (byName) return copy
    const { required, properties } = node as { required?: unknown; properties?: Record<string, unknown> }
    if (Array.isArray(required) && properties)
      copy.required = required.filter((name: string) => {
        const { node: property } = resolve<Record<string, unknown>>(document, {
          node: properties[name],
          pointer: '',
        })
        return property?.[marker] !== true
      })
    return copy
  }
  return JSON.stringify(document).includes(`"${marker}"`) ? (relax(document) as OpenApiDocument) : document
}

/** `#/…` means the document, wherever the schema that says so is compiled. Schemas made of pieces are ours: no data in them. */
function absoluteReferences(schema: JsonSchema): JsonSchema {
  if (typeof schema !== 'object') return schema
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk)
    if (node === null || typeof node !== 'object') return node
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [
        key,
        key === '$ref' && typeof value === 'string' && value.startsWith('#')
          ? `contract:${value}`
          : walk(value),
      ]),
    )
  }
  return walk(schema) as JsonSchema
}

function lazily<Value>(make: () => Value): () => Value {
  let value: { made: Value } | undefined
  return () => {
    value ??= { made: make() }
    return value.made
  }
}
