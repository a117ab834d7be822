/**
 * Requests without what a contract marks as personal (`x-pii`) or secret (`x-secret`). In its place stands something
 * of the same shape, where possible one the contract allows, so that the request can still be checked.
 */
import { type JsonSchema, type OpenApiDocument, resolve } from '../../contracts/runtime/document.ts'
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import { partOf } from '../../contracts/runtime/load.ts'
import { type Schema, schemasOf } from '../../contracts/runtime/schema.ts'
import type { OperationRequest } from '../hop/policy.ts'

export interface Redacted {
  readonly request: OperationRequest
  /** JSON Pointers of what was replaced: whether another contract allows it cannot be told. */
  readonly replaced: readonly string[]
}

type Node = Readonly<Record<string, unknown>>

export function redactor(
  { document }: ContractData,
  operation: OperationData,
): (request: OperationRequest) => Redacted {
  const ofParameters = operation.parameters.map((parameter) => ({
    part: partOf[parameter.in],
    name: parameter.name,
    schema: { $ref: parameter.pointer },
  }))
  const ofMedia = Object.entries(operation.body?.media ?? {})
  return function redact(request) {
    const replaced: string[] = []
    const walk = (schema: unknown, value: unknown, pointer: string) =>
      withStandIns(document, schemasAt(document, [schema]), value, pointer, replaced)
    const parts: Record<string, Record<string, unknown>> = {}
    for (const { part, name, schema } of ofParameters) {
      const value = request[part]?.[name]
      if (value === undefined) continue
      parts[part] ??= {}
      parts[part][name] = walk(schema, value, `/${part}/${name}`)
    }
    const [, media] = ofMedia.find(([type]) => type === request.mediaType) ?? ofMedia[0] ?? []
    return {
      request: {
        ...parts,
        ...(request.mediaType && { mediaType: request.mediaType }),
        ...(media && request.body !== undefined
          ? { body: walk({ $ref: media.schema.pointer }, request.body, '/body') }
          : {}),
      },
      replaced,
    }
  }
}

/** @param schemas all that say something about the value, without references */
function withStandIns(
  document: OpenApiDocument,
  schemas: readonly Node[],
  value: unknown,
  pointer: string,
  replaced: string[],
  isInside = false,
): unknown {
  const isMarked = isInside || schemas.some((schema) => schema['x-pii'] || schema['x-secret'])
  const below = (key: string | number, nodes: readonly unknown[], part: unknown) =>
    withStandIns(
      document,
      schemasAt(document, nodes),
      part,
      `${pointer}/${escapeKey(key)}`,
      replaced,
      isMarked,
    )
  if (Array.isArray(value))
    return value.map((item, index) =>
      below(
        index,
        schemas.map(({ items }) => items),
        item,
      ),
    )
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => {
        const own = schemas.map((schema) => memberOf(schema, name))
        return [name, below(name, own, part)]
      }),
    )
  if (!isMarked || value === null || typeof value === 'boolean') return value
  replaced.push(pointer)
  return standInFor(document, schemas, value)
}

function standInFor(document: OpenApiDocument, schemas: readonly Node[], value: unknown): unknown {
  const written = schemas.flatMap(({ examples, example, default: preset }) =>
    [examples, example, preset].flat().filter((one) => one !== undefined),
  )
  const candidates =
    typeof value === 'string' ? [maskOf(value, '0'), maskOf(value, '1'), ...written] : [...written, 0, 1]
  const fits = (candidate: unknown) =>
    schemas.every((schema) => compiled(document, schema)?.matches(candidate) ?? true)
  return candidates.find(fits) ?? candidates[0]
}

/** Of the same length and the same kinds of characters. */
const maskOf = (text: string, digit: string): string =>
  text
    .replaceAll(/\p{Lu}/gu, 'X')
    .replaceAll(/\p{L}/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
    .replaceAll(/\p{N}/gu, digit)

const known = new WeakMap<Node, Schema>()
let names = 0

function compiled(document: OpenApiDocument, schema: Node): Schema | undefined {
  const found =
    known.get(schema) ?? schemasOf(document).of(schema as JsonSchema, 'request', `stand-in ${names++}`)
  known.set(schema, found)
  return found
}

const memberOf = ({ properties, additionalProperties }: Node, name: string): unknown => {
  const declared = (properties ?? {}) as Node
  return Object.hasOwn(declared, name) ? declared[name] : additionalProperties
}

/** The schemas that are objects, with those they refer to and are made of. */
const schemasAt = (document: OpenApiDocument, nodes: readonly unknown[]): readonly Node[] =>
  nodes.flatMap((node) => {
    const { node: schema } = resolve<unknown>(document, { node, pointer: '' })
    if (typeof schema !== 'object' || schema === null) return []
    const marks = schema === node ? [] : [marksOf(node as Node)]
    const branches = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => (schema as Node)[key] ?? [])
    return [...marks, schema as Node, ...schemasAt(document, branches)]
  })

/** What stands beside a reference. */
const marksOf = ({ 'x-pii': pii, 'x-secret': secret }: Node): Node => ({ 'x-pii': pii, 'x-secret': secret })

const escapeKey = (key: string | number) => String(key).replaceAll('~', '~0').replaceAll('/', '~1')
