/** What each keyword of JSON Schema says, as a formula. Keywords that are not listed say nothing about a value. */
import type { Json } from '../../runtime/document.ts'
import { decimal, integer } from './decimal.ts'
import { allowsEverything, bounds } from './formats.ts'
import { type Formula, type JsonType, jsonTypes } from './formula.ts'
import type { Formulas } from './formulas.ts'
import { isNode } from './project.ts'
import type { Schema, Translator } from './translate.ts'
import { unevaluated } from './unevaluated.ts'

/** `undefined` for a value that is not understood. */
type Reader = (to: Translator, value: unknown, schema: Schema) => Formula | undefined

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown): value is number => isNumber(value) && value >= 0
const isNames = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText)

const bound =
  (kind: 'atLeast' | 'atMost', open: boolean): Reader =>
  ({ formulas }, value) =>
    isNumber(value) ? formulas.about({ kind, limit: decimal(value), open }) : undefined

const count =
  (kind: 'length' | 'items' | 'properties', end: 'min' | 'max'): Reader =>
  ({ formulas }, value) =>
    isCount(value)
      ? formulas.about({
          kind,
          min: 0,
          max: Infinity,
          [end]: end === 'min' ? Math.ceil(value) : Math.floor(value),
        })
      : undefined

const nothing: Reader = ({ formulas }) => formulas.always

export const readers: Readonly<Record<string, Reader>> = {
  $ref: (to, value) => (isText(value) ? to.reference(value) : undefined),
  type: ({ formulas }, value) => readTypes(formulas, value),
  enum: ({ formulas }, value) => (Array.isArray(value) ? formulas.values(value as Json[]) : undefined),
  const: ({ formulas }, value) => formulas.values([value as Json]),

  minimum: bound('atLeast', false),
  exclusiveMinimum: bound('atLeast', true),
  maximum: bound('atMost', false),
  exclusiveMaximum: bound('atMost', true),
  multipleOf: ({ formulas }, value) =>
    isNumber(value) && value > 0 ? formulas.about({ kind: 'multiple', of: decimal(value) }) : undefined,

  minLength: count('length', 'min'),
  maxLength: count('length', 'max'),
  pattern: ({ formulas }, value) =>
    isText(value) ? formulas.about({ kind: 'pattern', source: value }) : undefined,
  format: ({ formulas }, value) => (isText(value) ? readFormat(formulas, value) : undefined),

  minItems: count('items', 'min'),
  maxItems: count('items', 'max'),
  uniqueItems: ({ formulas }, value) =>
    value === true ? formulas.about({ kind: 'unique' }) : formulas.always,
  prefixItems: (to, value) => {
    const parts = to.list(value)
    return (
      parts &&
      to.formulas.all(parts.map((schema, index) => to.formulas.about({ kind: 'item', index, schema })))
    )
  },
  items: (to, value, { prefixItems }) =>
    Array.isArray(value)
      ? undefined
      : to.formulas.about({
          kind: 'rest',
          from: Array.isArray(prefixItems) ? prefixItems.length : 0,
          schema: to.read(value),
        }),
  contains: (to, value, { minContains = 1, maxContains = Infinity }) =>
    to.formulas.about({
      kind: 'contains',
      schema: to.read(value),
      min: Number(minContains),
      max: Number(maxContains),
    }),

  minProperties: count('properties', 'min'),
  maxProperties: count('properties', 'max'),
  required: ({ formulas }, value) =>
    isNames(value)
      ? formulas.all(value.map((name) => formulas.about({ kind: 'required', name })))
      : undefined,
  properties: (to, value) =>
    to.map(value, (name, schema) => to.formulas.about({ kind: 'property', name, schema })),
  patternProperties: (to, value) =>
    to.map(value, (pattern, schema) => to.formulas.about({ kind: 'named', pattern, schema })),
  additionalProperties: (to, value, { properties, patternProperties }) =>
    to.formulas.about({
      kind: 'others',
      known: {
        names: new Set(isNode(properties) ? Object.keys(properties) : []),
        patterns: isNode(patternProperties) ? Object.keys(patternProperties).sort() : [],
      },
      schema: to.read(value),
    }),
  propertyNames: (to, value) => to.formulas.about({ kind: 'names', schema: to.read(value) }),
  dependentRequired: ({ formulas }, value) =>
    isNode(value) && Object.values(value).every(isNames)
      ? formulas.all(
          Object.entries(value as Record<string, readonly string[]>).flatMap(([name, needed]) =>
            needed.map((other) =>
              formulas.any([
                formulas.not(formulas.about({ kind: 'required', name })),
                formulas.about({ kind: 'required', name: other }),
              ]),
            ),
          ),
        )
      : undefined,
  dependentSchemas: (to, value) =>
    to.map(value, (name, schema) =>
      to.formulas.any([
        to.formulas.not(
          to.formulas.all([to.formulas.types(['object']), to.formulas.about({ kind: 'required', name })]),
        ),
        schema,
      ]),
    ),

  allOf: (to, value) => {
    const parts = to.list(value)
    return parts && to.formulas.all(parts)
  },
  anyOf: (to, value) => {
    const parts = to.list(value)
    return parts && to.formulas.any(parts)
  },
  oneOf: (to, value) => {
    const parts = to.list(value)
    return parts && to.formulas.one(parts)
  },
  not: (to, value) => to.formulas.not(to.read(value)),
  if: (to, value, { then = true, else: otherwise = true }) => {
    const condition = to.read(value)
    return to.formulas.all([
      to.formulas.any([to.formulas.not(condition), to.read(then)]),
      to.formulas.any([condition, to.read(otherwise)]),
    ])
  },
  unevaluatedProperties: (to, _, schema) => unevaluated(to, schema, 'unevaluatedProperties'),
  unevaluatedItems: (to, _, schema) => unevaluated(to, schema, 'unevaluatedItems'),

  $dynamicRef: () => undefined,
  dependencies: () => undefined,
  $anchor: nothing,
  $dynamicAnchor: nothing,
}

function readTypes(formulas: Formulas, value: unknown): Formula | undefined {
  const names = isText(value) ? [value] : value
  if (!isNames(names) || !names.every((name) => name === 'integer' || jsonTypes.includes(name as JsonType)))
    return undefined
  const whole = names.includes('integer') && !names.includes('number')
  return formulas.all([
    formulas.types(names.map((name) => (name === 'integer' ? 'number' : (name as JsonType)))),
    whole ? formulas.about({ kind: 'multiple', of: integer(1n) }) : formulas.always,
  ])
}

function readFormat(formulas: Formulas, name: string): Formula {
  if (allowsEverything(name)) return formulas.always
  const range = bounds[name]
  if (!range) return formulas.about({ kind: 'format', name })
  return formulas.all([
    formulas.about({ kind: 'multiple', of: integer(1n) }),
    formulas.about({ kind: 'atLeast', limit: integer(range[0]), open: false }),
    formulas.about({ kind: 'atMost', limit: integer(range[1]), open: false }),
  ])
}
