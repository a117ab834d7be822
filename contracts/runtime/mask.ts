/** Hides what a contract marks as personal (`x-pii`) or secret (`x-secret`) in a value that is shown or written down. */
import { type OpenApiDocument, resolve } from './document.ts'

export const MASK = '[hidden]'

interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>
  readonly additionalProperties?: unknown
  readonly items?: unknown
  readonly [keyword: string]: unknown
}

/**
 * A copy of a value without what is marked. What a value has beyond its schema is hidden as well: nobody said that it
 * may be seen.
 *
 * @param schema of the value; its references name places of the document
 */
export const masked = (document: OpenApiDocument, schema: unknown, value: unknown): unknown =>
  mask(document, flat(document, [schema]), value)

/** @param schemas all that say something about the value, without references */
function mask(document: OpenApiDocument, schemas: readonly Schema[], value: unknown): unknown {
  if (schemas.length === 0 || schemas.some((schema) => schema['x-pii'] || schema['x-secret'])) return MASK
  const below = (partsOf: (schema: Schema) => unknown, part: unknown) =>
    mask(document, flat(document, schemas.map(partsOf)), part)
  if (Array.isArray(value)) return value.map((item) => below(({ items }) => items, item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, below((schema) => memberOf(schema, name), part)]),
  )
}

const memberOf = ({ properties = {}, additionalProperties }: Schema, name: string): unknown =>
  Object.hasOwn(properties, name) ? properties[name] : additionalProperties

/** The schemas that are objects, with those they refer to and are made of. */
const flat = (document: OpenApiDocument, schemas: readonly unknown[]): readonly Schema[] =>
  schemas.flatMap((node) => {
    const { node: schema } = resolve<unknown>(document, { node, pointer: '' })
    if (typeof schema !== 'object' || schema === null) return []
    const beside = node === schema ? [] : [withoutReference(node as Schema)]
    const branches = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => (schema as Schema)[key] ?? []) as unknown[]
    return [...beside, schema as Schema, ...flat(document, branches)]
  })

const withoutReference = ({ $ref: _, ...beside }: Schema): Schema => beside
