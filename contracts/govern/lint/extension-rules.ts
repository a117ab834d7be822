/** Extensions are those of the table, where they belong, and of their shape. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { type Extension, extensions } from '../../extensions.ts'
import type { Keys, Node } from '../../generate/rule.ts'
import { step } from '../../runtime/document.ts'
import type { LintContract, LintRule } from './rule.ts'

export const extensionRules: readonly LintRule[] = [
  {
    id: 'extension-place',
    purpose: 'A key that means nothing in this layer is not obeyed there.',
    check(contract, report) {
      for (const { extension, keys } of uses(contract))
        if (extension.layers && !extension.layers.includes(contract.layer))
          report(keys, `${extension.key} is for ${extension.layers.join(', ')} APIs: remove it`)
      const known = new Set([...uses(contract)].map(({ keys }) => step('#', ...keys)))
      for (const keys of extensionsIn(contract.document, []))
        if (!known.has(step('#', ...keys)))
          report(keys, `${keys.at(-1)} is not read here: remove it, or move it to where the table has it`)
    },
  },
  {
    id: 'extension-shape',
    purpose: 'A misspelt value is as good as none.',
    check(contract, report) {
      for (const { extension, keys, value } of uses(contract)) {
        const check = checkOf(extension)
        if (check(value)) continue
        const { instancePath = '', message, params } = check.errors?.[0] ?? {}
        const inner = instancePath.split('/').slice(1)
        report(
          [...keys, ...inner],
          `${[extension.key, ...inner].join('.')} ${message}${hint(params)}: correct it`,
        )
      }
    },
  },
]

const hint = (params: Node | undefined) => {
  const { additionalProperty, allowedValues } = params ?? {}
  if (additionalProperty) return `, such as ${additionalProperty}`
  return Array.isArray(allowedValues) ? ` ${allowedValues.join(', ')}` : ''
}

function* uses({ info, operations, schemas }: LintContract) {
  for (const extension of extensions) {
    const places: (readonly [Node, Keys])[] =
      extension.at === 'info'
        ? [[info, ['info']]]
        : extension.at === 'operation'
          ? operations.map(({ operation, keys }) => [operation, keys])
          : schemas.map(({ schema, keys }) => [schema, keys])
    for (const [node, keys] of places)
      if (extension.key in node)
        yield { extension, keys: [...keys, extension.key], value: node[extension.key] }
  }
}

/** Where there are `x-` keys, outside of data and of schemas, which have rules of their own. */
function* extensionsIn(node: unknown, keys: Keys): Generator<Keys> {
  if (node === null || typeof node !== 'object') return
  for (const [key, part] of Object.entries(node)) {
    const here = [...keys, Array.isArray(node) ? Number(key) : key]
    if (key.startsWith('x-')) yield here
    else if (!apart.includes(key)) yield* extensionsIn(part, here)
  }
}

const apart = ['schema', 'schemas', 'example', 'examples', 'default']

const ajv = new Ajv2020({ strict: false, logger: false })
;(addFormats as unknown as typeof addFormats.default)(ajv)
const checks = new Map<Extension, ValidateFunction>()

function checkOf(extension: Extension): ValidateFunction {
  const check = checks.get(extension) ?? ajv.compile(extension.shape as object)
  checks.set(extension, check)
  return check
}
