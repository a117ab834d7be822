/** Whose address a request has: nobody is believed who is not trusted. */
import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { readConfig } from '../../gateway/config.ts'
import { clientAddress } from '../../gateway/security/client-address.ts'

const from = (remoteAddress: string | undefined, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage

const trusted = ['10.0.0.0/8', 'fd00::/8', '192.0.2.7']

test.each([
  ['nobody in front', '203.0.113.9', undefined, '203.0.113.9'],
  ['somebody who is not trusted', '203.0.113.9', '10.0.0.1', '203.0.113.9'],
  ['a trusted proxy', '10.1.2.3', '203.0.113.9', '203.0.113.9'],
  ['a trusted proxy that was lied to', '10.1.2.3', '127.0.0.1, 203.0.113.9', '203.0.113.9'],
  ['two trusted proxies', '10.1.2.3', '203.0.113.9, 192.0.2.7', '203.0.113.9'],
  ['only trusted ones', '10.1.2.3', '10.9.9.9', '10.9.9.9'],
  ['a trusted proxy that says nothing', '10.1.2.3', undefined, '10.1.2.3'],
  ['garbage', '10.1.2.3', '203.0.113.9, unknown', '10.1.2.3'],
  ['octets in base 8', '10.1.2.3', '010.0.0.1', '10.1.2.3'],
  ['octets there are not', '10.1.2.3', '256.1.1.1', '10.1.2.3'],
  ['a port', '10.1.2.3', '203.0.113.9:4711', '203.0.113.9'],
  ['IPv6 in brackets', '10.1.2.3', '[2001:db8::1]:4711', '2001:db8::1'],
  ['IPv6 with a zone', 'fd00::1', 'fe80::1%eth0', 'fe80::1'],
  ['IPv4 in IPv6', '::ffff:10.1.2.3', '::ffff:203.0.113.9', '203.0.113.9'],
  ['IPv6 that is trusted', 'fd00::1', '203.0.113.9', '203.0.113.9'],
  ['a connection that is gone', undefined, '203.0.113.9', ''],
])('%s', (_, peer, forwarded, address) => {
  expect(clientAddress(trusted).of(from(peer, forwarded))).toBe(address)
})

test('trusts nobody unless told to', () => {
  expect(clientAddress([]).of(from('127.0.0.1', '203.0.113.9'))).toBe('127.0.0.1')
})

test.each(['10.0.0.0/33', 'proxy.example', '10.0.0', '::/129'])('refuses to trust %s', (TRUSTED_PROXIES) => {
  expect(() => readConfig({ TRUSTED_PROXIES })).toThrow(/TRUSTED_PROXIES: .* is no address/)
})
