/** What a backend sends that is no reply of its contract is a broken contract: never a success, and never followed, unpacked or read to the end. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { describeFaults } from '../../support/faulty-flow.ts'

let followed = 0
const elsewhere = createServer((_, outgoing) => {
  followed++
  outgoing.setHeader('content-type', 'application/json').end('{"id":1,"result":[]}')
})
await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
afterAll(() => void elsewhere.close())
const location = `location: http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/erp/`

const ok = ['HTTP/1.1 200 OK', 'content-type: application/json']
const sized = (body: { readonly length: number }) => `content-length: ${body.length}`
/** Nothing is wrong with it but how it comes. */
const good = '{"id":1,"result":[]}'
const zipped = gzipSync(good)
const BYTES_MAX = 1 << 20
const huge = `{"id":1,"result":[${'1,'.repeat(BYTES_MAX)}1]}`

type Then = 'keep' | 'close' | 'repeat'
const replies: readonly [string, readonly string[], string | Uint8Array, Then][] = [
  ['a body that ends too soon, with the connection', ok, '{"id":1,"result":[{"re', 'close'],
  ['no body before the connection ends', ok, '', 'close'],
  ['a body larger than allowed', [...ok, sized(huge)], huge, 'keep'],
  ['a body without end', ok, ' '.repeat(1 << 16), 'repeat'],
  ['a redirect', ['HTTP/1.1 302 Found', location, 'content-length: 0'], '', 'keep'],
  [
    'a redirect that keeps the method',
    ['HTTP/1.1 308 Found', location, ...ok.slice(1), sized(good)],
    good,
    'keep',
  ],
  ['a packed body', [...ok, 'content-encoding: gzip', sized(zipped)], zipped, 'keep'],
  ['a page', ['HTTP/1.1 200 OK', 'content-type: text/html', sized('<p>Hello')], '<p>Hello', 'keep'],
  ['two lengths', [...ok, 'content-length: 20', 'content-length: 2'], good, 'keep'],
  ['a length and chunks', [...ok, 'content-length: 20', 'transfer-encoding: chunked'], good, 'close'],
  ['headers without end', [...ok, `x-${'y'.repeat(1 << 15)}: z`, sized(good)], good, 'keep'],
  ['no HTTP', ['HELO'], good, 'close'],
]

describeFaults('a reply that is none', (flow) => {
  test.each(replies)('%s', async (_, head, body, then) => {
    const { erp, crm } = flow.before
    await Promise.all([flow.ask.order(), flow.ask.customers()])
    for (const proxy of [erp, crm]) {
      await proxy.set({ kind: 'forged-reply', head, body, then })
      proxy.forget()
    }
    for (const { status, problem } of await Promise.all([flow.ask.order(), flow.ask.customers()]))
      expect([status, problem]).toEqual([502, 'contract-broken'])
    expect([erp.seen().length, crm.seen().length, followed]).toEqual([1, 1, 0])
    for (const proxy of [erp, crm]) {
      expect(Math.max(...proxy.seen().map(({ bytes }) => bytes))).toBeLessThan(8 * BYTES_MAX)
      await proxy.clear()
    }
    for (const { status } of await Promise.all([flow.ask.order(), flow.ask.customers()]))
      expect(status).toBe(200)
  })
})
