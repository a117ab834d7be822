/** What a contract must get right before code can be generated from it. Style is a matter of `strata lint`. */

import { problems } from '../problems.ts'
import { methods } from '../runtime/document.ts'
import type { Mistake, Source } from './source.ts'

export interface ContractSource extends Source {
  readonly id: string
}

interface Rule {
  readonly id: string
  readonly purpose: string
  check(contract: Contract, report: Report): void
}

type Keys = readonly (string | number)[]
type Report = (keys: Keys, message: string) => void
type Node = Record<string, unknown>

interface Contract {
  readonly id: string
  readonly layer: string
  readonly info: Node
  readonly paths: Record<string, Node>
  readonly document: Node
  readonly operations: readonly { keys: Keys; path: string; method: string; operation: Node }[]
  readonly ids: ReadonlySet<string>
}

/** The next layer down: the only one an API may call. */
const below: Readonly<Record<string, string>> = {
  system: 'backend',
  process: 'system',
  experience: 'process',
}

const extensions = {
  info: ['x-owner', 'x-uses', 'x-lifecycle', 'x-subscribes', 'x-transport', 'x-auth'],
  operation: [
    ...['x-idempotency', 'x-idempotency-retention', 'x-effect', 'x-deadline-ms', 'x-priority'],
    ...['x-slo', 'x-cache', 'x-publishes'],
  ],
}

export const rules: readonly Rule[] = [
  {
    id: 'openapi-version',
    purpose: 'Schemas are JSON Schema 2020-12 only from OpenAPI 3.1 on.',
    check({ document }, report) {
      if (!String(document.openapi).startsWith('3.1.')) report(['openapi'], 'must be openapi: 3.1.x')
    },
  },
  {
    id: 'owner',
    purpose: 'Every alert, dead letter and 5xx problem has somebody to go to.',
    check({ info }, report) {
      const owner = (info['x-owner'] ?? {}) as Node
      for (const key of ['team', 'contact', 'oncall'])
        if (typeof owner[key] !== 'string') report(['info', 'x-owner'], `no owner: add info.x-owner.${key}`)
    },
  },
  {
    id: 'uses-next-layer',
    purpose: 'A layer calls only the next one down, through its contract.',
    check({ info, layer, ids }, report) {
      for (const [name, id] of Object.entries((info['x-uses'] ?? {}) as Record<string, string>)) {
        const keys = ['info', 'x-uses', name]
        if (!ids.has(id))
          report(keys, `uses ${id}, which does not exist: add contracts/${id}.yaml or correct the id`)
        else if (id.split('/')[0] !== below[layer])
          report(keys, `a ${layer} API cannot use ${id}: ${layerAdvice(layer)}`)
      }
    },
  },
  {
    id: 'operation-id',
    purpose: 'The operationId is the name of the handler and of the client’s function.',
    check({ operations }, report) {
      const seen = new Map<string, string>()
      for (const { keys, path, method, operation } of operations) {
        const { operationId } = operation
        const name = `${method.toUpperCase()} ${path}`
        if (typeof operationId !== 'string')
          report(keys, `${name} has no operationId: add one, such as getOrder`)
        else if (!/^[a-z][A-Za-z0-9]*$/.test(operationId))
          report(
            [...keys, 'operationId'],
            `operationId ${operationId} is no camelCase name: it becomes a function`,
          )
        else if (seen.has(operationId))
          report(
            [...keys, 'operationId'],
            `operationId ${operationId} is already that of ${seen.get(operationId)}`,
          )
        else seen.set(operationId, name)
      }
    },
  },
  {
    id: 'path-template',
    purpose: 'Routes bind whole segments; each one is a declared path parameter.',
    check({ paths }, report) {
      for (const path of Object.keys(paths))
        for (const segment of path.split('/'))
          if (/[{}]/.test(segment) && !/^\{[A-Za-z][\w-]*\}$/.test(segment))
            report(['paths', path], `the segment ${segment} is no whole parameter: write /{name}`)
    },
  },
  {
    id: 'responses',
    purpose: 'Each status is a number the reply helpers and types know.',
    check({ operations }, report) {
      for (const { keys, operation } of operations)
        for (const status of Object.keys((operation.responses ?? {}) as Node))
          if (!/^([1-5]\d\d|default)$/.test(status))
            report(
              [...keys, 'responses', status],
              `the status ${status} is no number: name each status, or use default`,
            )
    },
  },
  {
    id: 'parameters-by-schema',
    purpose: 'Parameters are read by style and schema.',
    check({ operations }, report) {
      for (const { keys, operation } of operations)
        ((operation.parameters ?? []) as Node[]).forEach((parameter, index) => {
          if (parameter.content)
            report([...keys, 'parameters', index], 'content parameters are not supported: use schema')
        })
    },
  },
  {
    id: 'problem-types',
    purpose: 'Problem types are one closed table.',
    check({ document }, report) {
      for (const [keys, slug] of problemTypes(document, []))
        if (!(slug in problems))
          report(
            keys,
            `there is no problem type ${slug}: add it to contracts/problems.ts or use one that is there`,
          )
    },
  },
  {
    id: 'known-extensions',
    purpose: 'An extension nobody reads is a promise nobody keeps.',
    check({ info, operations }, report) {
      const check = (node: Node, keys: Keys, allowed: readonly string[]) => {
        for (const key of Object.keys(node))
          if (key.startsWith('x-') && !allowed.includes(key))
            report(
              [...keys, key],
              `unknown extension ${key}: nothing reads it here. Known are ${allowed.join(', ')}.`,
            )
      }
      check(info, ['info'], extensions.info)
      for (const { keys, operation } of operations) check(operation, keys, extensions.operation)
    },
  },
]

/** Applies every rule to one contract. `ids` are those of all contracts. */
export function ruleMistakes(source: ContractSource, ids: ReadonlySet<string>): readonly Mistake[] {
  const document = (source.data ?? {}) as Node
  const paths = (document.paths ?? {}) as Record<string, Node>
  const contract: Contract = {
    id: source.id,
    layer: source.id.split('/')[0] ?? '',
    info: (document.info ?? {}) as Node,
    paths,
    document,
    operations: Object.entries(paths).flatMap(([path, item]) =>
      methods.flatMap((method) =>
        item[method]
          ? [{ keys: ['paths', path, method], path, method, operation: item[method] as Node }]
          : [],
      ),
    ),
    ids,
  }
  const mistakes: Mistake[] = []
  for (const rule of rules)
    rule.check(contract, (keys, message) => mistakes.push(source.mistake(keys, message)))
  return mistakes
}

const layerAdvice = (layer: string) =>
  below[layer] ? `only a ${below[layer]} API, the next layer down` : 'backends use nothing'

/** Every `/problems/<slug>` that a schema allows as a value. */
function* problemTypes(node: unknown, keys: Keys): Generator<[Keys, string]> {
  if (typeof node === 'string' && node.startsWith('/problems/')) yield [keys, node.slice('/problems/'.length)]
  if (node === null || typeof node !== 'object') return
  for (const [key, value] of Object.entries(node))
    yield* problemTypes(value, [...keys, Array.isArray(node) ? Number(key) : key])
}
