/** A name is the same everywhere, and looks the same in every API. */
import { step } from '../../runtime/document.ts'
import { DATA } from '../../runtime/event.ts'
import { isKebab } from './owner.ts'
import { isNode, isServed, type LintContract, type LintRule } from './rule.ts'

const isCamel = (name: string) => /^[a-z][A-Za-z0-9]*$/.test(name)
const isPascal = (name: string) => /^[A-Z][A-Za-z0-9]*$/.test(name)
const isTrain = (name: string) => /^[A-Z][A-Za-z0-9]*(-[A-Z0-9][A-Za-z0-9]*)*$/.test(name)

export const namingRules: readonly LintRule[] = [
  {
    id: 'address',
    purpose: 'The id of a contract is its file, its URL prefix and its name in the log.',
    check(contract, report) {
      const { servers = [] } = contract.document as { servers?: readonly { url?: unknown }[] }
      const [first, ...others] = servers
      if (hasOperations(contract) && (first?.url !== `/${contract.id}` || others.length))
        report(['servers'], `the API is served under its id: write servers: [{ url: /${contract.id} }]`)
    },
  },
  {
    id: 'version',
    purpose: 'The major version is that of the file, and says what clients may rely on.',
    check({ id, info }, report) {
      const [, major] = /\/v(\d+)$/.exec(id) ?? []
      const { version } = info
      if (!/^\d+\.\d+\.\d+$/.test(String(version)))
        report(['info', 'version'], `version ${version} is no MAJOR.MINOR.PATCH: write ${major ?? 1}.0.0`)
      else if (major && !String(version).startsWith(`${major}.`))
        report(['info', 'version'], `version ${version} does not belong into v${major}: write ${major}.x.y`)
    },
  },
  {
    id: 'path-names',
    purpose: 'Addresses can be guessed and typed.',
    check(contract, report) {
      if (!isServed(contract)) return
      for (const path of Object.keys(contract.paths))
        for (const segment of path.split('/').slice(1))
          if (segment.startsWith('{') ? !isCamel(segment.slice(1, -1)) : !isKebab(segment))
            report(
              ['paths', path],
              `the segment ${segment || '(empty)'} of ${path} is misnamed: write kebab-case, and {camelCase} for parameters`,
            )
    },
  },
  {
    id: 'parameter-names',
    purpose: 'Parameters are spelt alike in all APIs.',
    check(contract, report) {
      if (!isServed(contract)) return
      for (const { parameters } of contract.operations)
        for (const { keys, parameter } of parameters)
          if (parameter.in === 'header' ? !isTrain(parameter.name) : !isCamel(parameter.name))
            report(
              [...keys, 'name'],
              `the ${parameter.in} parameter ${parameter.name} is misnamed: write ${parameter.in === 'header' ? 'Train-Case' : 'camelCase'}`,
            )
    },
  },
  {
    id: 'property-names',
    purpose: 'Fields are spelt alike in all APIs.',
    check(contract, report) {
      if (!isServed(contract)) return
      for (const { keys, schema } of contract.schemas)
        for (const name of Object.keys(isNode(schema.properties) ? schema.properties : {}))
          if (!isCamel(name))
            report([...keys, 'properties', name], `the property ${name} is misnamed: write camelCase`)
    },
  },
  {
    id: 'component-names',
    purpose: 'A schema becomes a type.',
    check({ document }, report) {
      const { schemas = {} } = (document.components ?? {}) as { schemas?: object }
      for (const name of Object.keys(schemas))
        if (!isPascal(name))
          report(['components', 'schemas', name], `the schema ${name} is misnamed: write PascalCase`)
    },
  },
  {
    id: 'unused-components',
    purpose: 'What nothing refers to is read, and believed, all the same.',
    check({ document, layer }, report) {
      const used = new Set([...references(document), ...(layer === 'events' ? [DATA] : [])])
      for (const [section, parts] of Object.entries((document.components ?? {}) as Record<string, object>))
        if (section !== 'securitySchemes')
          for (const name of Object.keys(parts))
            if (!used.has(step('#', 'components', section, name)))
              report(['components', section, name], `nothing refers to ${name}: remove it`)
    },
  },
  {
    id: 'enum-values',
    purpose: 'A closed list of words is spelt alike, and never a number that means something.',
    check(contract, report) {
      if (!isServed(contract)) return
      for (const { keys, schema } of contract.schemas)
        for (const [index, value] of ((schema.enum ?? []) as unknown[]).entries())
          if (typeof value === 'number' || (typeof value === 'string' && !isWord(value)))
            report(
              [...keys, 'enum', index],
              `the value ${value} is misspelt: write a word in kebab-case, such as in-stock`,
            )
    },
  },
]

const hasOperations = (contract: LintContract) => isServed(contract) && contract.layer !== 'events'

function* references(node: unknown): Generator<string> {
  if (node === null || typeof node !== 'object') return
  if (isNode(node) && typeof node.$ref === 'string') yield node.$ref
  for (const part of Object.values(node)) yield* references(part)
}

/** Also what has a spelling of its own: problem types, and names of fields. */
const isWord = (value: string) => isKebab(value) || isCamel(value) || value.startsWith('/problems/')
