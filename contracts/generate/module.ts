/** The module of one contract: the same few exports each time, so that who knows one knows all. */
import { dirname, relative } from 'node:path'
import type { ContractData } from '../runtime/load.ts'

const replyOf: Readonly<Record<string, string>> = {
  200: 'ok',
  201: 'created',
  202: 'accepted',
  204: 'noContent',
}

export function contractModule(contract: ContractData): string {
  const { id, document, operations } = contract
  const up = `${'../'.repeat(id.split('/').length)}`
  const version = id.split('/').at(-1)
  const uses = Object.entries(contract.uses)
  const served = contract.layer !== 'backend'
  const names = Object.keys(document.components?.schemas ?? {}).filter(isName)
  const lines = [
    `import type { ${['Client', ...(served ? ['Handlers'] : [])].filter((name) => name !== 'Client' || uses.length).join(', ')} } from '${up}contract.ts'`,
    `import { loadContract } from '${up}runtime/load.ts'`,
    `import { type Route, route } from '${up}runtime/route.ts'`,
    `import type { ${names.length ? 'components, ' : ''}operations } from './${version}.types.ts'`,
    ...uses.map(
      ([name, use]) => `import type { Operations as ${operationsOf(name)} } from '${pathTo(id, use)}.ts'`,
    ),
    '',
    ...(served ? [`export { ${replies(contract).join(', ')} } from '${up}reply.ts'`, ''] : []),
    ...names.map((name) => `export type ${name} = components['schemas']['${name}']`),
    '',
    'export type Operations = operations',
    ...(served
      ? [
          `export interface Uses ${block(uses.map(([name]) => `readonly ${name}: Client<${operationsOf(name)}>`))}`,
          `/** Query parameters that are always there for the handler, because the contract gives them a default. */`,
          `export interface Defaults ${block(defaults(contract))}`,
          '/** What answers may lack, with the clients each part comes by. */',
          `export interface Parts ${block(parts(contract))}`,
          '/** The steps of operations that take several. */',
          `export interface Sagas ${block(sagas(contract))}`,
          '/** The data of events that operations publish. */',
          `export interface Publishes ${block(publishes(contract))}`,
        ]
      : []),
    '',
    `export const contract = loadContract('${id}', import.meta.dirname)`,
    '',
    '/** For @hono/zod-openapi. */',
    'export const routes = (): Record<keyof Operations, Route> => ({',
    ...Object.keys(operations).map((name) => `  ${name}: route(contract, '${name}'),`),
    '})',
    ...(served
      ? [
          '',
          "/** The API owner's side of the contract: `export default implement({ ... })`. */",
          'export const implement = (handlers: Handlers<Operations, Uses, Defaults, Parts, Sagas, Publishes>) => ({ contract, routes, handlers })',
        ]
      : []),
  ]
  return `${lines.filter((line, index) => line !== '' || lines[index - 1] !== '').join('\n')}\n`.replace(
    /^import type \{ {2}\}.*\n/,
    '',
  )
}

function replies({ operations }: ContractData): string[] {
  const names = new Set<string>()
  for (const { responses } of Object.values(operations))
    for (const [status, { mediaType }] of Object.entries(responses)) {
      if (replyOf[status]) names.add(replyOf[status])
      if (status === '404') names.add('notFound')
      if (status !== 'default' && mediaType === 'application/problem+json') names.add('refuse')
    }
  return [...names].sort()
}

function defaults({ operations }: ContractData): string[] {
  return Object.values(operations)
    .map(({ id, parameters }) => ({
      id,
      names: parameters.filter((parameter) => parameter.in === 'query' && parameter.default !== undefined),
    }))
    .filter(({ names }) => names.length)
    .map(({ id, names }) => `${id}: ${names.map(({ name }) => `'${name}'`).join(' | ')}`)
}

function parts({ operations }: ContractData): string[] {
  return Object.values(operations).flatMap(({ id, optional }) => {
    if (!optional) return []
    const members = Object.entries(optional).map(([part, calls]) => {
      const byClient = Map.groupBy(
        calls.map((call) => call.split('.') as [string, string]),
        ([client]) => client,
      )
      const clients = [...byClient].map(
        ([client, own]) =>
          `${client}: Pick<Uses['${client}'], ${own.map(([, name]) => `'${name}'`).join(' | ')}>`,
      )
      return `${part}: { ${clients.join('; ')} }`
    })
    return `${id}: { ${members.join('; ')} }`
  })
}

const sagas = ({ operations }: ContractData): string[] =>
  Object.values(operations).flatMap(({ id, saga }) =>
    saga ? `${id}: ${saga.steps.map((step) => `'${step}'`).join(' | ')}` : [],
  )

const publishes = ({ id, operations }: ContractData): string[] =>
  Object.values(operations).flatMap(({ id: operation, publishes }) =>
    publishes.length
      ? `${operation}: { ${publishes.map((event) => `'${event}': import('${pathTo(id, event)}.ts').Data`).join('; ')} }`
      : [],
  )

const block = (members: readonly string[]) => (members.length ? `{\n  ${members.join('\n  ')}\n}` : '{}')

const isName = (name: string) => /^[A-Z]\w*$/.test(name)
/** No name of a schema: those begin with a capital. */
const operationsOf = (name: string) => `${name}Operations`

const pathTo = (from: string, to: string) => {
  const path = relative(dirname(from), to)
  return path.startsWith('.') ? path : `./${path}`
}
