/** Two OpenAPI documents compared by what they mean: only spellings that OpenAPI calls equivalent are made one. */
import {
  at,
  methods,
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
  type PathItem,
  resolve,
} from '../../contracts/runtime/document.ts'

export interface Difference {
  readonly pointer: string
  readonly left: unknown
  readonly right: unknown
}

/** Every place where two documents say something else; empty when they promise the same. */
export const differences = (left: OpenApiDocument, right: OpenApiDocument): readonly Difference[] => [
  ...compare(normalised(left), normalised(right), ''),
]

/** Operations with their parameters, body and responses in place; everything else word for word. */
function normalised(document: OpenApiDocument): unknown {
  const { paths, components, webhooks, ...rest } = document
  const items = Object.entries(paths).map(([path, item]) => [path, normalisedItem(document, item)])
  return {
    ...rest,
    webhooks: webhooks ?? {},
    components: { schemas: {}, parameters: {}, ...components },
    paths: Object.fromEntries(items),
  }
}

function normalisedItem(document: OpenApiDocument, item: PathItem): Record<string, unknown> {
  const { parameters = [], ...rest } = item
  const operations = methods
    .filter((method) => item[method])
    .map((method) => {
      const operation = item[method] as OperationObject
      const all = [...parameters, ...(operation.parameters ?? [])].map((parameter) =>
        inlined<ParameterObject>(document, parameter),
      )
      const normal = {
        ...operation,
        parameters: Object.fromEntries(
          all.map(({ required, ...own }) => [`${own.in} ${own.name}`, required ? { required, ...own } : own]),
        ),
        requestBody: inlined(document, operation.requestBody),
        responses: Object.fromEntries(
          Object.entries(operation.responses).map(([status, response]) => [
            status,
            inlined(document, response),
          ]),
        ),
      }
      return [method, normal]
    })
  return { ...rest, ...Object.fromEntries(operations) }
}

const inlined = <Node>(document: OpenApiDocument, node: unknown): Node =>
  resolve<Node>(document, { node, pointer: '' }).node

function* compare(left: unknown, right: unknown, pointer: string): Generator<Difference> {
  if (!isContainer(left) || !isContainer(right) || Array.isArray(left) !== Array.isArray(right)) {
    if (!Object.is(left, right)) yield { pointer, left, right }
    return
  }
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)]))
    yield* compare(left[key], right[key], `${pointer}/${key}`)
}

const isContainer = (node: unknown): node is Record<string, unknown> =>
  typeof node === 'object' && node !== null

/** The document with one node changed, to show that a comparison would notice. */
export function changed(document: OpenApiDocument, pointer: string, value: unknown): OpenApiDocument {
  const copy = structuredClone(document)
  const cut = pointer.lastIndexOf('/')
  const parent = at(copy, pointer.slice(0, cut)) as Record<string, unknown>
  parent[pointer.slice(cut + 1)] = value
  return copy
}
