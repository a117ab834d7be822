/**
 * A status that became a number: refused at the door when somebody publishes it; kept as a dead letter when it comes
 * from a system that cannot help it; corrected, replayed, and told once.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import type { Api } from '../../contracts/contract.ts'
import { toContract } from '../../contracts/runtime/load.ts'
import { events } from '../../gateway/apis.gen.ts'
import { readConfig } from '../../gateway/config.ts'
import { type Gateway, startGateway } from '../../gateway/gateway.ts'
import { readConsumers } from '../../gateway/security/consumers.ts'
import { developmentIssuer } from '../../gateway/security/issuer.ts'
import { createLog } from '../../gateway/telemetry/log.ts'

const type = 'events/order-status-changed/v1'
const order = { orderId: 'ORD-01JTB3011NF0S3Z3V8M1N868QS', customerId: 'CUS-01JNEXM65RKRZB6RDDNAB7ZAQH' }
const contract = `
openapi: 3.1.0
info:
  title: Timeline
  version: 1.0.0
  x-owner: { team: timelines, contact: timelines@strata.example, oncall: https://oncall.strata.example/timelines }
  x-subscribes:
    - event: ${type}
      operation: note
      transform: { body: { order: $message.payload#/orderId, is: $message.payload#/status } }
security: [{ consumer: [] }]
paths:
  /notes:
    post:
      operationId: note
      x-idempotency: required
      x-idempotency-retention: 604800
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [order, is], properties: { order: { type: string }, is: { type: string } } } } } }
      responses: { '204': { description: Noted. } }
components: { securitySchemes: { consumer: { type: http, scheme: bearer } } }
`
const noted: object[] = []
const timeline: Api = {
  contract: toContract('process/timeline/v1', parse(contract)),
  routes: () => ({}),
  handlers: {
    note({ body }) {
      noted.push(body)
      return { status: 204 }
    },
  },
}

const stateDirectory = mkdtempSync(join(tmpdir(), 'strata-story-'))
let gateway: Gateway
let ask: (
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
  consumer?: string,
) => Promise<Answer>

interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of a body, and nothing else
  readonly body: any
}

beforeAll(async () => {
  gateway = await startGateway({
    config: { ...readConfig({ NODE_ENV: 'test', PUBLIC_PORT: '0', INTERNAL_PORT: '0' }), stateDirectory },
    apis: [timeline],
    backends: [],
    events,
    consumers: readConsumers(),
    log: createLog({ level: 'silent' }),
  })
  const issuer = await developmentIssuer(stateDirectory)
  ask = async (path, body, headers = {}, consumer = 'ops') => {
    const token = await issuer.issue({ consumer }, 'strata')
    const response = await fetch(gateway.internalUrl + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: await response.json() }
  }
})
afterAll(async () => {
  await gateway.close()
  rmSync(stateDirectory, { recursive: true })
})

let count = 0
const eventOf = (status: unknown, own: object = {}) => ({
  specversion: '1.0',
  id: `change-${++count}`,
  source: '/erp/sales',
  type,
  data: { ...order, status },
  ...own,
})
const push = (body: unknown, headers: Record<string, string> = {}, consumer = 'erp-push') =>
  ask('/hub/events', body, { 'content-type': 'application/cloudevents+json', ...headers }, consumer)
const batch = { 'content-type': 'application/cloudevents-batch+json' }
const letters = async () => (await ask('/admin/dead-letters')).body.items
const told = (is: string) => noted.filter((note) => (note as { is: string }).is === is).length

describe('pushed by a system', () => {
  test('an event is told, however often it is pushed', async () => {
    const event = eventOf('confirmed')
    expect(await push(event)).toEqual({ status: 202, body: { taken: 1, parked: [] } })
    expect((await push(event)).status).toBe(202)
    await vi.waitUntil(() => told('confirmed') > 0, { timeout: 5_000 })
    expect(await push(eventOf('priced'))).toMatchObject({ status: 202 })
    await vi.waitUntil(() => told('priced') > 0, { timeout: 5_000 })
    expect(told('confirmed')).toBe(1)
  })

  test('its attributes may be headers', async () => {
    const headers = { 'ce-specversion': '1.0', 'ce-id': 'b1', 'ce-source': '/erp/sales', 'ce-type': type }
    const json = { ...headers, 'content-type': 'application/json' }
    expect(await push({ ...order, status: 'attention' }, json)).toMatchObject({ status: 202 })
    await vi.waitUntil(() => told('attention') === 1, { timeout: 5_000 })
    const { 'ce-type': _, ...lacking } = json
    expect(await push({ ...order, status: 'attention' }, lacking)).toMatchObject({
      status: 422,
      body: { type: '/problems/event-invalid', errors: [{ in: 'header', pointer: '#/Ce-Type' }] },
    })
  })

  test('one that breaks its contract is refused with its places, and nothing of its batch is taken', async () => {
    const before = noted.length
    expect(await push([eventOf('received'), eventOf(3)], batch)).toMatchObject({
      status: 422,
      body: { type: '/problems/event-invalid', errors: [{ in: 'body', pointer: '#/1/data/status' }] },
    })
    expect(await push(eventOf('shipped', { type: 'events/nothing/v1' }))).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/type' }] },
    })
    expect(await push(eventOf('completed'))).toMatchObject({ status: 202 })
    await vi.waitUntil(() => told('completed') === 1, { timeout: 5_000 })
    expect(noted.length).toBe(before + 1)
    expect(await letters()).toEqual([])
  })

  test('not everybody may publish', async () => {
    expect((await push(eventOf('shipped'), {}, 'order-desk')).status).toBe(403)
    expect((await push(eventOf('shipped', { type: 'events/order-placed/v1' }))).status).toBe(403)
  })
})

describe('from a system that cannot help it', () => {
  let letterId = ''

  test('it is kept, with what is wrong with it in words', async () => {
    const answer = await push(eventOf(3), { prefer: 'handling=lenient' })
    expect(answer).toMatchObject({ status: 202, body: { taken: 0, parked: [expect.any(String)] } })
    letterId = answer.body.parked[0]
    expect((await ask(`/admin/dead-letters/${letterId}`)).body).toMatchObject({
      letterId,
      state: 'new',
      subscription: 'intake',
      owner: 'finance-systems',
      key: order.orderId,
      reason: 'contract-violation',
      stage: 'validate',
      differences: [
        { pointer: '/status', expected: expect.stringContaining('must be one of "received"'), actual: '3' },
      ],
      data: { ...order, status: 3 },
      isCorrected: false,
    })
    expect((await ask('/admin/dead-letters/causes')).body.items).toMatchObject([
      { subscription: 'intake', reason: 'contract-violation', letters: 1, example: letterId },
    ])
  })

  test('a correction has to keep the contract', async () => {
    const wrong = { change: { status: 'Shipped' }, note: 'a guess' }
    expect(await ask(`/admin/dead-letters/${letterId}/correct`, wrong)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/change/status' }] },
    })
    const right = { change: { status: 'shipped' }, note: 'The ERP says 3 for shipped.' }
    expect(await ask(`/admin/dead-letters/${letterId}/correct`, right)).toMatchObject({
      status: 200,
      body: { isCorrected: true, data: { status: 'shipped' }, audit: [{ who: 'ops', what: 'corrected' }] },
    })
  })

  test('replayed, it is told once, however often somebody asks', async () => {
    const selection = { letterIds: [letterId], note: 'corrected' }
    const dry = await ask('/admin/dead-letters/replay', { ...selection, dryRun: true })
    expect(dry).toEqual({ status: 200, body: { matched: 1, changed: 0 } })
    const twice = await Promise.all([1, 2].map(() => ask('/admin/dead-letters/replay', selection)))
    expect(twice.reduce((sum, { body }) => sum + body.changed, 0)).toBe(1)
    await vi.waitUntil(() => told('shipped') > 0, { timeout: 5_000 })
    await vi.waitUntil(async () => (await ask(`/admin/dead-letters/${letterId}`)).body.state === 'replayed', {
      timeout: 5_000,
    })
    expect((await ask('/admin/dead-letters/replay', selection)).body).toEqual({ matched: 0, changed: 0 })
    expect(told('shipped')).toBe(1)
    expect(await letters()).toEqual([])
  })
})
