/** Examples are what people copy: there is one, and it is right. */
import type { Keys, Node } from '../../generate/rule.ts'
import { at, type JsonSchema, step } from '../../runtime/document.ts'
import { type Direction, schemasOf } from '../../runtime/schema.ts'
import { type Flow, isNode, type LintContract, type LintRule } from './rule.ts'

export const exampleRules: readonly LintRule[] = [
  {
    id: 'examples-present',
    purpose: 'Docs, mocks and load tests are made of examples.',
    check({ bodies, document, operations, bundle }, report) {
      for (const { keys, media, flow, operation, status } of bodies)
        if (flow !== 'problem' && !hasExample(media))
          report(
            keys,
            `${operation.operation.operationId} shows no ${status ?? 'request'}: add an example of the body`,
          )
      const { schemas = {} } = (document.components ?? {}) as { schemas?: Record<string, Node> }
      for (const [name, schema] of Object.entries(schemas))
        if (!hasExample(schema))
          report(['components', 'schemas', name], `the schema ${name} has no examples: add one`)
      for (const { parameters } of operations)
        for (const { keys, parameter } of parameters) {
          const { schema } = parameter as unknown as { schema?: { $ref?: string } }
          const named = schema?.$ref === undefined ? schema : at(bundle, schema.$ref)
          if (!hasExample(parameter as unknown as Node) && !(isNode(named) && hasExample(named)))
            report(keys, `the parameter ${parameter.name} has no example: add one`)
        }
    },
  },
  {
    id: 'examples-valid',
    purpose: 'An example that is refused teaches what does not work.',
    check(contract, report) {
      // The same example often stands in several places, by a YAML alias.
      const told = new Set<string>()
      for (const { keys, schema, direction, pointer } of exemplified(contract)) {
        for (const [place, value] of examplesOf(keys.node)) {
          const check = schemasOf(contract.bundle).of(schema, direction, pointer)
          if (check.matches(value)) continue
          const [first] = check.findings(value)
          const mistake = JSON.stringify([value, first?.detail])
          if (told.has(mistake)) continue
          told.add(mistake)
          report(
            [...keys.path, ...place],
            `the example breaks the contract (${[first?.pointer, first?.detail].filter(Boolean).join(' ')}): correct it`,
          )
        }
      }
    },
  },
]

const hasExample = (node: Node) => ['example', 'examples', 'const'].some((key) => key in node)

interface Exemplified {
  readonly keys: { readonly path: Keys; readonly node: Node }
  readonly schema: JsonSchema
  readonly direction: Direction
  /** Names the schema. */
  readonly pointer: string
}

/** Whatever has examples, with the schema they have to match. */
function* exemplified({ bodies, operations, schemas }: LintContract): Generator<Exemplified> {
  const entry = (path: Keys, node: Node, schema: unknown, flow: Flow): Exemplified => ({
    keys: { path, node },
    schema: schema as JsonSchema,
    direction: flow === 'request' ? 'request' : 'reply',
    pointer: pointerOf(schema) ?? step('#', ...path, 'schema'),
  })
  for (const { keys, media, flow } of bodies)
    if (media.schema !== undefined) yield entry(keys, media, media.schema, flow)
  for (const { keys, parameters, responses } of operations) {
    for (const { keys: place, parameter } of parameters)
      yield entry(place, parameter as unknown as Node, parameter.schema, 'request')
    for (const [status, { headers }] of Object.entries(responses))
      for (const [name, header] of Object.entries(isNode(headers) ? headers : {}))
        if (isNode(header) && header.schema !== undefined)
          yield entry([...keys, 'responses', status, 'headers', name], header, header.schema, 'reply')
  }
  for (const { keys, schema, flows } of schemas)
    for (const flow of flows) yield { ...entry(keys, schema, schema, flow), pointer: step('#', ...keys) }
}

/** What is only referred to is compiled once, however often that is. */
const pointerOf = (schema: unknown): string | undefined =>
  isNode(schema) && typeof schema.$ref === 'string' && Object.keys(schema).length === 1
    ? schema.$ref
    : undefined

/** @returns where each stands, and what it is */
function* examplesOf(node: Node): Generator<readonly [Keys, unknown]> {
  if ('example' in node) yield [['example'], node.example]
  if ('default' in node) yield [['default'], node.default]
  if (Array.isArray(node.examples))
    for (const [index, value] of node.examples.entries()) yield [['examples', index], value]
  else if (isNode(node.examples))
    for (const [name, example] of Object.entries(node.examples))
      if (isNode(example) && 'value' in example) yield [['examples', name, 'value'], example.value]
}
