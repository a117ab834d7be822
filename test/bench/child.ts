/** What every measured process does beside its work: says where it listens, and how much processor time it has used. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Listening {
  readonly url: string
}

/** Listens on a free loopback port and answers the benchmark's questions over IPC. */
export function serveMeasured(server: Server): void {
  server.keepAliveTimeout = 65_000
  server.listen(0, '127.0.0.1', () => measured(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
}

export function measured(url: string): void {
  process.on('message', () => process.send?.({ cpu: process.cpuUsage() }))
  process.on('disconnect', () => process.exit(0))
  process.send?.({ url } satisfies Listening)
}
