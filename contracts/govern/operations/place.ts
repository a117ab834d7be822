/** What an operation says at one place of a message, in normal form: by that a finding is recognised again. */
import type { Json } from '../../runtime/document.ts'
import { at } from '../../runtime/document.ts'
import { normalSchema } from '../normal-form.ts'
import { normalPlace } from '../normal-place.ts'
import { type Media, type Operation, type Parameter, type Response, shapeOf } from './operation.ts'

export interface Place {
  /** As `body`, `query customerId`, `200 body`. */
  readonly part: string
  /** Where in the value; `undefined` when it is about the part as a whole. */
  readonly path: string | undefined
  readonly keyword: string | undefined
  readonly name: string | undefined
}

/** The place in words of the wire, the same wherever it stands in a file. */
export const wordsOf = (
  { kind, method, template }: Operation,
  { part, path, keyword, name }: Place,
): string => [kind, method, shapeOf(template), part, path ?? '', keyword ?? '', name ?? ''].join(' ')

/** @param operation `undefined` where there is none */
export function saidAt(root: unknown, operation: Operation | undefined, place: Place): Json {
  if (!operation) return null
  const { part } = place
  const schema = (pointer: string | undefined): Json => {
    if (pointer === undefined) return null
    const node = at(root as never, pointer)
    return place.path === undefined || place.keyword === undefined
      ? normalSchema(root, node)
      : normalPlace(root, node, place.path, place.keyword, place.name)
  }
  const media = (list: readonly Media[]): Json =>
    Object.fromEntries(
      list.map(({ type, schema: pointer, encoding }) => [type, [schema(pointer), encoding ?? null]]),
    )
  const parameter = (one: Parameter | undefined): Json =>
    one
      ? [one.required, one.style, one.explode, one.allowReserved, schema(one.schema), schema(one.media)]
      : null

  if (part === 'operation') return aboutItself(operation)
  if (part === 'security') return operation.security as Json
  if (part === 'body') return operation.body ? [operation.body.required, media(operation.body.media)] : null
  const [word = '', ...rest] = part.split(' ')
  if (/^(\d|default)/.test(word)) {
    const response = answering(operation.responses, word)
    if (rest[0] === 'header') return parameter(called(response?.headers ?? [], rest[1] ?? ''))
    return response ? media(response.media) : null
  }
  return parameter(
    called(
      operation.parameters.filter((one) => one.in === word),
      rest.join(' '),
    ),
  )
}

const aboutItself = ({ addresses, operationId, tags, deprecated, sunset }: Operation): Json => ({
  addresses: addresses.map(({ origin, base }) => origin + base),
  operationId: operationId ?? null,
  tags,
  deprecated,
  sunset: sunset ?? null,
})

const called = (parameters: readonly Parameter[], name: string) =>
  parameters.find((one) => one.name === name) ??
  parameters.find((one) => one.name.toLowerCase() === name.toLowerCase())

const answering = (responses: readonly Response[], status: string) =>
  responses.find((one) => one.status === status) ??
  responses.find((one) => one.status === `${status[0]}XX`) ??
  responses.find((one) => one.status === 'default')
