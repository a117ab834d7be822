/**
 * Connections to the outside that stay outside: the address is looked at when it is known, just before the connection
 * is made, so that no name can lead into our own network.
 */
import { type LookupAddress, lookup as resolveName } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

const inside = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(network, prefix, 'ipv6')

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

export interface Allowed {
  /** For development: targets on this machine. */
  readonly loopback: boolean
}

/** Whether an address is one of the outside. */
export function isPublic(address: string, allowed: Allowed): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  const family = isIP(mapped)
  if (family === 0) return false
  const type = family === 4 ? 'ipv4' : 'ipv6'
  // An IPv4 address in the clothes of the other family is looked at as what it is, or not taken.
  if (family === 6 && /^::ffff:/i.test(mapped)) return false
  return !inside.check(mapped, type) || (allowed.loopback && loopback.check(mapped, type))
}

/** For a connector: names that lead inside are not found. */
export const publicLookup =
  (allowed: Allowed): LookupFunction =>
  (hostname, options, callback) => {
    resolveName(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0)
      const addresses = (found as LookupAddress[]).filter(({ address }) => isPublic(address, allowed))
      const [first] = addresses
      if (!first) return callback(new Error(`${hostname} has no public address`), '', 0)
      if (options.all) return callback(null, addresses)
      return callback(null, first.address, first.family)
    })
  }
