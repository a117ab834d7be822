/** A bundled OpenAPI 3.1 document as data, and how to find one's way in it. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** A JSON Schema 2020-12 as it stands in a document. */
export type JsonSchema = { readonly [keyword: string]: Json } | boolean

export interface OpenApiDocument {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string; readonly [key: string]: Json }
  readonly servers?: readonly Json[]
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly paths: Readonly<Record<string, PathItem>>
  readonly components?: { readonly [section: string]: { readonly [name: string]: Json } }
  readonly [key: string]: unknown
}

export interface PathItem {
  readonly parameters?: readonly ParameterObject[]
  readonly [key: string]: unknown
}

export interface OperationObject {
  readonly operationId: string
  readonly summary?: string
  readonly parameters?: readonly ParameterObject[]
  readonly requestBody?: RequestBodyObject
  readonly responses: Readonly<Record<string, ResponseObject>>
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly [key: string]: unknown
}

export interface ParameterObject {
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required?: boolean
  readonly style?: string
  readonly explode?: boolean
  readonly schema: JsonSchema
}

export interface RequestBodyObject {
  readonly required?: boolean
  readonly content: Readonly<Record<string, { readonly schema?: JsonSchema }>>
}

export interface ResponseObject {
  readonly description: string
  readonly headers?: Json
  readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>>
}

export const methods = ['get', 'put', 'post', 'delete', 'patch'] as const
export type Method = Uppercase<(typeof methods)[number]>

/** A node and the JSON Pointer (RFC 6901, as a URI fragment) it was found under, after following `$ref`s. */
export interface Place<Node> {
  readonly node: Node
  readonly pointer: string
}

/** Follows `$ref`s from a place until there is none. Only local references exist in a bundled document. */
export function resolve<Node>(document: OpenApiDocument, place: Place<unknown>): Place<Node> {
  let { node, pointer } = place
  while (isReference(node)) {
    pointer = node.$ref
    node = at(document, pointer)
  }
  return { node: node as Node, pointer }
}

/** The node under a pointer such as `#/components/schemas/Order`; `undefined` when there is none. */
export function at(document: OpenApiDocument, pointer: string): unknown {
  let node: unknown = document
  for (const segment of pointer.slice(2).split('/')) {
    if (node === null || typeof node !== 'object') return undefined
    node = (node as Record<string, unknown>)[unescapeKey(segment)]
  }
  return node
}

/** Extends a pointer by one step. */
export const step = (pointer: string, ...keys: readonly (string | number)[]): string =>
  [pointer, ...keys.map((key) => escapeKey(String(key)))].join('/')

const escapeKey = (key: string) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))
const unescapeKey = (segment: string) =>
  decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~')

const isReference = (node: unknown): node is { $ref: string } =>
  typeof node === 'object' && node !== null && typeof (node as { $ref?: unknown }).$ref === 'string'
