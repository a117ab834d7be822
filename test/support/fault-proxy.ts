/** A TCP proxy that goes wrong as told, and in the same way for the same seed. Stands between a pool and its system. */

import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'

export type Fault = (
  | { readonly kind: 'latency'; readonly ms: number; readonly jitterMs?: number }
  /** Connections are accepted, and nothing ever comes back or gets through. */
  | { readonly kind: 'black-hole' }
  /** Nobody listens, and connections that are open break. */
  | { readonly kind: 'refuse' }
  /** The connection is reset before the target sees the request. */
  | { readonly kind: 'reset-request' }
  /** The target does its work; the connection is reset when so many bytes of the reply are through. @default 0 */
  | { readonly kind: 'reset-reply'; readonly atByte?: Bytes }
  /** As before, but closed in an orderly way. */
  | { readonly kind: 'cut-reply'; readonly atByte?: Bytes }
  /** The connection stands, but one direction gets lost. */
  | { readonly kind: 'half-open'; readonly lost: 'requests' | 'replies' }
  | { readonly kind: 'drip'; readonly bytes: number; readonly everyMs: number }
  /** Replies come in pieces of 1 to so many bytes. */
  | { readonly kind: 'slice'; readonly bytesMax: number }
  /** A connection is closed so long after its last reply. */
  | { readonly kind: 'idle-close'; readonly afterMs: number }
) & {
  /** Share of requests it happens to. @default 1 */
  readonly share?: number
}

/** A number, or a range to draw one from. */
export type Bytes = number | readonly [least: number, most: number]

export interface FaultCounts {
  readonly connections: number
  readonly open: number
  readonly requests: number
  /** Requests a fault happened to. */
  readonly faults: number
}

export interface FaultProxy {
  readonly url: string
  /** From now on, for connections that are open too. */
  set(fault: Fault): Promise<void>
  clear(): Promise<void>
  counts(): FaultCounts
  close(): Promise<void>
}

export async function startFaultProxy(target: string, { seed }: { seed: number }): Promise<FaultProxy> {
  const { hostname, port: targetPort } = new URL(target)
  const random = randomOf(seed)
  const open = new Set<Connection>()
  const counts = { connections: 0, requests: 0, faults: 0 }
  let fault: Fault | undefined

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    counts.connections++
    const connection = new Connection(
      client,
      () => connect({ host: hostname, port: Number(targetPort), allowHalfOpen: true, noDelay: true }),
      () => {
        counts.requests++
        const strikes = fault && random() < (fault.share ?? 1) ? fault : undefined
        if (strikes) counts.faults++
        return strikes
      },
      random,
    )
    open.add(connection)
    client.once('close', () => open.delete(connection))
  })
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  const breakAll = () => {
    for (const connection of open) connection.reset()
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  const set = async (next: Fault | undefined) => {
    fault = next
    if (next?.kind === 'refuse' && server.listening) {
      const closed = new Promise((resolve) => server.close(resolve))
      breakAll()
      await closed
    } else if (next?.kind !== 'refuse' && !server.listening) await listen(port)
  }
  return {
    url: `http://127.0.0.1:${port}`,
    set,
    clear: () => set(undefined),
    counts: () => ({ ...counts, open: open.size }),
    close: () => set({ kind: 'refuse' }),
  }
}

class Connection {
  readonly #client: Socket
  readonly #dial: () => Socket
  readonly #strike: () => Fault | undefined
  readonly #random: () => number
  #upstream: Socket | undefined
  #fault: Fault | undefined
  #asking = false
  /** Bytes of the reply that are still to come through before the fault strikes. */
  #allowed = Number.POSITIVE_INFINITY
  #due = 0
  #tail: Promise<unknown> = Promise.resolve()
  #idle: NodeJS.Timeout | undefined

  /** @param strike what happens to the request that begins now */
  constructor(client: Socket, dial: () => Socket, strike: () => Fault | undefined, random: () => number) {
    this.#client = client
    this.#dial = dial
    this.#strike = strike
    this.#random = random
    client
      .on('data', (chunk: Buffer) => this.#request(chunk))
      .on('end', () => (this.#upstream ? this.#upstream.end() : client.end()))
      .on('drain', () => this.#upstream?.resume())
      .on('error', () => {})
      .on('close', () => this.#upstream?.destroy())
  }

  reset(): void {
    this.#client.resetAndDestroy()
  }

  #request(chunk: Buffer): void {
    clearTimeout(this.#idle)
    if (!this.#asking) {
      this.#asking = true
      this.#fault = this.#strike()
      this.#allowed = this.#bytesAllowed(this.#fault)
    }
    const fault = this.#fault
    if (fault?.kind === 'reset-request') this.reset()
    else if (fault?.kind !== 'black-hole' && !(fault?.kind === 'half-open' && fault.lost === 'requests'))
      this.#target().write(chunk)
  }

  #target(): Socket {
    this.#upstream ??= this.#dial()
      .on('data', (chunk: Buffer) => this.#reply(chunk))
      .on('end', () => this.#queue(() => this.#client.end()))
      .on('error', () => this.reset())
      .on('close', () => this.#queue(() => this.#client.destroySoon()))
    return this.#upstream
  }

  #reply(chunk: Buffer): void {
    this.#asking = false
    const fault = this.#fault
    if (fault?.kind === 'half-open' || fault?.kind === 'black-hole') return
    if (chunk.length > this.#allowed || this.#allowed === 0) {
      const rest = chunk.subarray(0, this.#allowed)
      this.#allowed = 0
      this.#upstream?.pause()
      // What is written is sent before the connection is closed, but lost when it is reset too soon.
      this.#queue(() => new Promise((resolve) => this.#client.write(rest, resolve)))
      this.#queue(() => (fault?.kind === 'cut-reply' ? this.#client.destroySoon() : this.reset()))
      return
    }
    this.#allowed -= chunk.length
    if (fault?.kind === 'latency') {
      const due = performance.now() + fault.ms + this.#random() * (fault.jitterMs ?? 0)
      this.#due = Math.max(this.#due, due)
      const until = this.#due
      this.#queue(() => after(Math.max(0, until - performance.now())))
    }
    for (const piece of this.#pieces(chunk)) this.#queue(() => this.#deliver(piece))
  }

  #pieces(chunk: Buffer): readonly Buffer[] {
    const fault = this.#fault
    if (fault?.kind !== 'drip' && fault?.kind !== 'slice') return [chunk]
    const pieces: Buffer[] = []
    for (let at = 0; at < chunk.length; ) {
      const length = fault.kind === 'drip' ? fault.bytes : 1 + Math.floor(this.#random() * fault.bytesMax)
      pieces.push(chunk.subarray(at, at + length))
      at += length
    }
    return pieces
  }

  async #deliver(piece: Buffer): Promise<void> {
    const fault = this.#fault
    if (fault?.kind === 'drip') await after(fault.everyMs)
    if (this.#client.destroyed) return
    if (!this.#client.write(piece)) this.#upstream?.pause()
    if (fault?.kind === 'slice') await new Promise(setImmediate)
    if (fault?.kind === 'idle-close') {
      clearTimeout(this.#idle)
      this.#idle = setTimeout(() => this.#client.destroySoon(), fault.afterMs)
    }
  }

  /** Keeps replies in order; without a fault nothing waits. */
  #queue(step: () => unknown): void {
    this.#tail = this.#tail.then(step)
  }

  #bytesAllowed(fault: Fault | undefined): number {
    if (fault?.kind !== 'reset-reply' && fault?.kind !== 'cut-reply') return Number.POSITIVE_INFINITY
    const { atByte = 0 } = fault
    if (typeof atByte === 'number') return atByte
    const [least, most] = atByte
    return least + Math.floor(this.#random() * (most - least + 1))
  }
}

/** mulberry32 */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
