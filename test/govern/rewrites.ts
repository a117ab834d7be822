/** Ways to say the same in other words: none of them may be taken for a change. */
import { followed, isTree, type Spot, spotsOf, type Tree } from './places.ts'
import type { Random } from './random.ts'

/** `undefined` where it cannot be applied. */
type Rewrite = (spot: Spot, document: Tree, random: Random) => true | undefined

const bare = ({ schema }: Spot) => isTree(schema) && !('$ref' in schema)

/** Says it if the schema is of the kind the rewriting is for. */
const when =
  (
    applies: (schema: Tree) => boolean,
    make: (schema: Tree, random: Random, document: Tree) => unknown,
  ): Rewrite =>
  (spot, document, random) => {
    if (!applies(spot.schema)) return undefined
    spot.replace(make(structuredClone(spot.schema), random, document))
    return true
  }

const without = (schema: Tree, ...keywords: readonly string[]) =>
  Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword)))

const always = () => true
let count = 0

export const rewrites: Readonly<Record<string, Rewrite>> = {
  'wrap in allOf': when(always, (schema) => ({ allOf: [schema] })),
  'wrap in anyOf of one': when(always, (schema) => ({ anyOf: [schema] })),
  'wrap in oneOf of one': when(always, (schema) => ({ oneOf: [schema] })),
  'deny twice': when(always, (schema) => ({ not: { not: schema } })),
  'add what is always true': when(always, (schema) => ({
    ...schema,
    anyOf: schema.anyOf ?? [true, { type: 'null' }],
  })),
  'add an impossible alternative': when(always, (schema) => ({
    oneOf: [schema, { type: 'string', enum: [1] }, false],
  })),
  'describe it otherwise': when(always, (schema) => ({
    ...schema,
    title: 'Other',
    description: 'Other words.',
    examples: [],
  })),
  'move to a component': (spot, document) => {
    const name = `Moved${count++}`
    const components = document.components as Tree
    const moved = structuredClone(spot.schema)
    spot.replace({ $ref: `#/components/schemas/${name}` })
    components.schemas = { ...(components.schemas as Tree), [name]: moved }
    return true
  },
  'write out a reference': (spot, document) => {
    const { $ref } = spot.schema
    if (typeof $ref !== 'string' || Object.keys(spot.schema).length > 1) return undefined
    spot.replace(structuredClone(followed(document, $ref)))
    return true
  },
  'enum to oneOf of const': when(
    ({ enum: values }) => Array.isArray(values),
    (schema) => ({
      ...without(schema, 'enum', 'oneOf'),
      oneOf: (schema.enum as unknown[]).map((value) => ({ const: value })),
    }),
  ),
  'enum to anyOf of enums': when(
    ({ enum: values }) => Array.isArray(values) && values.length > 1,
    (schema, random) => {
      const [first, ...rest] = random.shuffled(schema.enum as unknown[])
      return { ...without(schema, 'enum', 'anyOf'), anyOf: [{ enum: [first] }, { enum: rest }] }
    },
  ),
  'const to enum': when(
    (schema) => 'const' in schema,
    (schema) => ({ ...without(schema, 'const'), enum: [schema.const] }),
  ),
  'type to list': when(
    ({ type }) => typeof type === 'string',
    (schema) => ({ ...schema, type: [schema.type] }),
  ),
  'type list to anyOf': when(
    (schema) => Array.isArray(schema.type) && !('anyOf' in schema),
    (schema) => ({ ...without(schema, 'type'), anyOf: (schema.type as string[]).map((type) => ({ type })) }),
  ),
  'integer to multiple of one': when(
    ({ type }) => type === 'integer',
    (schema) => ({ ...schema, type: 'number', allOf: [{ multipleOf: 1 }] }),
  ),
  'bounds of integers from the other side': when(
    ({ type, minimum }) => type === 'integer' && Number.isInteger(minimum),
    (schema) => ({ ...without(schema, 'minimum'), exclusiveMinimum: (schema.minimum as number) - 1 }),
  ),
  'split an object in two': when(
    (schema) => isTree(schema.properties) && !('allOf' in schema) && !('additionalProperties' in schema),
    (schema, random) => {
      const entries = random.shuffled(Object.entries(schema.properties as Tree))
      const middle = Math.floor(entries.length / 2)
      return {
        allOf: [
          { ...schema, properties: Object.fromEntries(entries.slice(0, middle)) },
          { properties: Object.fromEntries(entries.slice(middle)) },
        ],
      }
    },
  ),
  'required in a part of its own': when(
    (schema) => Array.isArray(schema.required) && !('allOf' in schema) && !hides(schema),
    (schema) => ({ ...without(schema, 'required'), allOf: [{ required: schema.required }] }),
  ),
  shuffle: when(
    (schema) => isTree(schema.properties),
    (schema, random) => ({
      ...Object.fromEntries(random.shuffled(Object.entries(schema))),
      properties: Object.fromEntries(random.shuffled(Object.entries(schema.properties as Tree))),
      ...(Array.isArray(schema.required) ? { required: random.shuffled(schema.required) } : {}),
    }),
  ),
  'closed in other words': when(
    (schema) => schema.additionalProperties === false && !('patternProperties' in schema),
    (schema, random) =>
      random.pick([
        { ...without(schema, 'additionalProperties'), unevaluatedProperties: false },
        { ...schema, additionalProperties: { not: {} } },
        {
          ...without(schema, 'additionalProperties'),
          propertyNames: { enum: Object.keys((schema.properties as Tree | undefined) ?? {}) },
        },
      ]),
  ),
  'digits in other words': when(
    ({ pattern }) => typeof pattern === 'string' && /\[0-9\]/.test(pattern),
    (schema) => ({ ...schema, pattern: (schema.pattern as string).replaceAll('[0-9]', '(?:\\d)') }),
  ),
  'pattern in a part of its own': when(
    (schema) => 'pattern' in schema && !('allOf' in schema),
    (schema) => ({ ...without(schema, 'pattern'), allOf: [{ pattern: schema.pattern }] }),
  ),
  'limits nobody reaches': when(
    ({ type }) => type === 'string' || type === 'array',
    (schema) =>
      schema.type === 'string' ? { minLength: 0, ...schema } : { minItems: 0, uniqueItems: false, ...schema },
  ),
  'a condition with one outcome': when(always, (schema) => ({
    if: { type: 'object' },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: schema,
    else: structuredClone(schema),
  })),
}

/** Whether a property binds only one direction: its name in `required` has to stay beside it. */
const hides = (schema: Tree) => /"(readOnly|writeOnly)"/.test(JSON.stringify(schema))

/** @returns the rewritten text and what was done */
export function rewritten(
  text: string,
  steps: number,
  random: Random,
): { readonly text: string; readonly done: readonly string[] } {
  const document = JSON.parse(text) as Tree
  const done: string[] = []
  for (let tries = 0; done.length < steps && tries < 200; tries++) {
    const spot = random.pick(spotsOf(document))
    const [name, rewrite] = random.pick(Object.entries(rewrites))
    if (!bare(spot) && name !== 'write out a reference' && !name.startsWith('wrap')) continue
    if (rewrite(spot, document, random)) done.push(`${name} at ${spot.pointer}`)
  }
  return { text: JSON.stringify(document), done }
}
