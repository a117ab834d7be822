/** Who knows an earlier version of an event is told of later ones in that version, as the contract says. */
import { expect, test } from 'vitest'
import type { EventId } from '../../contracts/event.ts'
import { type EventContract, toEvent } from '../../contracts/runtime/event.ts'
import { compileMapping } from '../../contracts/runtime/mapping.ts'
import { apis, events } from '../../gateway/apis.gen.ts'
import type { CloudEvent } from '../../gateway/hub/cloud-event.ts'
import { done } from '../../gateway/hub/outcome.ts'
import { told, type Wanted } from '../../gateway/hub/subscription.ts'
import { readWebhooks } from '../../gateway/hub/webhooks/read.ts'

const contractOf = (id: EventId, properties: object, downgrade?: object): EventContract =>
  toEvent(id, {
    openapi: '3.1.0',
    info: { title: id, version: '1.0.0', 'x-event': { key: '/id', ...(downgrade && { downgrade }) } },
    paths: {},
    components: {
      schemas: {
        Data: { type: 'object', additionalProperties: false, required: Object.keys(properties), properties },
      },
    },
  } as never)

const v1 = contractOf('events/parcel-moved/v1', {
  id: { type: 'string' },
  status: { enum: ['there', 'away'] },
})
const v2 = contractOf(
  'events/parcel-moved/v2',
  { id: { type: 'string' }, place: { type: 'integer' } },
  {
    to: 'events/parcel-moved/v1',
    data: {
      id: '$message.payload#/id',
      status: { $map: '$message.payload#/place', with: { 1: 'there', 2: 'away', 4: 'lost' } },
    },
  },
)
const known = new Map([v1, v2].map((event) => [event.id as string, event]))
const eventOf = ({ id: type }: EventContract, data: object) =>
  ({ type, data, subject: 'P1' }) as unknown as CloudEvent

async function hear(wanted: Wanted, event: CloudEvent) {
  const heard: unknown[] = []
  const outcome = await told(wanted, known, async ({ payload }) => {
    heard.push(payload)
    return done
  })(event, 0)
  return { outcome, heard }
}

test('v1 is what v2 is made into', async () => {
  expect(await hear({ event: v1 }, eventOf(v2, { id: 'P1', place: 2 }))).toEqual({
    outcome: done,
    heard: [{ id: 'P1', status: 'away' }],
  })
  expect((await hear({ event: v1 }, eventOf(v1, { id: 'P1', status: 'there' }))).heard).toHaveLength(1)
  expect((await hear({ event: v2 }, eventOf(v2, { id: 'P1', place: 2 }))).heard).toEqual([
    { id: 'P1', place: 2 },
  ])
})

test('of a version nobody can make into theirs they are not told', async () => {
  expect(await hear({ event: v2 }, eventOf(v1, { id: 'P1', status: 'there' }))).toEqual({
    outcome: done,
    heard: [],
  })
})

test('a value the contract does not map, or maps to what v1 does not know, is a letter that says so', async () => {
  expect((await hear({ event: v1 }, eventOf(v2, { id: 'P1', place: 3 }))).outcome).toMatchObject({
    kind: 'refused',
    reason: 'mapping-error',
    message: expect.stringContaining('is 3'),
  })
  expect((await hear({ event: v1 }, eventOf(v2, { id: 'P1', place: 4 }))).outcome).toMatchObject({
    reason: 'contract-violation',
    differences: [{ pointer: '/status', actual: 'a string' }],
  })
})

test('only events that pass the filter are told', async () => {
  const filter = { '$message.payload#/status': ['away'] }
  expect((await hear({ event: v1, filter }, eventOf(v1, { id: 'P1', status: 'there' }))).heard).toEqual([])
  expect((await hear({ event: v1, filter }, eventOf(v2, { id: 'P1', place: 2 }))).heard).toHaveLength(1)
})

test('each subscription makes of its event’s example a request that its operation takes', () => {
  const byId = new Map(events.map((event) => [event.id, event]))
  const examplesOf = (id: EventId) => {
    const { Data } = byId.get(id)?.document.components?.schemas ?? {}
    return (Data as { examples?: readonly unknown[] } | undefined)?.examples ?? []
  }
  for (const { contract } of apis)
    for (const { event, operation: name, transform } of contract.subscribes) {
      const operation = contract.operations[name]
      for (const payload of examplesOf(event)) {
        const map = compileMapping((transform ?? { body: '$message.payload#' }) as never)
        const request = map({ header: {}, payload }) as { body?: unknown }
        expect(operation?.parametersSchema.findings(request)).toEqual([])
        const [media] = Object.values(operation?.body?.media ?? {})
        expect(media?.schema.findings(request.body) ?? []).toEqual([])
      }
    }
  for (const { event, transform } of readWebhooks())
    for (const payload of examplesOf(event))
      expect(compileMapping(transform as never)({ header: {}, payload })).toBeTypeOf('object')
})
