/** What the HTTP parser refuses is a problem document too; the connection ends with it. */
import type { Socket } from 'node:net'
import type { ProblemSlug } from '../../contracts/problems.ts'
import { Problem, problemReply } from '../problem.ts'

export interface ParserError extends Error {
  readonly code?: string
  /** How much of `rawPacket` was understood. */
  readonly bytesParsed?: number
  readonly rawPacket?: Buffer
}

/** How long a client may take to read the refusal before the connection is cut. */
const LINGER_MS = 500

/** Answers where there is no request to answer. */
export function answerUnreadable(error: ParserError, socket: Socket): void {
  if (error.code === 'ECONNRESET') socket.destroy()
  else refuse(socket, new Problem(slugOf(error), error.message))
}

/** A tunnel to somewhere else is not what this is. */
export const answerConnect = (socket: Socket): void =>
  refuse(socket, new Problem('not-implemented', 'CONNECT'))

function slugOf({ code, bytesParsed, rawPacket }: ParserError): ProblemSlug {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 'request-timeout'
    case 'HPE_INVALID_METHOD':
      return rawPacket && /^[A-Z]+ /.test(rawPacket.toString('latin1', 0, 32))
        ? 'not-implemented'
        : 'malformed-request'
    case 'HPE_HEADER_OVERFLOW':
      return rawPacket?.subarray(0, bytesParsed).includes('\r\n') ? 'header-too-large' : 'uri-too-long'
    default:
      return 'malformed-request'
  }
}

function refuse(socket: Socket, problem: Problem): void {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const { status, body } = problemReply(problem, undefined)
  const text = JSON.stringify(body)
  const head = [
    `HTTP/1.1 ${status} ${problem.slug}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`)
  socket.resume()
  setTimeout(() => socket.destroy(), LINGER_MS).unref()
}
