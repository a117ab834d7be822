/** What events there are, for programs: each schema at the address its events name, and all of them as AsyncAPI 3. */
import type { EventContract } from '../../contracts/runtime/event.ts'
import { DATA } from '../../contracts/runtime/event.ts'
import { inlined } from '../../contracts/runtime/side.ts'
import { schemaPath } from '../hub/cloud-event.ts'

export const schemaType = 'application/schema+json'
export const asyncApiType = 'application/vnd.aai.asyncapi+json'

/** The schema of an event's data, whole. */
export const schemaOf = ({ document, title, id }: EventContract): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: schemaPath(id),
  title,
  ...(inlined(document, { $ref: DATA }) as object),
})

/** The hub takes each event from who publishes it, and sends it to who subscribed. */
export function asyncApi(events: readonly EventContract[]): object {
  const topics = [...Map.groupBy(events, ({ topic }) => topic)]
  const operation = (action: 'send' | 'receive') => (topic: string) => [
    `${topic}.${action}`,
    { action, channel: { $ref: `#/channels/${topic}` } },
  ]
  const names = topics.map(([topic]) => topic)
  return {
    asyncapi: '3.0.0',
    info: { title: 'Events', version: '1.0.0' },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(
      topics.map(([topic, own]) => [
        topic,
        {
          address: topic,
          messages: Object.fromEntries(
            own.map((event) => [nameOf(event), { $ref: `#/components/messages/${nameOf(event)}` }]),
          ),
        },
      ]),
    ),
    operations: Object.fromEntries([...names.map(operation('receive')), ...names.map(operation('send'))]),
    components: { messages: Object.fromEntries(events.map((event) => [nameOf(event), messageOf(event)])) },
  }
}

const nameOf = ({ id }: EventContract): string => id.slice('events/'.length).replace('/', '.')

function messageOf(event: EventContract): object {
  const { id, title, document, key } = event
  return {
    name: id,
    title,
    ...(typeof document.info.summary === 'string' && { summary: document.info.summary }),
    correlationId: {
      description: 'Its key: events with the same one keep their order.',
      location: `$message.payload#/data${key}`,
    },
    payload: {
      type: 'object',
      required: ['specversion', 'id', 'source', 'type', 'data'],
      properties: {
        specversion: { const: '1.0' },
        id: { type: 'string' },
        source: { type: 'string' },
        type: { const: id },
        time: { type: 'string', format: 'date-time' },
        subject: { type: 'string' },
        dataschema: { const: schemaPath(id) },
        traceparent: { type: 'string' },
        data: inlined(document, { $ref: DATA }),
      },
    },
  }
}
