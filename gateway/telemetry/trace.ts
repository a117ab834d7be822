/** W3C Trace Context, level 2: read from the caller, written to the next hop. Ids come from a pool of random bytes. */
import { randomFillSync } from 'node:crypto'

export interface Trace {
  /** 32 hex digits. */
  readonly traceId: string
  /** 16 hex digits: the caller's span, parent of ours; empty when it begins here. */
  readonly parentId: string
  readonly sampled: boolean
}

const pattern = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/

/**
 * The trace a `traceparent` header names, or a new one when it is absent or malformed.
 * @param sample decides of a new one whether it is kept
 */
export function readTrace(traceparent: string | undefined, sample?: () => boolean): Trace {
  const match = traceparent && pattern.exec(traceparent)
  if (!match) return newTrace(sample?.())
  return {
    traceId: match[1] ?? '',
    parentId: match[2] ?? '',
    sampled: (Number.parseInt(match[3] ?? '0', 16) & 1) === 1,
  }
}

export const newTrace = (sampled = false): Trace => ({ traceId: newId(16), parentId: '', sampled })

/** @param parentId the span the next hop is a part of */
export const writeTrace = ({ traceId, sampled }: Trace, parentId = newId(8)): string =>
  `00-${traceId}-${parentId}-${sampled ? '01' : '00'}`

const pool = Buffer.allocUnsafeSlow(8192)
let used = pool.length

/** Random, as so many hex digits twice. */
export function newId(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += bytes
  return pool.toString('hex', used - bytes, used)
}
