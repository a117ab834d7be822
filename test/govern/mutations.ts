/** Contracts with one constraint more, each refusing a message of which the contract itself says that it is fine. */
import { schemasOf } from '../../contracts/runtime/schema.ts'
import { contracts, followed, isTree, type Tree } from './places.ts'
import type { Random } from './random.ts'

export interface Mutation {
  readonly id: string
  /** What was done, and where. */
  readonly change: string
  readonly flow: 'request' | 'response'
  readonly text: string
  readonly narrowed: string
}

interface Message {
  readonly pointer: string
  readonly flow: 'request' | 'response'
  readonly example: unknown
}

/** A message and its schema, all over our contracts. */
function messagesOf(document: Tree): readonly Message[] {
  const messages: Message[] = []
  const visit = (node: unknown, pointer: string, flow: Message['flow'] | undefined): void => {
    if (Array.isArray(node))
      for (const [index, item] of node.entries()) visit(item, `${pointer}/${index}`, flow)
    if (!isTree(node)) return
    if (isTree(node.schema) && 'example' in node && flow)
      messages.push({ pointer: `${pointer}/schema`, flow, example: node.example })
    for (const [key, child] of Object.entries(node)) {
      const next =
        flow ??
        (key === 'requestBody' || key === 'parameters'
          ? 'request'
          : key === 'responses'
            ? 'response'
            : undefined)
      const step = `${pointer}/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`
      if (key !== 'example' && key !== 'schema') visit(child, step, next)
    }
  }
  for (const part of ['paths', 'components']) visit(document[part], `#/${part}`, undefined)
  return messages.filter(({ pointer }) => isUsed(document, pointer))
}

/** Shared parts of a contract that no operation refers to change nothing. */
function isUsed(document: Tree, pointer: string): boolean {
  const [, section, kind, name] = pointer.split('/')
  return section === 'paths' || JSON.stringify(document.paths).includes(`"#/components/${kind}/${name}"`)
}

type Narrow = (value: never, random: Random) => Tree

const strings: readonly Narrow[] = [
  (value: string) => ({ maxLength: [...value].length - 1 }),
  (value: string) => ({ minLength: [...value].length + 1 }),
  (value: string) => ({ not: { const: value } }),
  (value: string) => ({ pattern: value.startsWith('~') ? '^[^~]' : '^(~|$)' }),
  () => ({ enum: ['neither', 'nor'] }),
  () => ({ type: 'null' }),
  () => ({ format: 'ipv4' }),
]
const numbers: readonly Narrow[] = [
  (value: number) => ({ maximum: value - 1 }),
  (value: number) => ({ minimum: value + 1 }),
  (value: number) => ({ exclusiveMaximum: value }),
  (value: number) => ({ multipleOf: Math.abs(value) * 2 + 3 }),
  (value: number) => ({ not: { enum: [value] } }),
  () => ({ type: 'string' }),
]
const arrays: readonly Narrow[] = [
  (value: unknown[]) => ({ maxItems: value.length - 1 }),
  (value: unknown[]) => ({ minItems: value.length + 1 }),
  () => ({ contains: { const: 'missing' } }),
  () => ({ items: false }),
  () => ({ type: 'object' }),
]
const objects: readonly Narrow[] = [
  () => ({ required: ['missing'] }),
  (value: Tree, random) => ({ not: { required: [random.pick(Object.keys(value))] } }),
  (value: Tree) => ({ maxProperties: Object.keys(value).length - 1 }),
  (value: Tree) => ({ minProperties: Object.keys(value).length + 1 }),
  (value: Tree, random) => ({ properties: { [random.pick(Object.keys(value))]: false } }),
  (value: Tree) => ({ propertyNames: { enum: ['', ...Object.keys(value).slice(1)] } }),
  (value: Tree) => ({ dependentRequired: { [Object.keys(value)[0] ?? '']: ['missing'] } }),
  () => ({ type: 'array' }),
]
const others: readonly Narrow[] = [(value: unknown) => ({ not: { const: value } }), () => ({ type: 'array' })]

const narrowsOf = (value: unknown): readonly Narrow[] =>
  typeof value === 'string'
    ? strings
    : typeof value === 'number'
      ? numbers
      : Array.isArray(value)
        ? arrays
        : isTree(value)
          ? objects
          : others

/** Goes down into the example and its schema at once, and stops somewhere. */
function somewhere(
  document: Tree,
  schema: Tree,
  value: unknown,
  random: Random,
): { schema: Tree; value: unknown } {
  const here = { schema, value }
  if (typeof schema.$ref === 'string')
    return somewhere(document, followed(document, schema.$ref), value, random)
  if (random() < 0.15) return here
  if (Array.isArray(value) && value.length && isTree(schema.items))
    return somewhere(document, schema.items, random.pick(value), random)
  if (isTree(value) && isTree(schema.properties)) {
    const names = Object.keys(value).filter((name) => isTree((schema.properties as Tree)[name]))
    if (names.length === 0) return here
    const name = random.pick(names)
    return somewhere(document, (schema.properties as Tree)[name] as Tree, value[name], random)
  }
  if (Array.isArray(schema.allOf)) {
    const parts = schema.allOf.filter((part) => isTree(part))
    if (parts.length) return somewhere(document, random.pick(parts) as Tree, value, random)
  }
  return here
}

/** One more constraint at a schema, beside what it says already. */
function add(schema: Tree, constraint: Tree): void {
  const [keyword] = Object.keys(constraint)
  if (keyword !== undefined && !(keyword in schema)) Object.assign(schema, constraint)
  else schema.allOf = [...((schema.allOf as unknown[] | undefined) ?? []), constraint]
}

/** @returns `undefined` when the message is still allowed, or never was */
export function mutation(index: number, random: Random): Mutation | undefined {
  const { id, text } = contracts[index % contracts.length] as (typeof contracts)[number]
  const document = JSON.parse(text) as Tree
  const { pointer, flow, example } = random.pick(messagesOf(document))
  const { schema, value } = somewhere(document, followed(document, pointer), example, random)
  const constraint = random.pick(narrowsOf(value))(value as never, random)
  if ((isTree(value) && Object.keys(value).length === 0) || JSON.stringify(constraint).includes('":-1'))
    return undefined
  add(schema, constraint)
  const allows = (tree: unknown) =>
    schemasOf(tree as never)
      .at(pointer, flow === 'request' ? 'request' : 'reply')
      .matches(example)
  if (!allows(JSON.parse(text)) || allows(document)) return undefined
  const change = `${JSON.stringify(constraint)} for ${JSON.stringify(value)} in ${pointer}`
  return { id, change, flow, text, narrowed: JSON.stringify(document) }
}
