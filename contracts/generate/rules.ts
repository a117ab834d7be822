/** What a contract must get right before code can be generated from it. Style is a matter of `strata lint`. */
import { extensionsAt } from '../extensions.ts'
import { problems } from '../problems.ts'
import { cacheRule } from './cache-rule.ts'
import { publishesRule, subscribesRule } from './events-rule.ts'
import { lifecycleRule } from './lifecycle-rule.ts'
import { optionalRule } from './optional-rule.ts'
import { parameterRules } from './parameter-rules.ts'
import { policiesRule } from './policies-rule.ts'
import { reconcilesRule } from './reconciles-rule.ts'
import type { Keys, Node, Rule } from './rule.ts'
import { sagaRule } from './saga-rule.ts'

/** The next layer down: the only one an API may call. */
const below: Readonly<Record<string, string>> = {
  system: 'backend',
  process: 'system',
  experience: 'process',
}

/** What a handler's context holds besides its clients. */
const contextNames = ['customerId', 'consumer', 'signal', 'mint', 'gather', 'operation', 'step', 'publish']
const moduleNames = [
  'Client',
  'Defaults',
  'Handlers',
  'Operations',
  'Parts',
  'Publishes',
  'Route',
  'Sagas',
  'Uses',
]

export const rules: readonly Rule[] = [
  {
    id: 'owner',
    purpose: 'Every alert, dead letter and 5xx problem has somebody to go to.',
    check({ info }, report) {
      const owner = (info['x-owner'] ?? {}) as Node
      const missing = ['team', 'contact', 'oncall'].filter((key) => typeof owner[key] !== 'string')
      if (missing.length) report(['info', 'x-owner'], `no owner: add ${missing.join(', ')} to info.x-owner`)
    },
  },
  {
    id: 'uses-next-layer',
    purpose: 'A layer calls only the next one down, through its contract.',
    check({ info, layer, ids }, report) {
      for (const [name, id] of Object.entries((info['x-uses'] ?? {}) as Record<string, string>)) {
        const keys = ['info', 'x-uses', name]
        if (!/^[a-z][A-Za-z0-9]*$/.test(name) || contextNames.includes(name))
          report(keys, `a client cannot be called ${name} in the context of a handler: choose another name`)
        else if (!ids.has(id))
          report(keys, `uses ${id}, which does not exist: add contracts/${id}.yaml or correct the id`)
        else if (id.split('/')[0] !== below[layer])
          report(keys, `${aLayer(layer)} API cannot use ${id}: ${layerAdvice(layer)}`)
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
    id: 'schema-names',
    purpose: 'Schemas are exported beside what every contract module exports.',
    check({ document }, report) {
      const { schemas = {} } = (document.components ?? {}) as { schemas?: Node }
      for (const name of Object.keys(schemas))
        if (moduleNames.includes(name))
          report(
            ['components', 'schemas', name],
            `every contract module exports ${name} already: choose another name`,
          )
    },
  },
  {
    id: 'responses',
    purpose: 'Each status is a number the reply helpers and types know.',
    check({ operations }, report) {
      for (const { keys, responses } of operations)
        for (const status of Object.keys(responses))
          if (!/^([1-5]\d\d|default)$/.test(status))
            report(
              [...keys, 'responses', status],
              `the status ${status} is no number: name each status, or use default`,
            )
    },
  },
  {
    id: 'one-media-type',
    purpose: 'A reply is written, typed and checked in one way.',
    check({ operations }, report) {
      for (const { keys, responses } of operations)
        for (const [status, { content }] of Object.entries(responses))
          if (Object.keys(content ?? {}).length > 1)
            report([...keys, 'responses', status], `${status} has several media types: keep one`)
    },
  },
  {
    id: 'problem-types',
    purpose: 'Problem types are one closed table.',
    check({ document }, report) {
      for (const [keys, slug] of problemTypes(document, []))
        if (!Object.hasOwn(problems, slug))
          report(
            keys,
            `there is no problem type ${slug}: add it to contracts/problems.ts or use one that is there`,
          )
    },
  },
  {
    id: 'security-schemes',
    purpose: 'Who may call is said in words that are defined.',
    check({ document, operations }, report) {
      const { securitySchemes = {} } = (document.components ?? {}) as { securitySchemes?: Node }
      const check = ({ security }: Node, keys: Keys) => {
        for (const name of ((security ?? []) as Node[]).flatMap((names) => Object.keys(names)))
          if (!(name in securitySchemes))
            report(
              [...keys, 'security'],
              `there is no security scheme ${name}: add it to components.securitySchemes`,
            )
      }
      check(document, [])
      for (const { keys, operation } of operations) check(operation, keys)
    },
  },
  {
    id: 'known-extensions',
    purpose: 'An extension nobody reads is a promise nobody keeps.',
    check({ document, info, paths, operations }, report) {
      const check = (node: Node, keys: Keys, allowed: readonly string[]) => {
        for (const key of Object.keys(node))
          if (key.startsWith('x-') && !allowed.includes(key))
            report([...keys, key], `unknown extension ${key}: nothing reads it here.${hint(allowed)}`)
      }
      check(document, [], [])
      check(info, ['info'], extensionsAt('info'))
      for (const [path, item] of Object.entries(paths)) check(item, ['paths', path], [])
      for (const { keys, operation, parameters, responses } of operations) {
        check(operation, keys, extensionsAt('operation'))
        for (const { keys, parameter } of parameters) check({ ...parameter }, keys, [])
        for (const [status, response] of Object.entries(responses))
          check(response, [...keys, 'responses', status], [])
      }
    },
  },
  ...parameterRules,
  policiesRule,
  sagaRule,
  cacheRule,
  lifecycleRule,
  optionalRule,
  reconcilesRule,
  publishesRule,
  subscribesRule,
]

const hint = (allowed: readonly string[]) => (allowed.length ? ` Known are ${allowed.join(', ')}.` : '')

const aLayer = (layer: string) => `${layer === 'experience' ? 'an' : 'a'} ${layer}`

const layerAdvice = (layer: string) =>
  below[layer] ? `only a ${below[layer]} API, the next layer down` : 'it uses nothing'

/** Every `/problems/<slug>` that a schema allows as a value. */
function* problemTypes(node: unknown, keys: Keys): Generator<[Keys, string]> {
  if (typeof node === 'string' && node.startsWith('/problems/')) yield [keys, node.slice('/problems/'.length)]
  if (node === null || typeof node !== 'object') return
  for (const [key, value] of Object.entries(node))
    yield* problemTypes(value, [...keys, Array.isArray(node) ? Number(key) : key])
}
