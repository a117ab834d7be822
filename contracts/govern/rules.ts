/** The rule book of `strata diff`. What breaks is decided by proof; a rule only gives it a name, a reason and a way out. */

/** Which way data flows: to the server, or from it. Payloads of webhooks come from the server. */
export type Flow = 'request' | 'response'

/**
 * What a finding means: clients break; data or behaviour may get lost; access got wider; only generated code changes
 * its names; dates and duties of the life cycle.
 */
export type Effect = 'break' | 'risky' | 'exposure' | 'sdk' | 'lifecycle'

export interface Rule {
  readonly id: string
  readonly effect: Effect
  readonly flow: Flow | 'both'
  /** One sentence; `{name}` stands for what it is about. */
  readonly says: string
  /** The smallest edit that avoids it. */
  readonly edit: string
}

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
    id: 'property',
    keywords: ['required'],
    request: 'Requests without {name} are refused now.',
    response: 'Responses may come without {name} now.',
    keep: '{name} as required as it was',
  },
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

const schemaRules: readonly Rule[] = families.flatMap(({ id, request, response, keep }) => [
  { id: `request-${id}-narrowed`, effect: 'break', flow: 'request', says: request, edit: `Keep ${keep}.` },
  { id: `response-${id}-widened`, effect: 'break', flow: 'response', says: response, edit: `Keep ${keep}.` },
])

const otherRules: readonly Rule[] = [
  {
    id: 'operation-removed',
    effect: 'break',
    flow: 'request',
    says: 'The operation is gone.',
    edit: 'Keep it, deprecate it with a sunset date, and remove it after that date.',
  },
  {
    id: 'operation-retired',
    effect: 'lifecycle',
    flow: 'request',
    says: 'The operation is gone, after the sunset it announced.',
    edit: 'Make sure that nobody calls it any more.',
  },
  {
    id: 'address-removed',
    effect: 'break',
    flow: 'request',
    says: 'The operation does not answer at {name} any more.',
    edit: 'Keep the server in `servers`.',
  },
  {
    id: 'webhook-removed',
    effect: 'risky',
    flow: 'response',
    says: 'The message is not sent any more.',
    edit: 'Keep sending it, or tell its receivers.',
  },
  {
    id: 'parameter-removed',
    effect: 'break',
    flow: 'request',
    says: 'The query parameter {name} is ignored now: an ignored filter returns wrong data.',
    edit: 'Keep the parameter.',
  },
  {
    id: 'parameter-ignored',
    effect: 'risky',
    flow: 'request',
    says: 'The parameter {name} is ignored now.',
    edit: 'Keep the parameter.',
  },
  {
    id: 'parameter-moved',
    effect: 'break',
    flow: 'request',
    says: 'The parameter {name} is expected elsewhere now.',
    edit: 'Keep it where it was.',
  },
  {
    id: 'parameter-required',
    effect: 'break',
    flow: 'request',
    says: 'Requests without the parameter {name} are refused now.',
    edit: 'Make the parameter optional.',
  },
  {
    id: 'parameter-notation',
    effect: 'break',
    flow: 'request',
    says: 'The parameter {name} is written differently now.',
    edit: 'Keep style, explode and allowReserved.',
  },
  {
    id: 'body-required',
    effect: 'break',
    flow: 'request',
    says: 'Requests without a body are refused now.',
    edit: 'Make the body optional.',
  },
  {
    id: 'body-removed',
    effect: 'break',
    flow: 'request',
    says: 'No body is expected any more.',
    edit: 'Keep the body, optional if need be.',
  },
  {
    id: 'media-type-removed',
    effect: 'break',
    flow: 'both',
    says: 'The media type {name} is gone.',
    edit: 'Keep the media type beside the new one.',
  },
  {
    id: 'encoding-changed',
    effect: 'break',
    flow: 'both',
    says: 'The parts of the form are encoded differently, and nobody can tell what that does.',
    edit: 'Keep `encoding`.',
  },
  {
    id: 'status-removed',
    effect: 'break',
    flow: 'response',
    says: 'The success status {name} is gone.',
    edit: 'Keep the status.',
  },
  {
    id: 'status-added',
    effect: 'risky',
    flow: 'response',
    says: 'The success status {name} is new: clients may not expect it.',
    edit: 'Tell clients, or keep to the statuses there were.',
  },
  {
    id: 'header-required',
    effect: 'break',
    flow: 'response',
    says: 'The header {name}, which always came, may be missing now.',
    edit: 'Keep the header required.',
  },
  {
    id: 'header-removed',
    effect: 'risky',
    flow: 'response',
    says: 'The optional header {name} does not come any more.',
    edit: 'Keep the header.',
  },
  {
    id: 'security-tightened',
    effect: 'break',
    flow: 'request',
    says: 'Callers who show {name} are refused now.',
    edit: 'Keep the security requirement as an alternative.',
  },
  {
    id: 'security-loosened',
    effect: 'exposure',
    flow: 'request',
    says: 'Callers who show {name} are let in now.',
    edit: 'Make sure that this is meant.',
  },
  {
    id: 'property-ignored',
    effect: 'risky',
    flow: 'request',
    says: 'The property {name} is ignored now: what clients send in it gets lost.',
    edit: 'Keep the property.',
  },
  {
    id: 'property-dropped',
    effect: 'risky',
    flow: 'response',
    says: 'The optional property {name} does not come any more.',
    edit: 'Keep the property.',
  },
  {
    id: 'default-changed',
    effect: 'risky',
    flow: 'request',
    says: 'What happens without {name} is different now: its default changed.',
    edit: 'Keep the default.',
  },
  {
    id: 'operation-id-changed',
    effect: 'sdk',
    flow: 'both',
    says: 'Generated clients call the operation {name} now.',
    edit: 'Keep the operationId.',
  },
  {
    id: 'tags-changed',
    effect: 'sdk',
    flow: 'both',
    says: 'Generated clients find the operation elsewhere now: its tags changed.',
    edit: 'Keep the tags.',
  },
  {
    id: 'operation-deprecated',
    effect: 'lifecycle',
    flow: 'both',
    says: 'The operation is deprecated now.',
    edit: 'Announce a sunset date and a successor.',
  },
  {
    id: 'sunset-malformed',
    effect: 'lifecycle',
    flow: 'both',
    says: 'The sunset {name} is no date.',
    edit: 'Write it as in 2027-06-30.',
  },
  {
    id: 'sunset-earlier',
    effect: 'lifecycle',
    flow: 'both',
    says: 'The sunset comes earlier than announced.',
    edit: 'Keep the date, or a later one.',
  },
  {
    id: 'sunset-removed',
    effect: 'lifecycle',
    flow: 'both',
    says: 'The announced sunset is gone although the operation is still deprecated.',
    edit: 'Keep the date, or a later one.',
  },
]

export const rules: readonly Rule[] = [...schemaRules, ...otherRules]

const byId = new Map(rules.map((rule) => [rule.id, rule]))

export function ruleOf(id: string): Rule {
  const rule = byId.get(id)
  if (!rule) throw new Error(`there is no rule ${id}`)
  return rule
}

/** The rule for a keyword that a value of the other side does not satisfy. */
export function ruleOfKeyword(keyword: string, flow: Flow): Rule {
  const family = families.find(({ keywords }) => keywords.includes(keyword))?.id ?? 'properties'
  return ruleOf(flow === 'request' ? `request-${family}-narrowed` : `response-${family}-widened`)
}
