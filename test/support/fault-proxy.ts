/** A TCP proxy that goes wrong as told, and in the same way for the same seed. Stands between a pool and its system. */

import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { Connection, type Seen } from './fault-connection.ts'
import { randomOf } from './random.ts'

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
  /** The target is not asked; `repeat` sends the body for ever. */
  | {
      readonly kind: 'forged-reply'
      /** Status line and headers. */
      readonly head: readonly string[]
      readonly body: string | Uint8Array
      readonly then: 'keep' | 'close' | 'repeat'
    }
) & {
  /** Share of requests it happens to. @default 1 */
  readonly share?: number
  /** Only requests whose first bytes hold this text. */
  readonly match?: string
}

/** A number, or a range to draw one from. */
export type Bytes = number | readonly [least: number, most: number]

export interface FaultCounts {
  readonly connections: number
  readonly open: number
  readonly requests: number
  /** Requests a fault happened to. */
  readonly faults: number
  /** Requests that came on a connection closed for idleness. */
  readonly late: number
}

export interface FaultProxy {
  readonly url: string
  /** From now on, for connections that are open too. */
  set(fault: Fault): Promise<void>
  clear(): Promise<void>
  counts(): FaultCounts
  /** Every request since the start, or since the last `forget`. */
  seen(): readonly Seen[]
  forget(): void
  close(): Promise<void>
}

export async function startFaultProxy(target: string, { seed }: { seed: number }): Promise<FaultProxy> {
  const { hostname, port: targetPort } = new URL(target)
  const random = randomOf(seed)
  const open = new Set<Connection>()
  const counts = { connections: 0, requests: 0, faults: 0, late: 0 }
  let seen: Seen[] = []
  let fault: Fault | undefined

  const strikes = (chunk: Buffer): boolean =>
    fault !== undefined &&
    (fault.match === undefined || chunk.includes(fault.match)) &&
    random() < (fault.share ?? 1)
  const around = {
    dial: () => connect({ host: hostname, port: Number(targetPort), allowHalfOpen: true, noDelay: true }),
    begin(chunk: Buffer) {
      const request: Seen = { beganAt: performance.now(), answered: false, bytes: 0 }
      seen.push(request)
      counts.requests++
      if (!strikes(chunk)) return { seen: request, fault: undefined }
      counts.faults++
      return { seen: request, fault }
    },
    late: () => void counts.late++,
    random,
  }
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    counts.connections++
    const connection = new Connection(client, around)
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
    seen: () => seen,
    forget: () => {
      seen = []
    },
    close: () => set({ kind: 'refuse' }),
  }
}
