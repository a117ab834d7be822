/** Rules about schemas: one family for each thing a schema says, with a rule for each way the data flows. */
import type { Flow, Rule } from './rule.ts'

/** What a schema says, by the keywords that say it. Requests break when less is accepted, responses when more may come. */
interface Family {
  readonly id: string
  readonly keywords: readonly string[]
  readonly request: string
  readonly response: string
  /** What to do, in the sense of "keep …". */
  readonly keep: string
}

const families: readonly Family[] = [
  {
    id: 'type',
    keywords: ['type'],
    request: 'Values of a type that was accepted are refused now.',
    response: 'Values of a type that never came may come now.',
    keep: 'the types there were',
  },
  {
    id: 'values',
    keywords: ['enum', 'const'],
    request: 'A value that was accepted is refused now.',
    response: 'A value that was not listed may come now.',
    keep: 'the listed values; for a new one in responses clients have to be told to expect more, or a new version',
  },
  {
    id: 'range',
    keywords: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
    request: 'Numbers that were accepted are out of range now.',
    response: 'Numbers beyond the promised range may come now.',
    keep: 'the bounds',
  },
  {
    id: 'multiple',
    keywords: ['multipleOf'],
    request: 'Numbers that were accepted are no multiple of the step that is asked for now.',
    response: 'Numbers that are no multiple of the promised step may come now.',
    keep: 'multipleOf',
  },
  {
    id: 'length',
    keywords: ['minLength', 'maxLength'],
    request: 'Texts of a length that was accepted are refused now.',
    response: 'Texts of a length that was ruled out may come now.',
    keep: 'the length limits',
  },
  {
    id: 'pattern',
    keywords: ['pattern'],
    request: 'Texts that were accepted do not match the pattern now.',
    response: 'Texts that do not match the promised pattern may come now.',
    keep: 'the pattern, or replace it by one that contains the old one in requests and is contained in it in responses',
  },
  {
    id: 'format',
    keywords: ['format'],
    request: 'Values that were accepted are not of the format that is asked for now.',
    response: 'Values that are not of the promised format may come now.',
    keep: 'the format',
  },
  {
    id: 'items-count',
    keywords: ['minItems', 'maxItems'],
    request: 'Lists of a length that was accepted are refused now.',
    response: 'Lists of a length that was ruled out may come now.',
    keep: 'minItems and maxItems',
  },
  {
    id: 'items-unique',
    keywords: ['uniqueItems'],
    request: 'Lists with equal items are refused now.',
    response: 'Lists may have equal items now.',
    keep: 'uniqueItems',
  },
  {
    id: 'items',
    keywords: ['items', 'prefixItems', 'contains', 'minContains', 'maxContains', 'unevaluatedItems'],
    request: 'Items that were accepted are refused now.',
    response: 'Items that were ruled out may come now.',
    keep: 'what is said of the items',
  },
  {
    id: 'properties-count',
    keywords: ['minProperties', 'maxProperties'],
    request: 'Objects with a number of properties that was accepted are refused now.',
    response: 'Objects with a number of properties that was ruled out may come now.',
    keep: 'minProperties and maxProperties',
  },
  {
    id: 'extra-properties',
    keywords: ['additionalProperties', 'unevaluatedProperties', 'patternProperties', 'propertyNames'],
    request: 'Properties that were accepted beside the declared ones are refused now.',
    response: 'Properties beside the promised ones may come now.',
    keep: 'the object as open or closed as it was',
  },
  {
    id: 'properties',
    keywords: ['properties', 'schema', '$ref'],
    request: 'Values that were accepted are refused now.',
    response: 'Values that were ruled out may come now.',
    keep: 'the schema',
  },
  {
    id: 'alternatives',
    keywords: ['anyOf', 'oneOf', 'allOf'],
    request: 'Values that fit an alternative fit none, or several, now.',
    response: 'Values that fit none of the promised alternatives, or several, may come now.',
    keep: 'the alternatives',
  },
  {
    id: 'exclusion',
    keywords: ['not'],
    request: 'Values that were accepted are excluded now.',
    response: 'Values that were excluded may come now.',
    keep: 'what `not` says',
  },
  {
    id: 'condition',
    keywords: ['if', 'dependentRequired', 'dependentSchemas', 'dependencies'],
    request: 'Values that were accepted do not meet the conditions now.',
    response: 'Values that do not meet the promised conditions may come now.',
    keep: 'the conditions',
  },
  {
    id: 'discriminator',
    keywords: ['discriminator'],
    request: 'A value of the discriminator that was understood leads nowhere now.',
    response: 'A value of the discriminator nobody knows may come now.',
    keep: 'the mapping of the discriminator',
  },
]

const required: readonly Rule[] = [
  {
    id: 'request-property-required',
    effect: 'break',
    flow: 'request',
    says: 'Requests without {name} are refused now.',
    edit: 'Leave {name} optional.',
  },
  {
    id: 'response-property-optional',
    effect: 'break',
    flow: 'response',
    says: 'Responses may come without {name} now.',
    edit: 'Keep {name} required.',
  },
]

export const schemaRules: readonly Rule[] = [
  ...required,
  ...families.flatMap(({ id, request, response, keep }): readonly Rule[] => [
    { id: `request-${id}-narrowed`, effect: 'break', flow: 'request', says: request, edit: `Keep ${keep}.` },
    {
      id: `response-${id}-widened`,
      effect: 'break',
      flow: 'response',
      says: response,
      edit: `Keep ${keep}.`,
    },
  ]),
]

/** The rule for a keyword that a value of the other side does not satisfy. */
export function schemaRuleOf(keyword: string, flow: Flow): string {
  if (keyword === 'required')
    return flow === 'request' ? 'request-property-required' : 'response-property-optional'
  const family = families.find(({ keywords }) => keywords.includes(keyword))?.id ?? 'properties'
  return flow === 'request' ? `request-${family}-narrowed` : `response-${family}-widened`
}
