/** Requests made from the contracts: as their examples have them, and wrong in one or two respects. */
import { randomUUID } from 'node:crypto'
import type { Api } from '../../../contracts/contract.ts'
import { at, type OperationObject, resolve } from '../../../contracts/runtime/document.ts'
import type { ContractData, OperationData } from '../../../contracts/runtime/load.ts'
import { mutants } from '../../contracts/mutants.ts'
import { request } from '../../serve/support.ts'

export interface Target {
  readonly contract: ContractData
  readonly operation: OperationData
}

/** Bytes to be sent, and how they were made. */
export interface Fuzzed {
  readonly target: Target
  readonly kind: Kind
  readonly bytes: Buffer
}

export type Kind = 'as it should be' | 'parameters' | 'headers' | 'body' | 'bytes' | 'noise'

const kinds: readonly Kind[] = ['as it should be', 'parameters', 'headers', 'body', 'body', 'bytes', 'noise']

export const targetsOf = (apis: readonly Api[]): readonly Target[] =>
  apis.flatMap(({ contract }) =>
    Object.values(contract.operations).map((operation) => ({ contract, operation })),
  )

/**
 * @param random from 0 to 1
 * @param authorizationOf who may call it
 */
export function fuzzed(
  target: Target,
  random: () => number,
  authorizationOf: (target: Target) => string,
): Fuzzed {
  const kind = pick(kinds, random)
  if (kind === 'noise') return { target, kind, bytes: noise(random) }
  const line = lineOf(target, kind === 'parameters' ? (text) => bent(text, random) : undefined)
  const body = bodyOf(target, kind === 'body' ? random : undefined)
  const headers = {
    authorization: authorizationOf(target),
    'idempotency-key': randomUUID(),
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(kind === 'headers' && { [pick(bentHeaders, random)]: pick(bentValues, random) }),
  }
  const bytes = request(line, { headers, ...(body !== undefined && { body }) })
  return { target, kind, bytes: kind === 'bytes' ? bentBytes(bytes, random) : bytes }
}

/** @param bend changes the text of a parameter */
function lineOf({ contract, operation }: Target, bend = (text: string) => text): string {
  const write = (name: string) => encodeURIComponent(bend(exampleOf(contract, operation, name)))
  const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => write(name))
  const query = operation.parameters
    .filter(({ in: place, required }) => place === 'query' && required)
    .map(({ name }) => `${name}=${write(name)}`)
  return `${operation.method} /${contract.id}${path}${query.length ? `?${query.join('&')}` : ''}`
}

function exampleOf({ document }: ContractData, { parameters }: OperationData, name: string): string {
  const pointer = parameters.find((parameter) => parameter.name === name)?.pointer ?? ''
  const parameter = at(document, pointer.replace(/\/schema$/, '')) as { example?: unknown } | undefined
  const { node } = resolve<{ examples?: readonly unknown[]; enum?: readonly unknown[] }>(document, {
    node: at(document, pointer),
    pointer,
  })
  return String(parameter?.example ?? node?.examples?.[0] ?? node?.enum?.[0] ?? 'x')
}

function bodyOf({ contract, operation }: Target, random?: () => number): string | undefined {
  if (!operation.body) return undefined
  const { document } = contract
  const item = document.paths[operation.path] as Record<string, OperationObject>
  const { node } = resolve<{ content: Record<string, Media> }>(document, {
    node: item[operation.method.toLowerCase()]?.requestBody,
    pointer: '',
  })
  const media = node.content['application/json']
  const example = media?.example ?? Object.values(media?.examples ?? {})[0]?.value
  if (!random) return JSON.stringify(example)
  if (random() < 0.2) return pick(bentJson, random)
  const [mutant] = mutants(example, 1, Math.floor(random() * 2 ** 31))
  return JSON.stringify(mutant)
}

interface Media {
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>
}

const bentJson = [
  '',
  '{',
  '[]',
  'null',
  '{"a":1,"a":2}',
  '{"a":"\\u0000"}',
  '{"a":1e400}',
  '\ufeff{}',
  '{"__proto__":1}',
]

const bentHeaders = [
  'accept',
  'content-type',
  'content-encoding',
  'idempotency-key',
  'authorization',
  'host',
  'connection',
  'expect',
  'x-forwarded-for',
  'x-http-method-override',
  'traceparent',
  'transfer-encoding',
  'cookie',
  'origin',
]
const bentValues = [
  '',
  'a',
  '*/*',
  'text/html;q=0',
  'application/json; charset=utf-16',
  'gzip',
  'Bearer e30.e30.e30',
  'null',
  'close, authorization',
  'evil.example:99999',
  '%00%0d%0a',
  'a'.repeat(9000),
  'chunked, chunked',
]

function bent(text: string, random: () => number): string {
  const changes = [
    () => '',
    () => text.slice(1),
    () => `${text}${text}`,
    () => text.toLowerCase(),
    () => `${text}\0`,
    () => `../${text}`,
    () => '\u202e',
    () => 'x'.repeat(5000),
    () => `${text}' OR 1=1 --`,
    () => '-1',
    () => '{}[]*?',
  ]
  return pick(changes, random)()
}

function bentBytes(bytes: Buffer, random: () => number): Buffer {
  let result = bytes
  for (let changes = 1 + Math.floor(random() * 3); changes > 0; changes--) {
    const index = Math.floor(random() * result.length)
    const [before, after] = [result.subarray(0, index), result.subarray(index)]
    const kind = Math.floor(random() * 3)
    if (kind === 0) result = Buffer.concat([before, noise(random).subarray(0, 4), after])
    else if (kind === 1) result = Buffer.concat([before, after.subarray(1)])
    else result = Buffer.concat([before, Buffer.from([Math.floor(random() * 256)]), after.subarray(1)])
  }
  return result
}

const noise = (random: () => number): Buffer =>
  Buffer.from(Array.from({ length: 1 + Math.floor(random() * 200) }, () => Math.floor(random() * 256)))

const pick = <Item>(items: readonly Item[], random: () => number): Item =>
  items[Math.floor(random() * items.length)] as Item
