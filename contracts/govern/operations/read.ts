/** Reads the operations of a document; what is malformed counts as absent, because real documents are full of it. */
import { type Json, step } from '../../runtime/document.ts'
import type { Loaded } from '../load.ts'
import { isNode } from '../proof/project.ts'
import type { Body, Media, Operation, Parameter, Response } from './operation.ts'
import { type Node, type Place, Reader } from './reader.ts'
import { securityOf } from './security.ts'
import { addressesOf } from './servers.ts'

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

export function operationsOf(document: Loaded): readonly Operation[] {
  const reader = new Reader(document.root)
  return [
    ...itemsOf(reader, '#/paths', 'operation'),
    ...itemsOf(reader, '#/webhooks', 'webhook'),
    ...itemsOf(reader, '#/x-webhooks', 'webhook'),
  ]
}

function itemsOf(reader: Reader, pointer: string, kind: Operation['kind']): Operation[] {
  return reader
    .entries({ node: reader.at(pointer), pointer })
    .flatMap(([path, place]) =>
      path.startsWith('x-')
        ? []
        : methods.flatMap((method) => operation(reader, place, path, method, kind) ?? []),
    )
}

function operation(
  reader: Reader,
  item: Place,
  path: string,
  method: string,
  kind: Operation['kind'],
): Operation | undefined {
  const own = reader.child(item, method)
  if (!own) return undefined
  const { node, pointer } = own
  const parameters = parametersOf(reader, item, own)
  const template = path.split('#')[0] ?? path
  return {
    kind,
    name: `${kind === 'operation' ? '' : `${kind} `}${method.toUpperCase()} ${path}`,
    method,
    template,
    addresses: addressesOf([node.servers, item.node.servers, (reader.root as Node).servers]),
    pointer,
    parameters,
    body: bodyOf(reader, reader.child(own, 'requestBody')),
    responses: reader
      .entries(reader.child(own, 'responses'))
      .flatMap(([status, place]) => (status.startsWith('x-') ? [] : [responseOf(reader, status, place)])),
    security: securityOf(reader, node.security ?? (reader.root as Node).security),
    callbacks: reader
      .entries(reader.child(own, 'callbacks'))
      .flatMap(([name, callback]) =>
        reader
          .entries(callback)
          .flatMap(([expression, place]) =>
            methods.flatMap(
              (verb) => operation(reader, place, `${name} ${expression}`, verb, 'callback') ?? [],
            ),
          ),
      ),
    operationId: typeof node.operationId === 'string' ? node.operationId : undefined,
    tags: Array.isArray(node.tags) ? node.tags.map(String) : [],
    deprecated: node.deprecated === true,
    sunset: sunsetOf(node) ?? sunsetOf(reader.root as Node),
  }
}

function sunsetOf(node: Node): string | undefined {
  const lifecycle = node['x-lifecycle'] ?? (isNode(node.info) ? node.info['x-lifecycle'] : undefined)
  const sunset = node['x-sunset'] ?? (isNode(lifecycle) ? lifecycle.sunset : undefined)
  return sunset === undefined ? undefined : String(sunset)
}

/** Of two with one name and place the operation's own wins. */
function parametersOf(reader: Reader, item: Place, own: Place): readonly Parameter[] {
  const found = new Map<string, Parameter>()
  for (const owner of [item, own])
    for (const place of reader.items(reader.child(owner, 'parameters'))) {
      const { name, in: where } = place.node
      if (typeof name !== 'string' || !isPlaceName(where)) continue
      if (where === 'header' && ignoredHeaders.has(name.toLowerCase())) continue
      found.set(
        `${where} ${where === 'header' ? name.toLowerCase() : name}`,
        parameterOf(reader, name, where, place),
      )
    }
  return [...found.values()]
}

/** OpenAPI describes these elsewhere. */
const ignoredHeaders = new Set(['accept', 'content-type', 'authorization'])

const isPlaceName = (value: unknown): value is Parameter['in'] =>
  value === 'path' || value === 'query' || value === 'header' || value === 'cookie'

const usualStyle = { path: 'simple', query: 'form', header: 'simple', cookie: 'form' } as const

function parameterOf(
  reader: Reader,
  name: string,
  where: Parameter['in'],
  { node, pointer }: Place,
): Parameter {
  const style = typeof node.style === 'string' ? node.style : usualStyle[where]
  const [content] = mediaOf(reader, { node, pointer })
  return {
    name,
    in: where,
    required: where === 'path' || node.required === true,
    style,
    explode: typeof node.explode === 'boolean' ? node.explode : style === 'form',
    allowReserved: node.allowReserved === true,
    schema: content ? content.schema : node.schema === undefined ? undefined : step(pointer, 'schema'),
    media: content?.type,
    pointer,
    example: node.example as Json | undefined,
  }
}

function bodyOf(reader: Reader, place: Place | undefined): Body | undefined {
  if (!place) return undefined
  return { required: place.node.required === true, media: mediaOf(reader, place), pointer: place.pointer }
}

function responseOf(reader: Reader, status: string, place: Place): Response {
  const headers = reader
    .entries(reader.child(place, 'headers'))
    .filter(([name]) => name.toLowerCase() !== 'content-type')
    .map(([name, header]) => parameterOf(reader, name, 'header', header))
  return {
    status: /^\dxx$/i.test(status) ? status.toUpperCase() : status,
    media: mediaOf(reader, place),
    headers,
    pointer: place.pointer,
  }
}

function mediaOf(reader: Reader, place: Place): readonly Media[] {
  return reader.entries(reader.child(place, 'content')).map(([type, { node, pointer }]) => ({
    type: (type.split(';')[0] ?? type).trim().toLowerCase(),
    schema: node.schema === undefined ? undefined : step(pointer, 'schema'),
    encoding: (node.encoding ?? null) as Json,
    pointer,
  }))
}
