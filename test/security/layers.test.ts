/** Who may call which layer: consumers what they are registered for, a layer the one below, and nobody else. */
import { describe, expect, test } from 'vitest'
import type { Layer } from '../../contracts/contract.ts'
import { createIdentity } from '../../gateway/security/identity.ts'
import { sendRaw, startFixture, request as write } from '../serve/support.ts'
import { startUpstream } from '../serve/upstream.ts'

const SERVICE_KEY = 'a key of this test alone, 32 bytes and more'
const upstream = await startUpstream()
upstream.reply = {}
const { publicUrl, internalUrl, token, calls } = await startFixture({
  env: { SERVICE_KEY, VAULT_URL: upstream.url },
})
const layers = createIdentity(Buffer.from(SERVICE_KEY))
const proof = (to: Layer, customerId?: string) => layers.prove(to, { consumer: 'storefront-web', customerId })

const paths = {
  experience: '/experience/shop/v1/items',
  process: '/process/desk/v1/stock',
  system: '/system/store/v1/stock',
} as const

async function call(layer: keyof typeof paths, bearer: string, path: string = paths[layer]) {
  const reached = calls.count
  const url = layer === 'experience' ? publicUrl : internalUrl
  const answer = await sendRaw(url, write(`GET ${path}`, { headers: { authorization: `Bearer ${bearer}` } }))
  return { ...answer, body: JSON.parse(answer.text), reached: calls.count > reached }
}

describe('a consumer', () => {
  test('calls what it is registered for', async () => {
    expect((await call('experience', await token('storefront-web'))).status).toBe(200)
    expect((await call('process', await token('order-desk'))).status).toBe(200)
  })

  test.each([
    ['another API of its layer', 'experience', 'order-desk'],
    ['a process API as a front-end', 'process', 'storefront-web'],
    ['a system API as a front-end', 'system', 'storefront-web'],
    ['a system API as an internal service', 'system', 'order-desk'],
    ['anything without being registered', 'experience', 'somebody'],
    ['anything as a name every object has', 'experience', '__proto__'],
  ] as const)('is refused %s', async (_, layer, consumer) => {
    const { status, body, reached } = await call(layer, await token(consumer))
    expect(body.type).toBe('/problems/forbidden')
    expect([status, reached]).toEqual([403, false])
  })

  test('needs a signed-in customer where the operation is about one', async () => {
    const path = '/experience/shop/v1/me'
    const refused = await call('experience', await token('storefront-web'), path)
    expect(refused.body.type).toBe('/problems/forbidden')
    expect([refused.status, refused.reached]).toEqual([403, false])
    const { body } = await call('experience', await token('storefront-web', 'CUS-1'), path)
    expect(body).toEqual({ customerId: 'CUS-1', consumer: 'storefront-web' })
  })
})

describe('a layer', () => {
  test('calls the layer below', async () => {
    expect((await call('process', await proof('process'))).status).toBe(200)
    expect((await call('system', await proof('system'))).status).toBe(200)
  })

  test.each([
    ['process', 'system'],
    ['system', 'process'],
    ['experience', 'process'],
    ['experience', 'system'],
  ] as const)('is refused at %s with a token for %s', async (layer, audience) => {
    const { status, body, reached } = await call(layer, await proof(audience))
    expect(body.type).toBe('/problems/forbidden')
    expect([status, reached]).toEqual([403, false])
  })

  test.each(['experience', 'backend'] as const)('cannot prove itself to %s', async (audience) => {
    expect((await call('process', await proof(audience))).status).toBe(401)
  })

  test('of another deployment is unknown', async () => {
    const others = createIdentity(Buffer.from('the key of another deployment, of 32 bytes'))
    const bearer = await others.prove('process', { consumer: 'storefront-web' })
    expect((await call('process', bearer)).status).toBe(401)
  })
})
