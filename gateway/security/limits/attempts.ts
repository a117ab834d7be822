/** Slows down who tries one credential after another. Callers who are known already do not come by here. */
import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import { Problem } from '../../problem.ts'
import type { ClientAddress } from '../client-address.ts'
import { Recent } from '../recent.ts'

interface Failures {
  count: number
  /** On the clock of `performance.now()`. */
  readonly until: number
}

const FAILURES_MAX = 100
const WINDOW_MS = 60_000
const ADDRESSES_MAX = 10_000

export class Attempts {
  readonly #address: ClientAddress
  readonly #max: number
  readonly #failures = new Recent<string, Failures>(ADDRESSES_MAX)

  /** @param factor how many times as many failures are taken */
  constructor(address: ClientAddress, factor: number) {
    this.#address = address
    this.#max = FAILURES_MAX * factor
  }

  /** @throws Problem `rate-limited` */
  check(incoming: IncomingMessage): void {
    const failures = this.#failures.get(networkOf(this.#address.of(incoming)))
    const now = performance.now()
    if (failures === undefined || failures.until <= now || failures.count < this.#max) return
    throw new Problem('rate-limited', 'too many bad credentials from one address', {
      detail: 'Too many calls with bad credentials came from your address.',
      headers: { 'retry-after': String(Math.ceil((failures.until - now) / 1000)) },
    })
  }

  failed(incoming: IncomingMessage): void {
    const network = networkOf(this.#address.of(incoming))
    const now = performance.now()
    const failures = this.#failures.get(network)
    if (failures && failures.until > now) failures.count++
    else this.#failures.set(network, { count: 1, until: now + WINDOW_MS })
  }
}

/** Who has one IPv6 address has 2^64 of them: they count as one. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail = ''] = address.split('::')
  const before = head.split(':').filter((group) => group !== '')
  const after = tail.split(':').filter((group) => group !== '')
  const zeros = address.includes('::') ? Array<string>(8 - before.length - after.length).fill('0') : []
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16))
    .join(':')
}
