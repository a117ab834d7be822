/** What passes by reference in one process passes over HTTP too: every media type, there and back. */
import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Api, Handler } from '../../contracts/contract.ts'
import { toContract } from '../../contracts/runtime/load.ts'
import { Call } from '../../gateway/call.ts'
import { readConfig } from '../../gateway/config.ts'
import { startGateway } from '../../gateway/gateway.ts'
import { Pools } from '../../gateway/hop/pools.ts'
import { layer } from '../../gateway/hop/transports/layer.ts'
import { createIdentity } from '../../gateway/security/identity.ts'
import { createLog } from '../../gateway/telemetry/log.ts'

const serviceKey = 'the key that both processes of this test share'
const fixture = new URL('../serve/fixtures/shop.yaml', import.meta.url)
const contract = toContract('process/shop/v1', parse(readFileSync(fixture, 'utf8')))

const echo: Handler = ({ body }) => ({
  status: 200,
  body: { body: body instanceof Uint8Array ? [...body] : body },
})
const pixel = Buffer.from([137, 80, 78, 71, 0, 255])
const handlers: Record<string, Handler> = {
  ...Object.fromEntries(Object.keys(contract.operations).map((operation) => [operation, echo])),
  salesReport: () => ({ status: 200, body: 'sku,sold\nWID-001,3 für uns\n' }),
  logo: () => ({ status: 200, body: pixel }),
}
const api: Api = { contract, routes: () => ({}), handlers }

const gateway = await startGateway({
  config: { ...readConfig({ NODE_ENV: 'test', PUBLIC_PORT: '0', INTERNAL_PORT: '0' }), serviceKey },
  apis: [api],
  backends: [],
  events: [],
  consumers: new Map(),
  log: createLog({ level: 'silent' }),
})
const pools = new Pools()
const transport = layer({
  pool: pools.of(gateway.internalUrl),
  identity: createIdentity(Buffer.from(serviceKey)),
})
afterAll(async () => {
  await gateway.close()
  await pools.close()
})

const send = (operation: string, request: object) => {
  const call = new Call(performance.now() + 5_000)
  call.caller = { consumer: 'storefront-web', customerId: 'CUS-1' }
  const target = {
    contract,
    operation: contract.operations[operation] as (typeof contract.operations)[string],
  }
  return transport.send(target)(request, call)
}

const note = { text: 'a & b +ü "x"', stars: 5, tags: ['x', 'y'] }

test.each([
  ['application/json', note],
  ['application/x-www-form-urlencoded', note],
  ['multipart/form-data', note],
  ['text/plain', 'grüße'],
])('a body as %s', async (mediaType, body) => {
  expect(await send('addNote', { body, mediaType })).toMatchObject({ status: 200, body: { body } })
})

test('a body of bytes', async () => {
  const reply = await send('addNote', {
    body: Uint8Array.of(0, 255, 128),
    mediaType: 'application/octet-stream',
  })
  expect(reply).toMatchObject({ status: 200, body: { body: [0, 255, 128] } })
})

test('a reply of text', async () => {
  expect(await send('salesReport', {})).toMatchObject({ status: 200, body: 'sku,sold\nWID-001,3 für uns\n' })
})

test('a reply of bytes', async () => {
  expect(await send('logo', {})).toMatchObject({ status: 200, body: pixel })
})
