/** Who reads only the contract knows what to call, and what the answer means. */
import type { Keys, Node } from '../../generate/rule.ts'
import { isNode, isServed, type LintContract, type LintRule, type Report } from './rule.ts'

const isMissing = (text: unknown) => typeof text !== 'string' || text.trim().length < 3

export const descriptionRules: readonly LintRule[] = [
  {
    id: 'api-described',
    purpose: 'An API nobody can find is built a second time.',
    check({ info, document }, report) {
      for (const key of ['title', 'summary', 'description'])
        if (isMissing(info[key])) report(['info'], `the API has no ${key}: add info.${key}`)
      for (const [index, tag] of ((document.tags ?? []) as Node[]).entries())
        if (isMissing(tag.description))
          report(['tags', index], `the tag ${tag.name} has no description: say what belongs to it`)
    },
  },
  {
    id: 'operations-described',
    purpose: 'A list of operations reads like a table of contents.',
    check({ operations, document }, report) {
      const known = ((document.tags ?? []) as Node[]).map(({ name }) => name)
      for (const { keys, operation, responses } of operations) {
        if (isMissing(operation.summary))
          report(keys, `${operation.operationId} has no summary: say in a few words what it does`)
        const tags = (operation.tags ?? []) as unknown[]
        if (tags.length === 0)
          report(keys, `${operation.operationId} has no tag: add one of ${known.join(', ')}`)
        for (const [index, tag] of tags.entries())
          if (!known.includes(tag))
            report([...keys, 'tags', index], `there is no tag ${tag}: add it to tags, with a description`)
        for (const [status, response] of Object.entries(responses))
          if (isMissing(response.description))
            report([...keys, 'responses', status], `${status} has no description: say when it is answered`)
      }
    },
  },
  {
    id: 'parameters-described',
    purpose: 'What a caller has to fill in is explained where it is asked for.',
    check({ operations }, report) {
      for (const { keys, parameters, responses } of operations) {
        for (const { keys: place, parameter } of parameters)
          if (isMissing((parameter as unknown as Node).description))
            report(place, `the parameter ${parameter.name} has no description: say what it selects`)
        for (const [status, { headers }] of Object.entries(responses))
          for (const [name, header] of Object.entries(isNode(headers) ? headers : {}))
            if (isNode(header) && !('$ref' in header) && isMissing(header.description))
              report(
                [...keys, 'responses', status, 'headers', name],
                `the header ${name} has no description: say what it tells`,
              )
      }
    },
  },
  {
    id: 'schemas-described',
    purpose: 'A schema says what it stands for, and an enum what its values mean.',
    check(contract, report) {
      const { schemas = {} } = (contract.document.components ?? {}) as { schemas?: Record<string, Node> }
      for (const [name, schema] of Object.entries(schemas))
        if (isMissing(schema.description))
          report(
            ['components', 'schemas', name],
            `the schema ${name} has no description: say what it stands for`,
          )
      if (isServed(contract)) checkEnums(contract, report)
    },
  },
]

function checkEnums({ schemas }: LintContract, report: Report): void {
  for (const { keys, schema } of schemas) {
    const values = (schema.enum ?? []) as unknown[]
    if (values.length > 1 && isMissing(schema.description) && !explainsItself(values, keys))
      report([...keys, 'enum'], 'the values are not explained: add description or x-enum-descriptions')
    const described = isNode(schema['x-enum-descriptions']) ? schema['x-enum-descriptions'] : undefined
    for (const name of Object.keys(described ?? {}))
      if (!values.includes(name))
        report(
          [...keys, 'x-enum-descriptions', name],
          `${name} is described, but no value: remove it, or add it to enum`,
        )
    for (const [index, value] of described ? values.entries() : [])
      if (described && !Object.hasOwn(described, String(value)))
        report([...keys, 'enum', index], `${value} is not described: add it to x-enum-descriptions`)
  }
}

/** Problem types have a page each; the items of a list and the schema of a parameter are described around them. */
const explainsItself = (values: readonly unknown[], keys: Keys) =>
  values.every((value) => String(value).startsWith('/problems/')) ||
  keys.at(-1) === 'items' ||
  (keys.at(-1) === 'schema' && keys.includes('parameters'))
