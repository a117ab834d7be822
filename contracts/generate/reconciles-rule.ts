/** What is compared between systems comes by calls there are: a list in pages, and a read that says 404. */
import { methods, type OpenApiDocument, resolve } from '../runtime/document.ts'
import type { Contract, Keys, Node, Report, Rule } from './rule.ts'

interface Declared {
  readonly each?: {
    readonly call?: string
    readonly key?: string
    readonly query?: Readonly<Record<string, unknown>>
  }
  readonly has?: { readonly call?: string; readonly parameter?: string }
}

export const reconcilesRule: Rule = {
  id: 'reconciles',
  purpose: 'Systems that should know the same records can be held against each other.',
  check(contract, report) {
    const declared = (contract.info['x-reconciles'] ?? {}) as Readonly<Record<string, Declared>>
    for (const [name, { each = {}, has = {} }] of Object.entries(declared)) {
      const place = ['info', 'x-reconciles', name]
      const list = find(String(each.call), contract, [...place, 'each', 'call'], report)
      const read = find(String(has.call), contract, [...place, 'has', 'call'], report)
      if (list) {
        const { items, nextCursor } = replyOf(list)
        const record = list.follow(list.follow(items).items)
        const known = propertiesOf(record)
        if (items === undefined || nextCursor === undefined)
          report([...place, 'each', 'call'], `${each.call} answers no list in pages: { items, nextCursor }`)
        else if (!known[String(each.key)])
          report([...place, 'each', 'key'], `an item of ${each.call} has no ${each.key}: use ${names(known)}`)
        const parameters = parametersOf(list, 'query')
        for (const parameter of Object.keys(each.query ?? {}))
          if (!parameters.includes(parameter))
            report([...place, 'each', 'query', parameter], `${each.call} has no parameter ${parameter}`)
      }
      if (!read) continue
      const parameters = parametersOf(read, 'path')
      if (!read.operation.responses || !('404' in (read.operation.responses as Node)))
        report([...place, 'has', 'call'], `${has.call} cannot say that there is none: it has no reply 404`)
      if (parameters.join() !== String(has.parameter))
        report(
          [...place, 'has', 'parameter'],
          `${has.call} finds a record by ${parameters.join(', ') || 'nothing'}, not by ${has.parameter}`,
        )
    }
  },
}

interface Found {
  readonly operation: Node
  readonly item: Node
  follow(node: unknown): Node
}

/** @param call as `crm.listAccounts` */
function find(call: string, { info, others }: Contract, place: Keys, report: Report): Found | undefined {
  const uses = (info['x-uses'] ?? {}) as Readonly<Record<string, string>>
  const [client = '', operationId = ''] = call.split('.')
  if (!Object.hasOwn(uses, client)) {
    report(place, `${call} is no call of this API: its x-uses has ${names(uses) || 'nothing'}`)
    return undefined
  }
  const id = uses[client] as string
  const used = others.get(id)
  // Another rule tells that the contract is not there.
  if (!used) return undefined
  const found = readOf(used, operationId)
  if (!found) report(place, `${id} has no read ${operationId || call}: correct the name`)
  return found
}

function readOf(document: OpenApiDocument, operationId: string): Found | undefined {
  const follow = (node: unknown) => resolve<Node>(document, { node, pointer: '' }).node ?? {}
  for (const item of Object.values(document.paths))
    for (const method of methods) {
      const operation = item[method] as Node | undefined
      if (method === 'get' && operation?.operationId === operationId)
        return { operation, item: item as Node, follow }
    }
  return undefined
}

function replyOf({ operation, follow }: Found): Readonly<Record<string, unknown>> {
  const reply = follow((operation.responses as Node | undefined)?.['200'])
  const content = (reply.content ?? {}) as Readonly<Record<string, Node>>
  return propertiesOf(follow(Object.values(content)[0]?.schema))
}

const parametersOf = ({ operation, item, follow }: Found, place: string): readonly string[] =>
  [item.parameters, operation.parameters]
    .flatMap((list) => (list ?? []) as readonly unknown[])
    .map(follow)
    .filter((parameter) => parameter.in === place)
    .map(({ name }) => String(name))

const propertiesOf = ({ properties }: Node) => (properties ?? {}) as Readonly<Record<string, unknown>>
const names = (of: Readonly<Record<string, unknown>>) => Object.keys(of).join(', ')
