/**
 * `unevaluatedProperties` and `unevaluatedItems`: which parts of a value the keywords beside them have looked at
 * depends on the value. Each way the value can take is one alternative.
 */
import type { Formula, Known } from './formula.ts'
import { isNode } from './project.ts'
import type { Schema, Translator } from './translate.ts'

interface Way {
  /** Holds for the values that go this way. */
  readonly when: Formula
  readonly known: Known
  /** How many items from the start were looked at. */
  readonly items: number
}

const WAYS_MAX = 64

/** `undefined` when there are too many ways, or one of them cannot be followed. */
export function unevaluated(
  to: Translator,
  schema: Schema,
  keyword: 'unevaluatedProperties' | 'unevaluatedItems',
): Formula | undefined {
  const { [keyword]: rest, ...beside } = schema
  if (rest === true) return to.formulas.always
  const ways = waysOf(to, beside, keyword === 'unevaluatedItems', 0)
  if (!ways) return undefined
  const of = to.read(rest)
  return to.formulas.any(
    ways.map(({ when, known, items }) =>
      to.formulas.all([
        when,
        keyword === 'unevaluatedProperties'
          ? to.formulas.about({ kind: 'others', known, schema: of })
          : items === Infinity
            ? to.formulas.always
            : to.formulas.about({ kind: 'rest', from: items, schema: of }),
      ]),
    ),
  )
}

function waysOf(
  to: Translator,
  schema: unknown,
  forItems: boolean,
  depth: number,
): readonly Way[] | undefined {
  const { formulas } = to
  if (!isNode(schema)) return [way(formulas.always)]
  if (depth > 8 || (forItems && 'contains' in schema)) return undefined
  let ways: readonly Way[] | undefined = [lookedAtBy(to, schema)]
  const join = (others: readonly Way[] | undefined) => {
    ways =
      ways && others && ways.length * others.length <= WAYS_MAX
        ? ways.flatMap((a) => others.map(both(a)))
        : undefined
  }
  const inside = (part: unknown) => waysOf(to, part, forItems, depth + 1)
  const both =
    (a: Way) =>
    (b: Way): Way => ({
      when: formulas.all([a.when, b.when]),
      known: {
        names: new Set([...a.known.names, ...b.known.names]),
        patterns: [...a.known.patterns, ...b.known.patterns],
      },
      items: Math.max(a.items, b.items),
    })
  /** The part applies and was followed, or it does not apply. */
  const maybe = (part: unknown, applies: Formula): readonly Way[] | undefined => {
    const followed = inside(part)
    return (
      followed && [
        ...followed.map((one) => ({ ...one, when: formulas.all([one.when, applies]) })),
        way(formulas.not(applies)),
      ]
    )
  }
  if (typeof schema.$ref === 'string') join(inside(to.at(schema.$ref)))
  if (Array.isArray(schema.allOf)) for (const part of schema.allOf) join(inside(part))
  for (const list of [schema.anyOf, schema.oneOf])
    if (Array.isArray(list)) for (const part of list) join(maybe(part, to.read(part)))
  if (isNode(schema.dependentSchemas))
    for (const [name, part] of Object.entries(schema.dependentSchemas))
      join(maybe(part, formulas.about({ kind: 'required', name })))
  if ('if' in schema) {
    const condition = to.read(schema.if)
    const yes = maybe({ allOf: [schema.if, schema.then ?? true] }, condition)
    const no = inside(schema.else ?? true)
    const others = yes &&
      no && [
        ...yes.slice(0, -1),
        ...no.map((one) => ({ ...one, when: formulas.all([one.when, formulas.not(condition)]) })),
      ]
    join(others)
  }
  return ways
}

/** What the keywords of the schema itself look at, whatever the value. */
function lookedAtBy({ formulas }: Translator, schema: Schema): Way {
  const { properties, patternProperties, prefixItems } = schema
  const everyName = 'additionalProperties' in schema || 'unevaluatedProperties' in schema
  const everyItem = 'items' in schema || 'unevaluatedItems' in schema
  return {
    when: formulas.always,
    known: {
      names: new Set(isNode(properties) ? Object.keys(properties) : []),
      patterns: [
        ...(isNode(patternProperties) ? Object.keys(patternProperties) : []),
        ...(everyName ? [''] : []),
      ],
    },
    items: everyItem ? Infinity : Array.isArray(prefixItems) ? prefixItems.length : 0,
  }
}

const way = (when: Formula): Way => ({ when, known: { names: new Set(), patterns: [] }, items: 0 })
