/** One connection through the fault proxy: passes requests and replies on, unless the fault of a request says otherwise. */
import type { Socket } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import type { Fault } from './fault-proxy.ts'

/** A request as the proxy saw it, on the clock of `performance.now()`. */
export interface Seen {
  readonly beganAt: number
  /** When its reply went out, or the caller closed the connection; `undefined` while it is open. */
  endedAt?: number
  answered: boolean
  /** Of a forged reply, how much went out. */
  bytes: number
}

export interface Surroundings {
  /** Opens a connection to the target. */
  dial(): Socket
  /** Notes a request that begins now. @returns what happens to it */
  begin(chunk: Buffer): { readonly seen: Seen; readonly fault: Fault | undefined }
  /** A request came on a connection that was closed for idleness. */
  late(): void
  random(): number
}

export class Connection {
  readonly #client: Socket
  readonly #around: Surroundings
  #upstream: Socket | undefined
  #fault: Fault | undefined
  #seen: Seen | undefined
  #asking = false
  #closed = false
  /** Bytes of the reply that are still to come through before the fault strikes. */
  #allowed = Number.POSITIVE_INFINITY
  #due = 0
  #tail: Promise<unknown> = Promise.resolve()
  #idle: NodeJS.Timeout | undefined

  constructor(client: Socket, around: Surroundings) {
    this.#client = client
    this.#around = around
    client
      .on('data', (chunk: Buffer) => this.#request(chunk))
      .on('end', () => {
        this.#gone()
        if (this.#upstream) this.#upstream.end()
        else client.end()
      })
      .on('drain', () => this.#upstream?.resume())
      .on('error', () => {})
      .on('close', () => this.#close())
  }

  reset(): void {
    this.#client.resetAndDestroy()
  }

  #close(): void {
    clearTimeout(this.#idle)
    this.#upstream?.destroy()
    this.#gone()
  }

  #gone(): void {
    if (this.#seen) this.#seen.endedAt ??= performance.now()
  }

  #request(chunk: Buffer): void {
    clearTimeout(this.#idle)
    if (this.#closed) {
      this.#around.late()
      this.reset()
      return
    }
    if (!this.#asking) {
      this.#asking = true
      const { seen, fault } = this.#around.begin(chunk)
      this.#seen = seen
      // Bytes that got lost stay lost: what came after them would be read as something else.
      if (!this.#fault || !loses(this.#fault)) this.#fault = fault
      this.#allowed = this.#bytesAllowed(this.#fault)
      if (fault?.kind === 'forged-reply') this.#forge(fault)
    }
    const fault = this.#fault
    if (fault?.kind === 'reset-request') this.reset()
    else if (!fault || !swallows(fault)) this.#target().write(chunk)
  }

  #target(): Socket {
    this.#upstream ??= this.#around
      .dial()
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
      const due = performance.now() + fault.ms + this.#around.random() * (fault.jitterMs ?? 0)
      this.#due = Math.max(this.#due, due)
      const until = this.#due
      this.#queue(() => after(Math.max(0, until - performance.now())))
    }
    const seen = this.#seen
    for (const piece of this.#pieces(chunk)) this.#queue(() => this.#deliver(piece, seen))
  }

  /** Answers in place of the target. */
  #forge({ head, body, then }: Fault & { kind: 'forged-reply' }): void {
    this.#asking = false
    this.#client.write(`${head.join('\r\n')}\r\n\r\n`)
    if (then !== 'repeat') {
      this.#client.write(body)
      this.#count(body.length)
      if (then === 'close') this.#client.destroySoon()
      return
    }
    const more = () => {
      while (!this.#client.destroyed && this.#client.write(body)) this.#count(body.length)
    }
    this.#client.on('drain', more)
    more()
  }

  #count(bytes: number): void {
    if (this.#seen) this.#seen.bytes += bytes
  }

  #pieces(chunk: Buffer): readonly Buffer[] {
    const fault = this.#fault
    if (fault?.kind !== 'drip' && fault?.kind !== 'slice') return [chunk]
    const pieces: Buffer[] = []
    for (let at = 0; at < chunk.length; ) {
      const length =
        fault.kind === 'drip' ? fault.bytes : 1 + Math.floor(this.#around.random() * fault.bytesMax)
      pieces.push(chunk.subarray(at, at + length))
      at += length
    }
    return pieces
  }

  async #deliver(piece: Buffer, seen: Seen | undefined): Promise<void> {
    const fault = this.#fault
    if (fault?.kind === 'drip') await after(fault.everyMs)
    if (this.#client.destroyed) return
    if (!this.#client.write(piece)) this.#upstream?.pause()
    if (seen) Object.assign(seen, { endedAt: performance.now(), answered: true })
    if (fault?.kind === 'slice') await new Promise(setImmediate)
    if (fault?.kind === 'idle-close') this.#closeAfter(fault.afterMs)
  }

  /** Still listens, to see who had sent something before they knew. */
  #closeAfter(idleMs: number): void {
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => {
      this.#closed = true
      this.#client.end()
    }, idleMs)
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
    return least + Math.floor(this.#around.random() * (most - least + 1))
  }
}

const loses = ({ kind }: Fault): boolean => kind === 'black-hole' || kind === 'half-open'

/** Whether the target never gets the request. */
const swallows = (fault: Fault): boolean =>
  fault.kind === 'black-hole' ||
  fault.kind === 'forged-reply' ||
  (fault.kind === 'half-open' && fault.lost === 'requests')
