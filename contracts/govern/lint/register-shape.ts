/** What can be written in `contracts/consumers.yaml`, as a closed shape: a misspelt limit limits nobody. */
import type { JsonSchema } from '../../runtime/document.ts'

const text: JsonSchema = { type: 'string' }
const day: JsonSchema = { type: 'string', anyOf: [{ format: 'date' }, { format: 'date-time' }] }
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items })
/** What has to be there is a matter of rules that know why. */
const object = (properties: Readonly<Record<string, JsonSchema>>, required: readonly string[] = []) =>
  ({ type: 'object', required, additionalProperties: false, properties }) as const

const limit = object({
  name: text,
  requests: true,
  seconds: true,
  per: { enum: ['consumer', 'customer'] },
  of: { enum: ['everything', 'changes'] },
})

const consent = object({ by: text, on: day }, ['by', 'on'])
const grant = object({ api: text, since: day, consent }, ['api'])

const consumer = object({
  id: text,
  description: text,
  owner: object({ team: text, contact: text }),
  plan: text,
  since: day,
  origins: list(text),
  uses: list({ anyOf: [text, grant] }),
  scopes: list({ enum: ['strata:admin'] }),
  publishes: list({ type: 'string', pattern: '^events/[a-z][a-z0-9-]*/v[1-9][0-9]*$' }),
})

export const registerShape: JsonSchema = object(
  {
    plans: {
      type: 'object',
      additionalProperties: object({ description: text, limits: list(limit) }, ['description']),
    },
    consumers: list(consumer),
  },
  ['consumers'],
)
