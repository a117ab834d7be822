/** The connections of a port: no more than can be served, and none for clients who do not read what they asked for. */
import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** How long a client may take to read anything at all of what waits for it. */
const UNREAD_MS = 10_000
const LOOK_EVERY_MS = 1_000

interface Waiting {
  readonly written: number
  readonly since: number
}

/** @param max connections at once; when there are as many, those that are idle make room */
export function limitConnections(server: Server, max: number): void {
  const sockets = new Map<Socket, Waiting | undefined>()
  server.maxConnections = max
  let isFull = false
  const onConnection = (socket: Socket) => {
    sockets.set(socket, undefined)
    socket.once('close', () => sockets.delete(socket))
  }
  const look = () => {
    if (isFull) server.closeIdleConnections()
    isFull = false
    const now = performance.now()
    for (const [socket, waiting] of sockets)
      if (socket.writableLength === 0) {
        if (waiting) sockets.set(socket, undefined)
      } else if (waiting?.written !== sentOf(socket))
        sockets.set(socket, { written: sentOf(socket), since: now })
      else if (now - waiting.since > UNREAD_MS) socket.destroy()
  }
  const timer = setInterval(look, LOOK_EVERY_MS).unref()
  server.on(isSecure(server) ? 'secureConnection' : 'connection', onConnection)
  server.on('drop', () => {
    if (!isFull) server.closeIdleConnections()
    isFull = true
  })
  server.once('close', () => clearInterval(timer))
}

const isSecure = (server: object): boolean => 'setSecureContext' in server

/** Bytes the system has taken from us. */
const sentOf = ({ bytesWritten, writableLength }: Socket): number => bytesWritten - writableLength
