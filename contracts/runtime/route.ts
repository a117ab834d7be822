/**
 * The routes of a contract for @hono/zod-openapi. Each schema is a zod type that accepts what the contract's own
 * validator accepts, and says of itself what the contract says: the emitted document equals the contract.
 */
import { createRoute, z } from '@hono/zod-openapi'
import {
  at,
  type Method,
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
  type PathItem,
  type RequestBodyObject,
  type ResponseObject,
  resolve,
} from './document.ts'
import { keysOf } from './findings.ts'
import { type ContractData, type OperationData, parametersOf, partOf, schemaOfParameters } from './load.ts'
import { issueOf, partType } from './request-part.ts'
import { type Schema, schemasOf } from './schema.ts'

export type Route = ReturnType<typeof createRoute>

/** The route of one operation. Untyped on purpose: the types of an operation come from its `.types.ts`. */
export function route(contract: ContractData, operationId: string): Route {
  const { document } = contract
  const operation = contract.operations[operationId]
  if (!operation) throw new Error(`${contract.id} has no operation ${operationId}`)
  const method = operation.method.toLowerCase() as Lowercase<Method>
  const item = document.paths[operation.path] as PathItem
  const { parameters: _, requestBody, responses, ...rest } = item[method] as OperationObject
  return createRoute({
    ...rest,
    method,
    path: operation.path,
    request: {
      ...partsOf(document, operation, method),
      ...(requestBody ? { body: bodyOf(document, requestBody, operation) } : {}),
    },
    responses: responsesOf(document, responses, operation),
  } as Parameters<typeof createRoute>[0])
}

/** A zod type for a schema of the contract: ajv decides, zod reports. */
export function zodOf(schema: Schema | undefined, published: unknown): z.ZodType {
  const type = z.any().superRefine((value, context) => {
    for (const finding of schema?.findings(value) ?? []) context.addIssue(issueOf(finding, keysOf(finding)))
  })
  return type.openapi(published as object)
}

/** `params`, `query`, `headers` and `cookies`, where the operation has such parameters. */
function partsOf(document: OpenApiDocument, { path }: OperationData, method: string) {
  const all = parametersOf(document, path, method)
  const schemas = schemasOf(document)
  const parts = Object.entries(partOf).map(([place, part]) => {
    const parameters = all.filter((parameter) => parameter.in === place)
    if (!parameters.length) return []
    const declared = parameters.map(({ pointer }) => at(document, parentOf(pointer)) as ParameterObject)
    const schema = schemas.of(schemaOfParameters(parameters), 'request', `${method} ${path} ${part}`)
    return [[part, partType(part, declared, parameters, schema)] as const]
  })
  return Object.fromEntries(parts.flat())
}

const parentOf = (pointer: string) => pointer.slice(0, pointer.lastIndexOf('/'))

function bodyOf(document: OpenApiDocument, source: RequestBodyObject, operation: OperationData) {
  const { node } = resolve<RequestBodyObject>(document, { node: source, pointer: '' })
  const content = Object.entries(node.content).map(([type, media]) => [
    type,
    { ...media, schema: zodOf(operation.body?.media[type]?.schema, media.schema) },
  ])
  return { ...node, content: Object.fromEntries(content) }
}

function responsesOf(
  document: OpenApiDocument,
  responses: OperationObject['responses'],
  operation: OperationData,
) {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => {
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
