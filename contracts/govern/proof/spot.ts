/** Places in a schema, each with a way to say of the whole value what is said there of a part of it. */
import { type Json, step } from '../../runtime/document.ts'
import type { Formula } from './formula.ts'
import { isNode } from './project.ts'
import type { Proof } from './proof.ts'
import type { Schema } from './translate.ts'

export interface Spot {
  readonly pointer: string
  /** Where in the value, as `/lines/0/quantity`, with `*` for any item. */
  readonly path: string
  readonly wrap: (formula: Formula) => Formula
  /** The parts of a value this place is about. */
  readonly parts: (value: Json) => readonly Json[]
  /** Pointer of the discriminator this place was made from: nobody wrote it. */
  readonly discriminator: string | undefined
}

/** One step further in: the keys in the schema and in the value, and how both are read. */
interface Step {
  readonly keys: readonly (string | number)[]
  readonly path: string
  readonly say: (formula: Formula, proof: Proof) => Formula
  readonly parts: (value: Json) => readonly Json[]
}

/** The schemas in a keyword all of which have to hold. */
export function spotsInside(proof: Proof, spot: Spot, schema: Schema, keyword: string): readonly Spot[] {
  if (keyword === '$ref') return [{ ...spot, pointer: String(schema.$ref) }]
  return (stepsInto[keyword]?.(schema[keyword], schema) ?? []).map(({ keys, path, say, parts }) => {
    const pointer = step(spot.pointer, keyword, ...keys)
    return {
      pointer,
      path: spot.path + path,
      wrap: (formula) => spot.wrap(say(formula, proof)),
      parts: (value) => spot.parts(value).flatMap(parts),
      discriminator: proof.receiver.isWritten(pointer)
        ? spot.discriminator
        : (spot.discriminator ?? step(spot.pointer, 'discriminator')),
    }
  })
}

const stepsInto: Readonly<Record<string, (value: unknown, schema: Schema) => readonly Step[]>> = {
  allOf: (value) =>
    listed(value).map((_, index) => ({
      keys: [index],
      path: '',
      say: (formula) => formula,
      parts: (whole) => [whole],
    })),
  properties: (value) =>
    named(value).map((name) => ({
      keys: [name],
      path: step('', name),
      say: (schema, { formulas }) => formulas.about({ kind: 'property', name, schema }),
      parts: (whole) => (isNode(whole) && name in whole ? [whole[name] as Json] : []),
    })),
  items: (value, { prefixItems }) => {
    const from = listed(prefixItems).length
    return schemaOnly(value, {
      say: (schema, { formulas }) => formulas.about({ kind: 'rest', from, schema }),
      parts: (whole) => (Array.isArray(whole) ? whole.slice(from) : []),
    })
  },
  prefixItems: (value) =>
    listed(value).map((_, index) => ({
      keys: [index],
      path: `/${index}`,
      say: (schema, { formulas }) => formulas.about({ kind: 'item', index, schema }),
      parts: (whole) => (Array.isArray(whole) ? whole.slice(index, index + 1) : []),
    })),
  additionalProperties: (value, schema) =>
    schemaOnly(value, {
      say: (formula, { formulas, receiver }) => {
        const { says } = receiver.translator.keyword(
          { ...schema, additionalProperties: false },
          'additionalProperties',
        )
        return says.kind === 'others' ? formulas.about({ ...says, schema: formula }) : formulas.never
      },
      parts: (whole) => (isNode(whole) ? (Object.values(whole) as Json[]) : []),
    }),
}

const schemaOnly = (value: unknown, how: Pick<Step, 'say' | 'parts'>): readonly Step[] =>
  isNode(value) ? [{ keys: [], path: '/*', ...how }] : []

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const named = (value: unknown): readonly string[] => (isNode(value) ? Object.keys(value) : [])
