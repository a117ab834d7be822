/** How a parameter's value is written (`style`, `explode`, `allowReserved`), and whether two ways differ for any value. */
import type { Json } from '../../runtime/document.ts'
import { says } from '../proof/literal.ts'
import { isNode } from '../proof/project.ts'
import type { Proof } from '../proof/proof.ts'
import type { Pair } from './exchange.ts'
import type { Parameter } from './operation.ts'

/** @returns a value with both spellings when they differ */
export function isWrittenAlike(proof: Proof, { sender, receiver }: Pair<Parameter>): Json | undefined {
  if (sender.media !== undefined || receiver.media !== undefined) return undefined
  const schema = proof.sender.formula(sender.schema)
  const { formulas } = proof
  const questions = [
    [formulas.types(['string'])],
    [formulas.types(['string']), formulas.about({ kind: 'pattern', source: '[;/?:@&=+$,]' })],
    [formulas.types(['array']), formulas.about({ kind: 'items', min: 2, max: Infinity })],
    [formulas.types(['object']), formulas.about({ kind: 'properties', min: 2, max: Infinity })],
    [formulas.types(['array']), formulas.about({ kind: 'items', min: 1, max: Infinity })],
    [formulas.types(['object']), formulas.about({ kind: 'properties', min: 1, max: Infinity })],
  ]
  if (!differ(sender, receiver)) return undefined
  for (const question of questions) {
    const outcome = proof.find([schema, ...question].map((formula) => says(formula, 'sender')))
    if (outcome.kind !== 'found') continue
    const [before, after] = [written(sender, outcome.value), written(receiver, outcome.value)]
    if (before !== after && proof.sender.accepts(sender.schema, outcome.value) === true)
      return { value: outcome.value, sent: before, expected: after }
  }
  return undefined
}

const differ = (a: Parameter, b: Parameter) =>
  a.style !== b.style || a.explode !== b.explode || a.allowReserved !== b.allowReserved

type Notation = Pick<Parameter, 'name' | 'in' | 'style' | 'explode' | 'allowReserved' | 'media'>

/** The value as it stands in a request, with the name where the style has it. */
export function written(parameter: Notation, value: Json): string {
  const { name, style, explode } = parameter
  const encode = encoder(parameter)
  if (parameter.media !== undefined) return named(parameter, encode(JSON.stringify(value)))
  const pairs = isNode(value)
    ? Object.entries(value).map(([key, part]) => [encode(key), encode(plain(part as Json))] as const)
    : undefined
  const items = Array.isArray(value) ? value.map((item: Json) => encode(plain(item))) : undefined
  if (style === 'deepObject' && pairs) return pairs.map(([key, part]) => `${name}[${key}]=${part}`).join('&')
  if (style === 'matrix') return matrix(parameter, items, pairs, encode(plain(value)))
  if (style === 'label')
    return `.${parts(items, pairs, explode, explode ? '.' : ',') ?? encode(plain(value))}`
  if (style === 'simple') return parts(items, pairs, explode, ',') ?? encode(plain(value))
  if (explode && items && style === 'form') return items.map((item) => `${name}=${item}`).join('&')
  if (explode && pairs && style === 'form') return pairs.map(([key, part]) => `${key}=${part}`).join('&')
  const delimiter = style === 'spaceDelimited' ? '%20' : style === 'pipeDelimited' ? '|' : ','
  return named(parameter, parts(items, pairs, false, delimiter) ?? encode(plain(value)))
}

type Parts = readonly (readonly [string, string])[] | undefined

function parts(items: readonly string[] | undefined, pairs: Parts, explode: boolean, delimiter: string) {
  if (items) return items.join(delimiter)
  return pairs
    ?.map(([key, part]) => (explode ? `${key}=${part}` : `${key}${delimiter}${part}`))
    .join(delimiter)
}

function matrix(
  { name, explode }: Notation,
  items: readonly string[] | undefined,
  pairs: Parts,
  single: string,
): string {
  if (explode && items) return items.map((item) => `;${name}=${item}`).join('')
  if (explode && pairs) return pairs.map(([key, part]) => `;${key}=${part}`).join('')
  return `;${name}=${parts(items, pairs, false, ',') ?? single}`
}

const named = ({ in: where, name }: Notation, text: string): string =>
  where === 'query' || where === 'cookie' ? `${name}=${text}` : text

const plain = (value: Json): string =>
  value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)

const encoder =
  ({ in: where, allowReserved }: Notation) =>
  (text: string): string =>
    where === 'header' ? text : allowReserved ? encodeURI(text) : encodeURIComponent(text)
