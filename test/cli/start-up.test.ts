/** A start that cannot succeed ends at once, with one sentence that says what to change. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { whyNotListening } from '../../gateway/serve/server.ts'
import { root, strata } from './support.ts'

const occupant = createServer().listen(0, '127.0.0.1')
await once(occupant, 'listening')
const taken = String((occupant.address() as AddressInfo).port)
afterAll(() => void occupant.close())

const free = { PROCESS_URL: 'http://127.0.0.1:9', SYSTEM_URL: 'http://127.0.0.1:9' }

test.each<[string, Record<string, string>, RegExp]>([
  ['the public port is taken', { PUBLIC_PORT: taken }, /PUBLIC_PORT: port \d+ is taken/],
  ['the internal port is taken', { INTERNAL_PORT: taken }, /INTERNAL_PORT: port \d+ is taken/],
  ['both ports are one', { PUBLIC_PORT: taken, INTERNAL_PORT: taken }, /INTERNAL_PORT: .*PUBLIC_PORT/],
  ['the address is not here', { BIND_ADDRESS: '203.0.113.1' }, /BIND_ADDRESS: 203\.0\.113\.1 is no address/],
  ['the address is none', { BIND_ADDRESS: 'not an address' }, /BIND_ADDRESS: not an address is no address/],
  [
    'an API is misspelt',
    { STRATA_SERVE: 'system,systemx', ...free },
    /STRATA_SERVE: .*systemx.*experience\/mobile\/v1/,
  ],
  ['nothing is served', { STRATA_SERVE: ',' }, /STRATA_SERVE: /],
  ['process APIs are nowhere', { STRATA_SERVE: 'experience' }, /PROCESS_URL: .*process\/customer-360\/v1/],
  ['system APIs are nowhere', { STRATA_SERVE: 'process/order-to-cash/v2' }, /SYSTEM_URL: .*system\/erp\/v2/],
  ['a setting is wrong', { SHUTDOWN_MS: 'long' }, /SHUTDOWN_MS: /],
])('ends when %s', async (_, env, message) => {
  const { code, out, err } = await strata(['start'], env).ended
  expect(err).toMatch(message)
  expect(err).not.toMatch(/^ {4}at /m)
  expect(err.trim().split('\n')).toHaveLength(2)
  expect(out).not.toContain('"msg":"ready"')
  expect(code).toBe(1)
})

test('a port that is not for this user is told as such', () => {
  const error = Object.assign(new Error('listen EACCES'), { code: 'EACCES' })
  expect(whyNotListening(error, 'PUBLIC_PORT', 80, '0.0.0.0')).toMatch(/^PUBLIC_PORT: .*may not open port 80/)
})

test('a token with wrong settings is refused without a stack', async () => {
  const { code, out, err } = await strata(['token', 'storefront-web'], { LOG_LEVEL: 'loud' }).ended
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(/LOG_LEVEL: must be one of/)
  expect(err).not.toMatch(/^ {4}at /m)
})

test('says its version', async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const { code, out } = await strata(['--version']).ended
  expect([code, out.trim()]).toEqual([0, version])
})

test('the banner says what is hosted', async () => {
  const run = strata(['start'], { STRATA_SERVE: 'experience', ...free })
  await run.says('internal  ')
  expect(run.out).toMatch(/public +http:.* experience APIs/)
  expect(run.out).not.toMatch(/internal .*(process|system) APIs/)
  await run.kill()
  const below = strata(['start'], { STRATA_SERVE: 'process', ...free })
  await below.says('internal  ')
  expect(below.out).toMatch(/internal .* process APIs, docs at/)
  expect(below.out).not.toMatch(/system APIs/)
})

test('prints URLs of IPv6 addresses that can be used', async () => {
  const { publicUrl, internalUrl } = await strata(['start', '--quiet'], { BIND_ADDRESS: '::1' }).ready()
  expect(publicUrl).toMatch(/^http:\/\/\[::1\]:\d+$/)
  expect((await fetch(`${internalUrl}/livez`)).status).toBe(200)
})
