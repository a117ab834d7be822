/** Where a request comes from: the other side of the connection, or what the proxies we trust say in front of it. */
import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import { Problem } from '../problem.ts'

export interface ClientAddress {
  /** The last address of the way to us that is no trusted proxy's. */
  of(incoming: IncomingMessage): string
  /** @throws Problem `malformed-request` when a trusted proxy says what cannot be followed */
  check(incoming: IncomingMessage): void
}

/** What one proxy too many has written is no way any more. */
const HOPS_MAX = 20

/** @param trusted addresses, or networks such as `10.0.0.0/8` */
export function clientAddress(trusted: readonly string[]): ClientAddress {
  const proxies = new BlockList()
  for (const item of trusted) addTo(proxies, item)
  const isTrusted = (address: string) =>
    trusted.length > 0 && proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  const peerOf = ({ socket }: IncomingMessage) => canonical(socket.remoteAddress ?? '') ?? ''
  const wayOf = ({ headers }: IncomingMessage) =>
    (headers['x-forwarded-for'] as string | undefined)?.split(',') ?? []

  return {
    of(incoming) {
      let address = peerOf(incoming)
      if (!isTrusted(address)) return address
      for (const hop of wayOf(incoming).reverse()) {
        const before = canonical(hop.trim())
        if (before === undefined) break
        address = before
        if (!isTrusted(address)) break
      }
      return address
    },
    check(incoming) {
      if (isTrusted(peerOf(incoming)) && wayOf(incoming).length > HOPS_MAX)
        throw new Problem('malformed-request', `X-Forwarded-For names more than ${HOPS_MAX} addresses`)
    },
  }
}

/** One spelling of an address; nothing when it is none. `::ffff:127.0.0.1` is the IPv4 address it stands for. */
function canonical(text: string): string | undefined {
  const address = text.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/%.*$/, '')
  const mapped =
    /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address.replace(/^(\d[\d.]+):\d+$/, '$1')
  return isIP(mapped) ? mapped : undefined
}

function addTo(list: BlockList, item: string): void {
  const [address = '', bits] = item.split('/')
  const type = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  if (bits === undefined) list.addAddress(address, type)
  else list.addSubnet(address, Number(bits), type)
}

/** @throws Error that says what is wrong */
export function network(text: string): string {
  try {
    addTo(new BlockList(), text)
    return text
  } catch {
    throw new Error(`${text} is no address and no network such as 10.0.0.0/8`)
  }
}
