/**
 * Parameters on the wire (OpenAPI 3.1 `style` and `explode`): text to typed values at the door, values to text in a
 * client. Both directions are one table, so that what a client writes a server reads back.
 */
import type { JsonSchema, OpenApiDocument, ParameterObject } from './document.ts'
import { resolve } from './document.ts'

export interface Parameter {
  readonly name: string
  readonly in: ParameterObject['in']
  readonly required: boolean
  readonly style: string
  readonly explode: boolean
  readonly notation: Notation
  readonly shape: Shape
  /** Pointer of its schema in the document. */
  readonly pointer: string
  readonly default?: unknown
}

/** How a value stands in one piece of text: what comes first, and what between the parts of an array or object. */
export interface Notation {
  readonly prefix: string
  readonly delimiter: string
  /** The delimiter as clients of all kinds may write it. */
  readonly delimiterRead: string | RegExp
  /** Whether each item of an array comes with the name of the parameter. */
  readonly named: boolean
}

/** What text has to become: known from the schema's types alone. */
export type Shape =
  | { readonly kind: 'scalar'; readonly types: ReadonlySet<string> }
  | { readonly kind: 'array'; readonly items: Shape }
  | { readonly kind: 'object'; readonly properties: Readonly<Record<string, Shape>> }

const defaultStyle = { path: 'simple', query: 'form', header: 'simple', cookie: 'form' } as const

export function toParameter(document: OpenApiDocument, source: ParameterObject, pointer: string): Parameter {
  const style = source.style ?? defaultStyle[source.in]
  const schema = resolve<JsonSchema>(document, { node: source.schema, pointer }).node
  const preset = typeof schema === 'object' ? schema.default : undefined
  const written = {
    name: asKey(source.name),
    in: source.in,
    style,
    explode: source.explode ?? style === 'form',
    shape: shapeOf(document, source.schema),
  }
  return {
    ...written,
    notation: notationOf(written),
    required: source.required === true,
    pointer,
    ...(preset === undefined ? {} : { default: preset }),
  }
}

/** The same text as engines keep property names: looking a value up under it needs no search. */
const asKey = (name: string): string => Object.keys({ [name]: true })[0] ?? name

function notationOf({
  name,
  in: place,
  style,
  explode,
  shape,
}: Pick<Parameter, 'name' | 'in' | 'style' | 'explode' | 'shape'>): Notation {
  const notation = (prefix: string, delimiter: string, delimiterRead: string | RegExp = delimiter) => ({
    prefix,
    delimiter,
    delimiterRead,
    named: style === 'matrix' && explode,
  })
  if (style === 'label') return notation('.', explode ? '.' : ',')
  if (style === 'matrix')
    return explode && shape.kind !== 'scalar' ? notation(';', ';') : notation(`;${name}=`, ',')
  if (style === 'spaceDelimited') return notation('', '%20', /%20|\+| /)
  if (style === 'pipeDelimited') return notation('', '|', /\||%7C/i)
  return place === 'header' ? notation('', ',', /[ \t]*,[ \t]*/) : notation('', ',')
}

/** Text holds a list or object of scalars; what lies deeper, and recursion, needs JSON. */
const NESTED_MAX = 3

/** The shape of a value its schema allows; a union of scalars keeps every type it names. */
export function shapeOf(document: OpenApiDocument, schema: JsonSchema | undefined, nested = 0): Shape {
  const types = new Set<string>()
  const seen = new Set<unknown>()
  let items: Shape | undefined
  const properties: Record<string, Shape> = Object.create(null)
  const visit = (node: JsonSchema | undefined): void => {
    const { node: plain } = resolve<JsonSchema>(document, { node, pointer: '' })
    if (typeof plain !== 'object' || plain === null || seen.has(plain)) return
    seen.add(plain)
    for (const type of [plain.type ?? typesOfValues(plain)].flat())
      if (typeof type === 'string') types.add(type)
    if (plain.items !== undefined) items ??= shapeOf(document, plain.items as JsonSchema, nested + 1)
    for (const [name, property] of Object.entries((plain.properties ?? {}) as Record<string, JsonSchema>))
      properties[name] ??= shapeOf(document, property, nested + 1)
    for (const keyword of ['allOf', 'anyOf', 'oneOf'])
      for (const part of (plain[keyword] ?? []) as JsonSchema[]) visit(part)
  }
  if (nested <= NESTED_MAX) visit(schema)
  if (types.has('array')) return { kind: 'array', items: items ?? scalar }
  if (types.has('object')) return { kind: 'object', properties }
  return types.size ? { kind: 'scalar', types } : scalar
}

const scalar: Shape = { kind: 'scalar', types: new Set(['string']) }

const typesOfValues = (schema: Exclude<JsonSchema, boolean>): string[] =>
  [schema.enum ?? schema.const ?? []].flat().map((value) => (value === null ? 'null' : typeof value))

/** Text to the type its schema wants. Text that is no such type stays text: the validator then says what is wrong. */
export function typed(text: string, shape: Shape): unknown {
  if (shape.kind !== 'scalar' || shape.types.has('string')) return text
  if ((shape.types.has('number') || shape.types.has('integer')) && jsonNumber.test(text)) {
    const number = Number(text)
    return Number.isFinite(number) ? number : text
  }
  if (shape.types.has('boolean') && (text === 'true' || text === 'false')) return text === 'true'
  if (shape.types.has('null') && text === '') return null
  return text
}

/** A number as JSON writes it, and no longer than JavaScript ever writes one. */
const jsonNumber = /^-?(?:0|[1-9]\d{0,20})(?:\.\d{1,25})?(?:[eE][+-]?\d{1,3})?$/

/** How text comes apart: split first, decode each part after, so that an encoded delimiter stays data. */
type Decode = (text: string) => string

/** One piece of raw text (path segment, header, or query value that is not exploded) to its value. */
export function fromText(raw: string, parameter: Parameter, decode: Decode = decodeURIComponent): unknown {
  const { shape, explode } = parameter
  const { prefix, delimiterRead, named } = parameter.notation
  const bare = raw.startsWith(prefix) ? raw.slice(prefix.length) : raw
  if (shape.kind === 'scalar') return typed(decode(bare), shape)
  const parts = bare === '' ? [] : bare.split(delimiterRead)
  if (shape.kind === 'array')
    return parts.map((part) => typed(decode(named ? cut(part, '=')[1] : part), shape.items))
  const pairs = explode ? parts.map((part) => cut(part, '=')) : chunks(parts)
  return Object.fromEntries(
    pairs.map(([key, value]) => [decode(key), typed(decode(value), shape.properties[decode(key)] ?? scalar)]),
  )
}

/**
 * A value to one piece of text: the reverse of `fromText`.
 * @throws RangeError when a path would lead elsewhere with it
 */
export function toText(
  value: unknown,
  parameter: Parameter,
  encode: (text: string) => string = encodeURIComponent,
): string {
  const { shape, explode, name } = parameter
  const { prefix, delimiter, named } = parameter.notation
  const text = (item: unknown) => encode(plain(item))
  const parts = (): string[] => {
    if (shape.kind === 'scalar') return [text(value)]
    if (shape.kind === 'array')
      return (value as unknown[]).map((item) => (named ? `${name}=${text(item)}` : text(item)))
    const pairs = Object.entries(value as object).map(([key, item]) => [encode(key), text(item)])
    return explode ? pairs.map((pair) => pair.join('=')) : pairs.flat()
  }
  const whole = prefix + parts().join(delimiter)
  if (parameter.in === 'path' && leadsElsewhere.test(whole))
    throw new RangeError(`${name} cannot be ${JSON.stringify(value)}: it stands in a path`)
  return whole
}

/** Segments that a server takes out of a path. */
const leadsElsewhere = /^\.{0,2}$/

/** Absent is not null: null is the empty text. */
const plain = (value: unknown) => (value === null ? '' : String(value))

/** The `name=value` pieces a value adds to a query string or a cookie. */
export function toPairs(value: unknown, parameter: Parameter): string[] {
  const { shape, style, explode, name } = parameter
  const pair = (key: string, text: unknown) => `${encodeURIComponent(key)}=${encodeURIComponent(plain(text))}`
  if (shape.kind === 'object' && style === 'deepObject')
    return Object.entries(value as object).map(([key, item]) => pair(`${name}[${key}]`, item))
  if (shape.kind === 'array' && explode) return (value as unknown[]).map((item) => pair(name, item))
  if (shape.kind === 'object' && explode)
    return Object.entries(value as object).map(([key, item]) => pair(key, item))
  return [`${encodeURIComponent(name)}=${toText(value, parameter)}`]
}

const cut = (text: string, mark: string): [string, string] => {
  const index = text.indexOf(mark)
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + mark.length)]
}

const chunks = (parts: readonly string[]): [string, string][] =>
  parts.flatMap((part, index) => (index % 2 ? [] : [[part, parts[index + 1] ?? ''] as [string, string]]))
