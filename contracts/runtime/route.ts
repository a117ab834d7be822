/**
 * The routes of a contract for @hono/zod-openapi. Each schema is a zod type that accepts what the contract's own
 * validator accepts, and says of itself what the contract says: the emitted document equals the contract.
 */
import { createRoute, z } from '@hono/zod-openapi'
import {
  type Method,
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
  type PathItem,
  type RequestBodyObject,
  type ResponseObject,
  resolve,
} from './document.ts'
import type { ContractData, OperationData } from './load.ts'
import type { Schema } from './schema.ts'

export type Route = ReturnType<typeof createRoute>

/** The route of one operation. Untyped on purpose: the types of an operation come from its `.types.ts`. */
export function route(contract: ContractData, operationId: string): Route {
  const { document } = contract
  const operation = contract.operations[operationId]
  if (!operation) throw new Error(`${contract.id} has no operation ${operationId}`)
  const item = document.paths[operation.path] as PathItem
  const source = item[operation.method.toLowerCase()] as OperationObject
  const { parameters: _, requestBody: __, responses: ___, ...rest } = source
  return createRoute({
    ...rest,
    method: operation.method.toLowerCase() as Lowercase<Method>,
    path: operation.path,
    request: requestOf(document, item, source, operation),
    responses: responsesOf(document, source, operation),
  } as Parameters<typeof createRoute>[0])
}

/** A zod type for a schema of the contract: ajv decides, zod reports. */
export function zodOf(schema: Schema | undefined, published: unknown): z.ZodType {
  const type = z.any().superRefine((value, context) => {
    for (const { pointer, detail, keyword } of schema?.findings(value) ?? [])
      context.addIssue({
        code: 'custom',
        path: pointer.split('/').slice(1),
        message: detail,
        params: { keyword },
      })
  })
  return type.openapi(published as object)
}

function requestOf(
  document: OpenApiDocument,
  item: PathItem,
  source: OperationObject,
  operation: OperationData,
) {
  const declared = new Map<string, ParameterObject>()
  for (const parameter of [...(item.parameters ?? []), ...(source.parameters ?? [])]) {
    const { node } = resolve<ParameterObject>(document, { node: parameter, pointer: '' })
    declared.set(`${node.in} ${node.name}`, node)
  }
  const request: Record<string, unknown> = {}
  for (const [place, part] of Object.entries({
    path: 'params',
    query: 'query',
    header: 'headers',
    cookie: 'cookies',
  })) {
    const own = [...declared.values()].filter((parameter) => parameter.in === place)
    if (own.length)
      request[part] = z.object(
        Object.fromEntries(own.map((parameter) => [parameter.name, parameterType(parameter)])),
      )
  }
  if (source.requestBody) {
    const { node } = resolve<RequestBodyObject>(document, { node: source.requestBody, pointer: '' })
    const content = Object.entries(node.content).map(([type, media]) => [
      type,
      { ...media, schema: zodOf(operation.body?.media[type]?.schema, media.schema) },
    ])
    request.body = { ...node, content: Object.fromEntries(content) }
  }
  return request
}

function parameterType(parameter: ParameterObject): z.ZodType {
  const type = parameter.required ? z.any() : z.any().optional()
  return type.openapi({ type: 'string', param: parameter } as object)
}

function responsesOf(document: OpenApiDocument, source: OperationObject, operation: OperationData) {
  return Object.fromEntries(
    Object.entries(source.responses).map(([status, response]) => {
      const { node } = resolve<ResponseObject>(document, { node: response, pointer: '' })
      if (!node.content) return [status, node]
      const content = Object.entries(node.content).map(([type, media]) => [
        type,
        { ...media, schema: zodOf(operation.responses[status]?.schema, media.schema) },
      ])
      return [status, { ...node, content: Object.fromEntries(content) }]
    }),
  )
}
