/** Lays a contract open for the rules: its bodies, and every schema a value can meet, with the way the value goes. */
import type { Contract, Keys, Node } from '../../generate/rule.ts'
import { at, type OpenApiDocument, resolve, step } from '../../runtime/document.ts'
import { DATA } from '../../runtime/event.ts'
import { type Body, type Flow, isNode, type LintContract, type SchemaPlace } from './rule.ts'

export function toLintContract(contract: Contract, isOwn: (keys: Keys) => boolean): LintContract {
  const bundle = contract.document as unknown as OpenApiDocument
  const bodies = contract.operations.flatMap((operation): Body[] => {
    const request = followed(bundle, operation.operation.requestBody, [...operation.keys, 'requestBody'])
    return [
      ...mediaOf(request.node, request.keys).map((media) => ({
        ...media,
        flow: 'request' as const,
        operation,
      })),
      ...Object.entries(operation.responses).flatMap(([status, response]) =>
        mediaOf(response, [...operation.keys, 'responses', status]).map((media) => ({
          ...media,
          flow: flowOf(status),
          operation,
          status,
        })),
      ),
    ]
  })
  return { ...contract, bundle, bodies, schemas: schemasOf(contract, bundle, bodies), isOwn }
}

export const flowOf = (status: string): Flow => (/^[123]/.test(status) ? 'reply' : 'problem')

function followed(bundle: OpenApiDocument, node: unknown, keys: Keys): { node: Node; keys: Keys } {
  const { node: target } = resolve<Node>(bundle, { node, pointer: '' })
  return { node: target ?? {}, keys }
}

const mediaOf = ({ content }: Node, keys: Keys) =>
  Object.entries(isNode(content) ? content : {}).map(([mediaType, media]) => ({
    keys: [...keys, 'content', mediaType],
    mediaType,
    media: media as Node,
  }))

function schemasOf(
  { layer, operations }: Contract,
  bundle: OpenApiDocument,
  bodies: readonly Body[],
): readonly SchemaPlace[] {
  const places = new Map<string, { keys: Keys; schema: Node; flows: Set<Flow>; whole: boolean }>()

  const visit = (schema: unknown, keys: Keys, way: Flow, whole: boolean): void => {
    if (!isNode(schema)) return
    const flow = isProblem(schema) ? 'problem' : way
    if (typeof schema.$ref === 'string') {
      visit(at(bundle, schema.$ref), keysOf(schema.$ref), flow, whole)
      visitParts(schema, keys, flow)
      return
    }
    const pointer = step('#', ...keys)
    const place = places.get(pointer) ?? { keys, schema, flows: new Set<Flow>(), whole: false }
    const known = place.flows.has(flow) && (place.whole || !whole)
    places.set(pointer, place)
    place.flows.add(flow)
    place.whole ||= whole
    if (!known) visitParts(schema, keys, flow)
  }

  const visitParts = (schema: Node, keys: Keys, flow: Flow): void => {
    for (const [keyword, whole] of singles) visit(schema[keyword], [...keys, keyword], flow, whole)
    for (const [keyword, whole] of lists)
      for (const [index, part] of ((schema[keyword] ?? []) as unknown[]).entries())
        visit(part, [...keys, keyword, index], flow, whole)
    for (const [keyword, whole] of maps)
      for (const [name, part] of Object.entries((schema[keyword] ?? {}) as Node))
        visit(part, [...keys, keyword, name], flow, whole)
  }

  // An event is taken from who publishes it, and given to who subscribes to it.
  if (layer === 'events')
    for (const flow of ['request', 'reply'] as const) visit({ $ref: DATA }, [], flow, true)
  for (const { media, keys, flow } of bodies) visit(media.schema, [...keys, 'schema'], flow, true)
  for (const { keys, parameters, responses } of operations) {
    for (const place of parameters) visit(place.parameter.schema, [...place.keys, 'schema'], 'request', true)
    for (const [status, { headers }] of Object.entries(responses))
      for (const [name, header] of Object.entries((headers ?? {}) as Node)) {
        const place = [...keys, 'responses', status, 'headers', name]
        visit(followed(bundle, header, place).node.schema, [...place, 'schema'], flowOf(status), true)
      }
  }
  return [...places.values()]
}

/** Problems may have further members (RFC 9457, section 3.2), wherever they stand. */
const isProblem = ({ properties }: Node) =>
  isNode(properties) && ['type', 'title', 'status'].every((name) => name in properties)

/** Keywords that hold schemas, and whether these stand for a value by themselves. `not` and `if` only ask. */
const singles = [
  ['items', true],
  ['additionalProperties', true],
  ['unevaluatedProperties', true],
  ['unevaluatedItems', true],
  ['contains', false],
  ['then', false],
  ['else', false],
] as const
const lists = [
  ['prefixItems', true],
  ['anyOf', true],
  ['oneOf', true],
  ['allOf', false],
] as const
const maps = [
  ['properties', true],
  ['patternProperties', true],
  ['dependentSchemas', false],
] as const

/** The keys a pointer of the bundle consists of. */
export const keysOf = (pointer: string): Keys =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'))

/** A schema with what it refers to and what `allOf` adds to it: all of it holds for the same value. */
export function* conjuncts(bundle: OpenApiDocument, schema: unknown): Generator<Node> {
  if (!isNode(schema)) return
  yield schema
  if (typeof schema.$ref === 'string') yield* conjuncts(bundle, at(bundle, schema.$ref))
  for (const part of (schema.allOf ?? []) as unknown[]) yield* conjuncts(bundle, part)
}
