/** A bundled contract as the gateway works with it: read once at start-up, compiled on demand, never changed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ContractId, Layer, Owner } from '../contract.ts'
import type { EventId } from '../event.ts'
import { type Lifecycle, lifecycleOf } from '../lifecycle.ts'
import type { PolicySettings } from '../policies.ts'
import type { Subscribes } from '../subscription.ts'
import {
  type JsonSchema,
  type Method,
  methods,
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
  type PathItem,
  type RequestBodyObject,
  type ResponseObject,
  resolve,
  step,
} from './document.ts'
import { type Parameter, type Shape, shapeOf, toParameter } from './parameters.ts'
import { type Schema, schemasOf } from './schema.ts'

export interface ContractData {
  readonly id: ContractId
  readonly layer: Layer
  readonly title: string
  readonly version: string
  readonly owner: Owner
  readonly lifecycle: Lifecycle
  /** The APIs its handlers may call, by the name they know them under. */
  readonly uses: Readonly<Record<string, ContractId>>
  /** How a backend is spoken to. */
  readonly transport: Transport
  /** Where a backend is better protected with other settings than the gateway's own. */
  readonly policies: PolicySettings
  /** Which events become which of its requests. */
  readonly subscribes: readonly Subscribes[]
  /** Records two systems must both know, by name. */
  readonly reconciles: Readonly<Record<string, ReconciliationData>>
  readonly operations: Readonly<Record<string, OperationData>>
  readonly document: OpenApiDocument
}

export interface ReconciliationData {
  /** A list in pages: a call such as `crm.listAccounts`, and the member of its items that names a record. */
  readonly each: {
    readonly call: string
    readonly query?: Readonly<Record<string, unknown>>
    readonly key: string
  }
  /** The call that finds a record, or answers 404. */
  readonly has: { readonly call: string; readonly parameter: string }
  readonly everyHours?: number
}

export type Transport = 'http-json' | 'salesforce' | 'tryton'

export interface OperationData {
  readonly id: string
  readonly method: Method
  /** Template such as `/orders/{orderId}`. */
  readonly path: string
  readonly summary: string
  /** Without the idempotency key: it belongs to the gateway, see `idempotency`. */
  readonly parameters: readonly Parameter[]
  /** Checks `{params, query, headers, cookies}` as a whole. */
  readonly parametersSchema: Schema
  readonly body: BodyData | undefined
  readonly responses: Readonly<Record<string, ResponseData>>
  readonly deadlineMs: number
  /** What is shed first when there is more to do than can be done. */
  readonly priority: Priority
  /** Names of security schemes of which one must be met; empty means open to all. */
  readonly security: readonly string[]
  readonly idempotency: 'required' | 'optional' | 'none'
  /** What a second attempt would do, for operations of backends. */
  readonly effect: 'read' | 'keyed' | 'lookup' | 'opaque'
  /** How long its answer is given again to who repeats the request with its key, in seconds. */
  readonly retentionSeconds: number
  /** Several steps in several systems that are all taken, or taken back. */
  readonly saga: SagaData | undefined
  /** How long its replies may be given again; `undefined`: not at all. */
  readonly cache: CacheData | undefined
  /** What its answer may lack, by the system it comes from, with the calls it comes by, such as `crm.getAccount`. */
  readonly optional: Readonly<Record<string, readonly string[]>> | undefined
  /** The events it tells when it succeeds. */
  readonly publishes: readonly EventId[]
  /** What callers are promised. */
  readonly slo: SloData | undefined
}

export interface SloData {
  /** Requests a second. */
  readonly rate: number
  readonly p95Ms: number
  /** Share of requests that do not fail, as 0.999. */
  readonly availability: number
}

export type Priority = 'critical' | 'normal' | 'background'

export interface SagaData {
  /** In the order they are taken. */
  readonly steps: readonly string[]
  /** Seconds after which it is taken back. */
  readonly completeWithin: number
}

export interface CacheData {
  readonly maxAgeSeconds: number
  /** Beyond that, while a system below fails. */
  readonly staleIfErrorSeconds: number
  /** The request headers a reply depends on, in lower case; `undefined`: all that are declared. */
  readonly vary: readonly string[] | undefined
}

export interface BodyData {
  readonly required: boolean
  readonly media: Readonly<Record<string, MediaData>>
}

export interface MediaData {
  readonly schema: Schema
  readonly shape: Shape
}

export interface ResponseData {
  readonly description: string
  /** Media type of the body; `undefined` when the reply has none. */
  readonly mediaType: string | undefined
  readonly schema: Schema | undefined
}

const DEADLINE_MS = 10_000
const DAY_SECONDS = 86_400
/** Over a weekend: what went wrong on Friday is repeated on Monday. */
const RETENTION_SECONDS = 3 * DAY_SECONDS

/**
 * Loads the bundle that `npm run generate` wrote beside a generated module.
 * @param directory folder of the generated module
 */
export function loadContract(id: ContractId, directory: string): ContractData {
  const file = join(directory, `${id.slice(id.lastIndexOf('/') + 1)}.json`)
  return toContract(id, JSON.parse(readFileSync(file, 'utf8')))
}

export function toContract(id: ContractId, document: OpenApiDocument): ContractData {
  const { info } = document
  return {
    id,
    layer: layerOf(id),
    title: info.title,
    version: info.version,
    owner: info['x-owner'] as unknown as Owner,
    lifecycle: lifecycleOf(info['x-lifecycle']),
    uses: (info['x-uses'] ?? {}) as Record<string, ContractId>,
    transport: (info['x-transport'] ?? 'http-json') as Transport,
    policies: (info['x-policies'] ?? {}) as PolicySettings,
    subscribes: (info['x-subscribes'] ?? []) as unknown as readonly Subscribes[],
    reconciles: (info['x-reconciles'] ?? {}) as unknown as ContractData['reconciles'],
    operations: operationsOf(document),
    document,
  }
}

/** What comes with the gateway has no folder. */
export const layerOf = (id: string): Layer =>
  id.includes('/') ? (id.slice(0, id.indexOf('/')) as Layer) : 'admin'

function operationsOf(document: OpenApiDocument): Record<string, OperationData> {
  const schemas = schemasOf(document)
  const operations: Record<string, OperationData> = {}
  for (const [path, item] of Object.entries(document.paths))
    for (const method of methods) {
      const source = item[method] as OperationObject | undefined
      if (!source) continue
      const pointer = step('#', 'paths', path, method)
      const parameters = parametersOf(document, path, method).filter(
        ({ name }) => name.toLowerCase() !== 'idempotency-key',
      )
      operations[source.operationId] = {
        id: source.operationId,
        method: method.toUpperCase() as Method,
        path,
        summary: source.summary ?? source.operationId,
        parameters,
        get parametersSchema() {
          return schemas.of(schemaOfParameters(parameters), 'request', `${pointer}/parameters`)
        },
        body: bodyOf(document, source, pointer, schemas.at),
        responses: responsesOf(document, source, pointer, schemas.at),
        priority: (source['x-priority'] ?? 'normal') as Priority,
        deadlineMs: Number(source['x-deadline-ms'] ?? DEADLINE_MS),
        security: (source.security ?? document.security ?? []).flatMap((names) => Object.keys(names)),
        idempotency: (source['x-idempotency'] ?? idempotencyOf[method]) as OperationData['idempotency'],
        effect: (source['x-effect'] ?? (method === 'get' ? 'read' : 'opaque')) as OperationData['effect'],
        retentionSeconds: Number(source['x-idempotency-retention'] ?? RETENTION_SECONDS),
        saga: sagaOf(source),
        cache: cacheOf(source),
        optional: source['x-optional'] as OperationData['optional'],
        publishes: (source['x-publishes'] ?? []) as OperationData['publishes'],
        slo: source['x-slo'] as OperationData['slo'],
      }
    }
  return operations
}

function sagaOf({ 'x-saga': declared }: OperationObject): SagaData | undefined {
  if (declared === undefined) return undefined
  return { completeWithin: DAY_SECONDS, ...(declared as Pick<SagaData, 'steps'>) }
}

function cacheOf({ 'x-cache': declared }: OperationObject): CacheData | undefined {
  if (declared === undefined) return undefined
  const { maxAge = 0, staleIfError = 0, vary } = declared as DeclaredCache
  return {
    maxAgeSeconds: maxAge,
    staleIfErrorSeconds: staleIfError,
    vary: vary?.map((name) => name.toLowerCase()),
  }
}

interface DeclaredCache {
  readonly maxAge?: number
  readonly staleIfError?: number
  readonly vary?: readonly string[]
}

const idempotencyOf = {
  get: 'none',
  post: 'required',
  patch: 'required',
  put: 'optional',
  delete: 'optional',
} as const

/** Path-level and operation-level parameters; of two with one name and place the operation's wins. */
export function parametersOf(document: OpenApiDocument, path: string, method: string): readonly Parameter[] {
  const item = document.paths[path] as PathItem
  const found = new Map<string, Parameter>()
  const collect = (list: readonly ParameterObject[] | undefined, pointer: string) =>
    list?.forEach((parameter, index) => {
      const place = resolve<ParameterObject>(document, { node: parameter, pointer: step(pointer, index) })
      found.set(
        `${place.node.in} ${place.node.name}`,
        toParameter(document, place.node, step(place.pointer, 'schema')),
      )
    })
  collect(item.parameters, step('#', 'paths', path, 'parameters'))
  collect((item[method] as OperationObject).parameters, step('#', 'paths', path, method, 'parameters'))
  return [...found.values()]
}

/** Parts of a request by the place of their parameters. */
export const partOf = { path: 'params', query: 'query', header: 'headers', cookie: 'cookies' } as const

/** The schema of `{params, query, headers, cookies}`. */
export function schemaOfParameters(parameters: readonly Parameter[]): JsonSchema {
  const parts = Object.entries(partOf).map(([place, part]) => {
    const own = parameters.filter((parameter) => parameter.in === place)
    const schema = {
      type: 'object',
      properties: Object.fromEntries(own.map(({ name, pointer }) => [name, { $ref: pointer }])),
      required: own.filter(({ required }) => required).map(({ name }) => name),
      additionalProperties: place !== 'query',
    }
    return [part, schema] as const
  })
  const required = parts.filter(([, schema]) => schema.required.length).map(([part]) => part)
  return { type: 'object', properties: Object.fromEntries(parts), required }
}

type At = (pointer: string, direction: 'request' | 'reply') => Schema

function bodyOf(
  document: OpenApiDocument,
  operation: OperationObject,
  pointer: string,
  at: At,
): BodyData | undefined {
  if (!operation.requestBody) return undefined
  const { node, pointer: found } = resolve<RequestBodyObject>(document, {
    node: operation.requestBody,
    pointer: step(pointer, 'requestBody'),
  })
  const media = Object.entries(node.content).map(([type, { schema }]) => [
    type,
    {
      get schema() {
        return at(step(found, 'content', type, 'schema'), 'request')
      },
      shape: shapeOf(document, schema),
    },
  ])
  return { required: node.required === true, media: Object.fromEntries(media) }
}

function responsesOf(document: OpenApiDocument, operation: OperationObject, pointer: string, at: At) {
  const responses: Record<string, ResponseData> = {}
  for (const [status, response] of Object.entries(operation.responses)) {
    const { node, pointer: found } = resolve<ResponseObject>(document, {
      node: response,
      pointer: step(pointer, 'responses', status),
    })
    const [mediaType] = Object.keys(node.content ?? {})
    responses[status] = {
      description: node.description,
      mediaType,
      get schema() {
        return mediaType && node.content?.[mediaType]?.schema !== undefined
          ? at(
              resolve(document, {
                node: node.content[mediaType].schema,
                pointer: step(found, 'content', mediaType, 'schema'),
              }).pointer,
              'reply',
            )
          : undefined
      },
    }
  }
  return responses
}
