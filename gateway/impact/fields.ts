/** The fields replies of an API can have, as its contract declares them. */
import { type OpenApiDocument, resolve, step } from '../../contracts/runtime/document.ts'
import type { ContractData } from '../../contracts/runtime/load.ts'

export interface Field {
  readonly operation: string
  /** Inside the reply, `*` for each item. */
  readonly pointer: string
  /** Where it stands in the document: itself, and what it refers to. */
  readonly places: readonly string[]
}

/** Recursive schemas have no last field. */
const DEPTH_MAX = 12

export function fieldsOf({ document, operations }: ContractData): readonly Field[] {
  return Object.values(operations).flatMap((operation) => {
    const found = new Map<string, Field>()
    for (const [status, { schema }] of Object.entries(operation.responses)) {
      if (!status.startsWith('2') || !schema) continue
      for (const { pointer, places } of fieldsAt(document, schema.pointer, '', []))
        found.set(`${pointer} ${places.join()}`, { operation: operation.id, pointer, places })
    }
    return [...found.values()]
  })
}

type Found = Omit<Field, 'operation'>

function* fieldsAt(
  document: OpenApiDocument,
  place: string,
  pointer: string,
  open: readonly string[],
): Generator<Found> {
  const found = resolve<unknown>(document, { node: { $ref: place }, pointer: place })
  const schema = found.node
  if (typeof schema !== 'object' || schema === null) return
  if (open.includes(found.pointer) || pointer.split('/').length > DEPTH_MAX) return
  const inside = [...open, found.pointer]
  const { properties, ...others } = schema as Readonly<Record<string, unknown>>
  for (const name of Object.keys((properties ?? {}) as object)) {
    const own = step(found.pointer, 'properties', name)
    const target = resolve(document, { node: { $ref: own }, pointer: own }).pointer
    const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
    yield { pointer: at, places: [...new Set([own, target])] }
    yield* fieldsAt(document, own, at, inside)
  }
  for (const keyword of ['items', 'additionalProperties'])
    if (isSchema(others[keyword]))
      yield* fieldsAt(document, step(found.pointer, keyword), `${pointer}/*`, inside)
  for (const keyword of ['allOf', 'anyOf', 'oneOf'])
    for (const index of Object.keys((others[keyword] ?? []) as object))
      yield* fieldsAt(document, step(found.pointer, keyword, index), pointer, inside)
}

const isSchema = (value: unknown) => typeof value === 'object' && value !== null

/**
 * The fields somebody means.
 *
 * @param wanted `creditLimit`, `billing.state` or `billing/state`: wherever it is; `/billing/state`: only there;
 * `#/components/schemas/…`: a place in the document
 */
export function fieldsNamed(fields: readonly Field[], wanted: string): readonly Field[] {
  if (wanted.startsWith('#')) return fields.filter(({ places }) => places.includes(wanted))
  const segments = wanted.split(/[./]/).filter(isName)
  return fields.filter(({ pointer }) => {
    const own = pointer.split('/').filter(isName)
    const end = wanted.startsWith('/') ? own : own.slice(-segments.length)
    return end.length === segments.length && end.every((name, index) => name === segments[index])
  })
}

const isName = (segment: string) => segment !== '' && segment !== '*'

/** Names somebody may have meant instead. */
export function similarNames(fields: readonly Field[], wanted: string): readonly string[] {
  const last = (wanted.split(/[./]/).at(-1) ?? '').toLowerCase()
  const names = new Set(fields.map(({ pointer }) => pointer.split('/').filter(isName).at(-1) ?? ''))
  return [...names].filter((name) => alike(name.toLowerCase(), last)).slice(0, 5)
}

const alike = (a: string, b: string) => a.includes(b) || b.includes(a) || a.slice(0, 4) === b.slice(0, 4)
