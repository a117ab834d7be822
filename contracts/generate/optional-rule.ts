/** What an answer may lack comes by calls there are, and the answer has a place to say that it is missing. */
import type { OpenApiDocument } from '../runtime/document.ts'
import { methods, resolve } from '../runtime/document.ts'
import type { Contract, Keys, Node, Operation, Report, Rule } from './rule.ts'

export const optionalRule: Rule = {
  id: 'optional',
  purpose: 'An answer that lacks something says what, and nothing else is ever left out.',
  check(contract, report) {
    for (const operation of contract.operations) {
      const declared = operation.operation['x-optional']
      if (declared === undefined) continue
      const place = [...operation.keys, 'x-optional']
      const parts = isObject(declared) ? Object.entries(declared) : []
      if (operation.method !== 'get') report(place, 'only a read can do without a part: remove x-optional')
      else if (parts.length === 0) report(place, `x-optional must name parts with their calls: ${example}`)
      else {
        for (const [part, calls] of parts) checkPart(part, calls, contract, [...place, part], report)
        checkReply(
          parts.map(([part]) => part),
          operation,
          contract,
          place,
          report,
        )
      }
    }
  },
}

const example = '{ crm: [crm.getAccount] }'

function checkPart(part: string, calls: unknown, contract: Contract, place: Keys, report: Report): void {
  if (!/^[a-z][A-Za-z0-9]*$/.test(part))
    report(place, `a part cannot be called ${part}: choose a camelCase name`)
  if (!Array.isArray(calls) || calls.length === 0) {
    report(place, `the part ${part} must list the calls it comes by: ${example}`)
    return
  }
  for (const [index, call] of calls.entries()) {
    const mistake = mistakeOf(String(call), part, contract)
    if (mistake) report([...place, index], mistake)
  }
}

/** @param call as `crm.getAccount` */
function mistakeOf(call: string, part: string, { info, others }: Contract): string | undefined {
  const uses = (info['x-uses'] ?? {}) as Readonly<Record<string, string>>
  const [client = '', operationId = ''] = call.split('.')
  if (!Object.hasOwn(uses, client))
    return `${call} is no call of this API: its x-uses has ${Object.keys(uses).join(', ') || 'nothing'}`
  const id = uses[client] as string
  const used = others.get(id)
  // Another rule tells that the contract is not there.
  if (!used) return undefined
  const found = operationsOf(used).find((operation) => operation.operationId === operationId)
  if (!found) return `${id} has no operation ${operationId || call}: correct the name`
  const inner = found['x-optional']
  if (found.method !== 'get') return `${call} changes something: only a read can be done without`
  if (isObject(inner) && !Object.hasOwn(inner, part))
    return `${call} may lack ${Object.keys(inner).join(', ')}, not ${part}: use its names`
  return undefined
}

const operationsOf = ({ paths }: OpenApiDocument): readonly Node[] =>
  Object.values(paths).flatMap((item) =>
    methods.flatMap((method) => (item[method] ? [{ ...(item[method] as Node), method }] : [])),
  )

function checkReply(
  parts: readonly string[],
  { responses }: Operation,
  { document }: Contract,
  place: Keys,
  report: Report,
): void {
  const follow = (node: unknown) => resolve<Node>(document as never, { node, pointer: '' }).node ?? {}
  const content = (responses['200']?.content ?? {}) as Record<string, Node>
  const reply = follow(Object.values(content)[0]?.schema)
  const source = follow(follow(propertiesOf(reply).sources).items)
  const { system, state, asOf } = propertiesOf(source)
  const known = (follow(system).enum ?? []) as readonly string[]
  const states = (follow(state).enum ?? []) as readonly string[]
  const complete =
    requires(reply, 'sources') &&
    ['system', 'state', 'asOf'].every((name) => requires(source, name)) &&
    parts.every((part) => known.includes(part)) &&
    ['ok', 'unavailable'].every((name) => states.includes(name)) &&
    asOf !== undefined
  if (!complete)
    report(
      place,
      `the reply 200 cannot say what is missing: require sources, a list of { system: ${parts.join(' | ')}, state: ok | unavailable, asOf }`,
    )
}

const propertiesOf = ({ properties }: Node) => (properties ?? {}) as Readonly<Record<string, unknown>>
const requires = ({ required }: Node, name: string) => Array.isArray(required) && required.includes(name)

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
