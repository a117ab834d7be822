/** Outside parties are told of events so that they can believe it, and nobody inside can be reached by their name. */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { events } from '../../gateway/apis.gen.ts'
import { ConfigError, readConfig } from '../../gateway/config.ts'
import type { CloudEvent } from '../../gateway/hub/cloud-event.ts'
import { isPublic } from '../../gateway/hub/webhooks/public-address.ts'
import { readWebhooks, type Webhook } from '../../gateway/hub/webhooks/read.ts'
import { signatureOf } from '../../gateway/hub/webhooks/signature.ts'
import { webhookSubscription } from '../../gateway/hub/webhooks/webhook-subscription.ts'

const known = new Map(events.map((event) => [event.id as string, event]))
const [marketing] = readWebhooks() as [Webhook]
const event: CloudEvent = {
  specversion: '1.0',
  id: 'e1',
  source: '/process/customer-onboarding',
  type: 'events/customer-created/v1',
  time: '2026-03-09T08:15:00.000Z',
  subject: 'CUS-01JNEXM65RKRZB6RDDNAB7ZAQH',
  datacontenttype: 'application/json',
  dataschema: '',
  data: {
    customerId: 'CUS-01JNEXM65RKRZB6RDDNAB7ZAQH',
    legalName: 'Nord GmbH',
    email: 'a@nord.example',
    country: 'DE',
  },
}

const received: { headers: IncomingHttpHeaders; body: string }[] = []
let answer: { status: number; headers?: Record<string, string> } = { status: 204 }
const server = createServer((incoming, outgoing) => {
  let body = ''
  incoming.on('data', (chunk) => {
    body += chunk
  })
  incoming.on('end', () => {
    received.push({ headers: incoming.headers, body })
    outgoing.writeHead(answer.status, answer.headers).end()
  })
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => server.close())

async function deliver(secrets: readonly string[], webhook = marketing) {
  const { port } = server.address() as AddressInfo
  const target = { url: `http://127.0.0.1:${port}/greet`, secrets }
  const subscription = webhookSubscription(webhook, target, known, { loopback: true })
  try {
    return await subscription.deliver(event, 0)
  } finally {
    await subscription.close()
  }
}

test('an event is one signed request, in the words of the party', async () => {
  answer = { status: 204 }
  expect(await deliver(['new secret', 'old secret'])).toEqual({ kind: 'done' })
  const { headers, body } = received.at(-1) as (typeof received)[number]
  expect(JSON.parse(body)).toEqual({
    kind: 'customer.created',
    customer: { id: 'CUS-01JNEXM65RKRZB6RDDNAB7ZAQH', email: 'a@nord.example', country: 'DE' },
  })
  const { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signature } = headers
  const signed = ['new secret', 'old secret'].map(
    (secret) => `v1,${createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64')}`,
  )
  expect(signature).toBe(signed.join(' '))
  expect(Math.abs(Number(seconds) - Date.now() / 1000)).toBeLessThan(60)
  await deliver(['new secret'])
  expect(received.at(-1)?.headers['webhook-id']).toBe(id)
})

test('a secret is shared as Standard Webhooks writes it', () => {
  const headers = signatureOf(
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    '{"test": 2432232314}',
    ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    1614265330_000,
  )
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

const outcomes: readonly (readonly [number, Record<string, string> | undefined, object])[] = [
  [200, undefined, { kind: 'done' }],
  [302, { location: 'http://127.0.0.1/' }, { kind: 'refused', reason: 'rejected', status: 302 }],
  [400, undefined, { kind: 'refused', reason: 'rejected', status: 400 }],
  [410, undefined, { kind: 'refused', status: 410 }],
  [408, undefined, { kind: 'failed', status: 408 }],
  [429, { 'retry-after': '7' }, { kind: 'failed', status: 429, retryAfterMs: 7_000 }],
  [503, undefined, { kind: 'failed', status: 503 }],
]
test.each(outcomes)('an answer of %d', async (status, headers, expected) => {
  answer = { status, ...(headers && { headers }) }
  const before = received.length
  expect(await deliver(['secret'])).toMatchObject(expected)
  expect(received.length).toBe(before + 1)
})

test.each([
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['localhost', false],
  ['93.184.216.34', true],
  ['2606:2800:220:1::1', true],
])('%s is an address of the outside: %s', (address, expected) => {
  expect(isPublic(address, { loopback: false })).toBe(expected)
})

test('a name that leads inside is not followed, and an address inside is refused at start', async () => {
  const { port } = server.address() as AddressInfo
  const at = (host: string) =>
    webhookSubscription(marketing, { url: `http://${host}:${port}/`, secrets: ['s'] }, known, {
      loopback: false,
    })
  const before = received.length
  const subscription = at('localhost')
  expect(await subscription.deliver(event, 0)).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('localhost has no public address'),
  })
  await subscription.close()
  expect(received.length).toBe(before)
  for (const host of ['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '169.254.169.254', '2130706433'])
    expect(() => at(host)).toThrow(ConfigError)
})

test('a target needs https and a secret, unless development says otherwise', () => {
  const target = { WEBHOOK_MARKETING_URL: 'http://a.example/', WEBHOOK_MARKETING_SECRET: 'new,old' }
  expect(() => readConfig({ NODE_ENV: 'test', ...target }).webhook('marketing')).toThrow('https')
  expect(readConfig({ NODE_ENV: 'test', WEBHOOK_LOOPBACK: 'true', ...target }).webhook('marketing')).toEqual({
    url: 'http://a.example/',
    secrets: ['new', 'old'],
  })
  const { webhook } = readConfig({ NODE_ENV: 'test', WEBHOOK_MARKETING_URL: 'https://a.example/' })
  expect(() => webhook('marketing')).toThrow('WEBHOOK_MARKETING_SECRET')
  expect(webhook('nobody')).toBeUndefined()
})
