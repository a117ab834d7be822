/**
 * The `x-` keys a contract may have, as a closed table: where, in which layers, and of which shape. What is not here
 * is refused: an extension nobody reads is a promise nobody keeps.
 */
import type { JsonSchema } from './runtime/document.ts'

export interface Extension {
  readonly key: `x-${string}`
  readonly at: 'info' | 'operation' | 'schema'
  /** All of them when missing. */
  readonly layers?: readonly string[]
  readonly means: string
  /** What a value must be; what takes more than a schema is a rule of its own. */
  readonly shape: JsonSchema
}

const id = (layers: string): JsonSchema => ({
  type: 'string',
  pattern: `^(${layers})/[a-z][a-z0-9-]*/v[1-9][0-9]*$`,
})
const contractId = id('backend|system|process|experience')
const eventId = id('events')
const text: JsonSchema = { type: 'string', minLength: 1 }
const strings: JsonSchema = { type: 'array', minItems: 1, uniqueItems: true, items: text }
const object = (properties: Readonly<Record<string, JsonSchema>>, required: readonly string[] = []) =>
  ({ type: 'object', properties, required, additionalProperties: false }) as const
const served = ['system', 'process', 'experience', 'admin']

export const extensions: readonly Extension[] = [
  {
    key: 'x-owner',
    at: 'info',
    means: 'Who answers for the API: alerts, dead letters and 5xx problems carry it.',
    shape: object({ team: text, contact: text, oncall: text }, ['team', 'contact', 'oncall']),
  },
  {
    key: 'x-uses',
    at: 'info',
    layers: ['system', 'process', 'experience'],
    means: 'The only APIs its handlers can call, by the name of the client: of the next layer down.',
    shape: { type: 'object', minProperties: 1, additionalProperties: contractId },
  },
  {
    key: 'x-lifecycle',
    at: 'info',
    means: 'How far its life is: drives `Deprecation`, `Sunset` and `Link`, and the 410 after its end.',
    shape: { type: 'object', required: ['status'] },
  },
  {
    key: 'x-mappings',
    at: 'info',
    layers: ['system', 'process', 'experience'],
    means: 'Which semantic types its values are made from: `order: [erp.order]`.',
    shape: { type: 'object', minProperties: 1, additionalProperties: strings },
  },
  {
    key: 'x-reconciles',
    at: 'info',
    layers: ['process'],
    means: 'Records two systems must both know: each one of a list, and where else it has to be found.',
    shape: {
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: '^[a-z][a-z0-9-]{0,39}$' },
      additionalProperties: object(
        {
          each: object({ call: text, query: { type: 'object' }, key: text }, ['call', 'key']),
          has: object({ call: text, parameter: text }, ['call', 'parameter']),
          everyHours: { type: 'integer', minimum: 1, maximum: 744 },
        },
        ['each', 'has'],
      ),
    },
  },
  {
    key: 'x-subscribes',
    at: 'info',
    layers: ['process', 'experience'],
    means: 'The events that call its operations.',
    shape: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['event', 'operation'],
        properties: { event: eventId, operation: text },
      },
    },
  },
  {
    key: 'x-event',
    at: 'info',
    layers: ['events'],
    means: 'What an event is ordered by, how long it is kept, and what may change in later versions.',
    shape: { type: 'object', required: ['key'] },
  },
  {
    key: 'x-transport',
    at: 'info',
    layers: ['backend'],
    means: 'The driver that speaks to the backend.',
    shape: { enum: ['http-json', 'salesforce', 'tryton'] },
  },
  {
    key: 'x-auth',
    at: 'info',
    layers: ['backend'],
    means: 'How the driver signs in at the backend.',
    shape: { type: ['string', 'object'] },
  },
  {
    key: 'x-policies',
    at: 'info',
    layers: ['backend'],
    means: 'What the backend knows better of retries, breaker and bulkhead than the gateway.',
    shape: { type: 'object', minProperties: 1 },
  },
  {
    key: 'x-idempotency',
    at: 'operation',
    layers: served,
    means: 'Whether the change is made once per `Idempotency-Key`; POST and PATCH have to say so.',
    shape: { enum: ['required', 'optional', 'none'] },
  },
  {
    key: 'x-idempotency-retention',
    at: 'operation',
    layers: served,
    means: 'For how many seconds a repetition gets the same answer.',
    shape: { type: 'integer', minimum: 60 },
  },
  {
    key: 'x-effect',
    at: 'operation',
    layers: ['backend'],
    means: 'What a repetition does there: nothing, the same again, to be looked up, or unknown.',
    shape: { enum: ['read', 'keyed', 'lookup', 'opaque'] },
  },
  {
    key: 'x-deadline-ms',
    at: 'operation',
    means: 'After how long the caller is answered, whatever happens.',
    shape: { type: 'integer', minimum: 1 },
  },
  {
    key: 'x-priority',
    at: 'operation',
    layers: served,
    means: 'What is shed first when there is more to do than can be done.',
    shape: { enum: ['critical', 'normal', 'background'] },
  },
  {
    key: 'x-slo',
    at: 'operation',
    layers: served,
    means: 'What it promises: requests a second, the 95th percentile of its latency, share of good answers.',
    shape: object(
      {
        rate: { type: 'number', exclusiveMinimum: 0 },
        p95Ms: { type: 'number', exclusiveMinimum: 0 },
        availability: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
      },
      ['rate', 'p95Ms', 'availability'],
    ),
  },
  {
    key: 'x-paging',
    at: 'operation',
    layers: served,
    means: 'A list that always comes as a whole says so.',
    shape: { const: 'none' },
  },
  {
    key: 'x-cache',
    at: 'operation',
    layers: served,
    means: 'How long an answer may be given again, and longer while a system below fails.',
    shape: { type: 'object' },
  },
  {
    key: 'x-optional',
    at: 'operation',
    layers: ['process', 'experience'],
    means: 'What an answer may lack, and by which calls it comes.',
    shape: { type: 'object' },
  },
  {
    key: 'x-saga',
    at: 'operation',
    layers: ['process'],
    means: 'Steps in several systems that are all taken, or taken back.',
    shape: { type: 'object' },
  },
  {
    key: 'x-publishes',
    at: 'operation',
    layers: ['system', 'process'],
    means: 'The events it makes known.',
    shape: { type: 'array', minItems: 1, uniqueItems: true, items: eventId },
  },
  {
    key: 'x-pii',
    at: 'schema',
    means: 'Personal data: redacted in logs and samples, encrypted at rest.',
    shape: { type: 'boolean' },
  },
  {
    key: 'x-secret',
    at: 'schema',
    means: 'A secret: never shown.',
    shape: { type: 'boolean' },
  },
  {
    key: 'x-semantic-type',
    at: 'schema',
    means: 'What a value means, wherever it goes: `order.status`; `erp.party` only near the ERP.',
    shape: { type: 'string', pattern: '^[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*$' },
  },
  {
    key: 'x-enum-descriptions',
    at: 'schema',
    means: 'What each value of an enum means.',
    shape: { type: 'object', additionalProperties: text },
  },
]

/** The keys that are known at a place. */
export const extensionsAt = (place: Extension['at']): readonly string[] =>
  extensions.filter(({ at }) => at === place).map(({ key }) => key)
