/** Values that travel as text: whoever expects text understands a number, and a number written as text is one. */
import type { Json } from '../../runtime/document.ts'
import type { Formula } from '../proof/formula.ts'
import { says } from '../proof/literal.ts'
import { isNode } from '../proof/project.ts'
import type { Proof, SchemaPointer } from '../proof/proof.ts'
import type { Pair } from './exchange.ts'

const NUMBER = '^-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?$'

export function textual(
  proof: Proof,
  { receiver }: Pair<SchemaPointer>,
): { readonly also: Formula; readonly confirm: (witness: Json) => boolean } {
  const { formulas } = proof
  const expected = proof.receiver.formula(receiver)
  const takes = (texts: Formula) =>
    proof.find([
      says(formulas.types(['string']), 'sender'),
      says(texts, 'sender'),
      says(expected, 'receiver', false),
    ]).kind === 'none'
  const numbers = takes(formulas.about({ kind: 'pattern', source: NUMBER }))
    ? formulas.types(['number'])
    : formulas.never
  const flags = takes(formulas.values(['true', 'false'])) ? formulas.types(['boolean']) : formulas.never
  return {
    also: formulas.any([numbers, flags]),
    confirm: (witness) =>
      !readings(witness).some((value) => proof.receiver.accepts(receiver, value) !== false),
  }
}

/** What a reader may make of the text. */
function readings(value: Json): readonly Json[] {
  return [value, mapped(value, asText), mapped(value, fromText)]
}

function mapped(value: Json, change: (value: Json) => Json): Json {
  if (Array.isArray(value)) return value.map((item) => mapped(item, change))
  if (isNode(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, mapped(part as Json, change)]),
    )
  return change(value)
}

const asText = (value: Json): Json => (value === null ? '' : String(value))

function fromText(value: Json): Json {
  if (typeof value !== 'string') return value
  if (value === 'true' || value === 'false') return value === 'true'
  return new RegExp(NUMBER).test(value) ? Number(value) : value
}
