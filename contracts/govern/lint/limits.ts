/** What somebody can make long has an end; what an API takes and gives is what its contract names, and no more. */
import type { Node } from '../../generate/rule.ts'
import { bytesMaxOf } from './bytes.ts'
import { conjuncts } from './contract.ts'
import { type Flow, isNode, isServed, type LintContract, type LintRule, type SchemaPlace } from './rule.ts'

/** As long as `BODY_BYTES_MAX` says nothing else. */
const BODY_BYTES_MAX = 2 ** 20

/** Formats whose texts are short by themselves. */
const shortFormats = ['date', 'time', 'uuid', 'ipv4', 'ipv6']

export const limitRules: readonly LintRule[] = [
  {
    id: 'string-limit',
    purpose: 'Texts without end fill memory, logs and databases.',
    check(contract, report) {
      for (const { keys, facts } of values(contract))
        if (facts.types.has('string') && !facts.has('maxLength') && !shortFormats.includes(facts.format))
          report(keys, 'the text may be endless: add maxLength, or an enum')
    },
  },
  {
    id: 'array-limit',
    purpose: 'Lists without end do so faster.',
    check(contract, report) {
      for (const { keys, facts } of values(contract)) {
        const closed = facts.all.some(
          ({ items, prefixItems }) => prefixItems !== undefined && items === false,
        )
        if (facts.types.has('array') && !facts.has('maxItems') && !closed)
          report(keys, 'the list may be endless: add maxItems')
      }
    },
  },
  {
    id: 'map-limit',
    purpose: 'Names a caller can choose are a list, too.',
    check(contract, report) {
      for (const { keys, facts } of values(contract)) {
        const open = facts.all.some(({ additionalProperties }) => isNode(additionalProperties))
        if (open && !facts.has('maxProperties'))
          report(keys, 'the object may have any number of names: add maxProperties')
      }
    },
  },
  {
    id: 'number-limit',
    purpose: 'Numbers that make no sense are refused before they are reckoned with.',
    check(contract, report) {
      for (const { keys, facts, flows } of values(contract, served)) {
        const limited = ['inimum', 'aximum'].every(
          (end) => facts.has(`m${end}`) || facts.has(`exclusiveM${end}`),
        )
        if (flows.has('request') && (facts.types.has('number') || facts.types.has('integer')) && !limited)
          report(keys, 'the number may be any: add minimum and maximum')
      }
    },
  },
  {
    id: 'body-limit',
    purpose: 'A body that its contract allows is not refused for its length.',
    check(contract, report) {
      if (!isServed(contract)) return
      for (const { keys, flow, media, operation } of contract.bodies) {
        const bytes = flow === 'request' ? bytesMaxOf(contract.bundle, media.schema) : 0
        if (bytes > BODY_BYTES_MAX)
          report(
            keys,
            `the body of ${operation.operation.operationId} may have ${bytes === Infinity ? 'any number of' : bytes} bytes, and the gateway takes ${BODY_BYTES_MAX}: tighten maxLength and maxItems`,
          )
      }
    },
  },
  {
    id: 'closed-objects',
    purpose: 'A misspelt field is refused, none is taken in or given away unseen.',
    check(contract, report) {
      for (const { keys, facts, flows, schema } of values(contract, served)) {
        const isObject = facts.types.has('object') || facts.has('properties')
        const says = facts.has('additionalProperties') || facts.has('unevaluatedProperties')
        if (isObject && !says && (flows.has('request') || flows.has('reply')))
          report(
            keys,
            `the object takes any other name: add ${'allOf' in schema ? 'unevaluatedProperties' : 'additionalProperties'}: false`,
          )
      }
    },
  },
  {
    id: 'typed',
    purpose: 'A value that may be anything is checked by nobody.',
    check(contract, report) {
      for (const { keys, facts } of values(contract, served))
        if (facts.types.size === 0 && !saysWhat.some((keyword) => facts.has(keyword)))
          report(keys, 'the value may be anything: say its type')
    },
  },
]

const saysWhat = ['enum', 'const', 'anyOf', 'oneOf', 'not', 'properties', 'items', 'prefixItems']
const served: readonly Flow[] = ['request', 'reply', 'problem']

/** What holds for a value, wherever the schema says so. */
class Facts {
  readonly all: readonly Node[]
  readonly types: ReadonlySet<unknown>

  constructor(all: readonly Node[]) {
    this.all = all
    const closed = this.has('enum') || this.has('const')
    this.types = new Set(closed ? [] : all.flatMap(({ type }) => type ?? []))
  }

  has(keyword: string): boolean {
    return this.all.some((node) => keyword in node)
  }

  get format(): string {
    return String(this.all.find(({ format }) => format)?.format)
  }
}

/** A backend answers as it likes; what is read of it is limited by the hop. */
function* values(
  contract: LintContract,
  flows: readonly Flow[] = isServed(contract) ? served : ['request'],
): Generator<SchemaPlace & { readonly facts: Facts }> {
  if (flows === served && !isServed(contract)) return
  for (const place of contract.schemas)
    if (place.whole && flows.some((flow) => place.flows.has(flow)))
      yield { ...place, facts: new Facts([...conjuncts(contract.bundle, place.schema)]) }
}
