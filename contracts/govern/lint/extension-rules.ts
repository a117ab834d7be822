/** Extensions are those of the table, where they belong, and of their shape. */
import { extensions } from '../../extensions.ts'
import type { Keys, Node } from '../../generate/rule.ts'
import { step } from '../../runtime/document.ts'
import type { LintContract, LintRule } from './rule.ts'
import { shapeMistakes } from './shape.ts'

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
      for (const { extension, keys, value } of uses(contract))
        for (const { keys: inner, message } of shapeMistakes(extension.shape, value))
          report([...keys, ...inner], `${[extension.key, ...inner].join('.')} ${message}: correct it`)
    },
  },
]

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
