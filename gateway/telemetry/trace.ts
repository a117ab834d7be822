/** W3C Trace Context, level 2: read from the caller, written to the next hop. Ids come from a pool of random bytes. */
import { randomFillSync } from 'node:crypto'

export interface Trace {
  /** 32 hex digits. */
  readonly traceId: string
  /** 16 hex digits: the caller's span, parent of ours. */
  readonly parentId: string
  readonly sampled: boolean
}

const pattern = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/

/** The trace a `traceparent` header names, or a new one when it is absent or malformed. */
export function readTrace(traceparent: string | undefined): Trace {
  const match = traceparent && pattern.exec(traceparent)
  if (!match) return newTrace()
  return {
    traceId: match[1] ?? '',
    parentId: match[2] ?? '',
    sampled: (Number.parseInt(match[3] ?? '0', 16) & 1) === 1,
  }
}

export const newTrace = (): Trace => ({ traceId: newId(16), parentId: newId(8), sampled: false })

export const writeTrace = ({ traceId, sampled }: Trace): string =>
  `00-${traceId}-${newId(8)}-${sampled ? '01' : '00'}`

const pool = Buffer.allocUnsafeSlow(8192)
let used = pool.length

function newId(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += bytes
  return pool.toString('hex', used - bytes, used)
}
